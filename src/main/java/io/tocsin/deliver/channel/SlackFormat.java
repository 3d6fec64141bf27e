package io.tocsin.deliver.channel;

import io.tocsin.deliver.config.Template;
import io.tocsin.model.Alert;
import io.tocsin.model.Evidence;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Text of Slack: at most 3,000 characters, with {@code & < >} escaped, so that nobody's headline
 * can call a whole channel.
 */
public final class SlackFormat implements Format {

  /** Slack cuts longer ones. */
  static final int LONGEST = 3_000;

  /** Room for the line that says how many were left out. */
  private static final int MARGIN = 60;

  /** Lines are cut before they are escaped: a cut must not part an escape. */
  private static final int LONGEST_LINE = 400;

  private final Template line;

  /**
   * A format.
   *
   * @param line for each alert
   */
  public SlackFormat(Template line) {
    this.line = line;
  }

  @Override
  public Map<String, Object> body(Message message, Instant now) {
    StringBuilder text = new StringBuilder();
    List<Alert> alerts = message.newest();
    int told = 0;
    for (Alert alert : alerts) {
      String block = block(alert);
      if (text.length() + block.length() > LONGEST - MARGIN) {
        break;
      }
      text.append(text.isEmpty() ? "" : "\n").append(block);
      told++;
    }
    if (told < alerts.size()) {
      text.append("\n… and ").append(alerts.size() - told).append(" more alerts");
    }
    return Map.of("text", text.toString(), "unfurl_links", false, "unfurl_media", false);
  }

  private String block(Alert alert) {
    StringBuilder block = new StringBuilder(line.render(alert, SlackFormat::value));
    if (alert.state() != Alert.State.RESOLVED) {
      for (Evidence evidence : PlainText.articles(alert)) {
        block.append("\n• ").append(article(evidence));
      }
    }
    // Only an author's own words can be so long; they are cut without looking.
    return PlainText.shorten(block.toString(), LONGEST - 2 * MARGIN);
  }

  private static String article(Evidence evidence) {
    String title = escape(PlainText.title(evidence));
    String from = " — " + escape(PlainText.shorten(PlainText.line(evidence.publisher()), 100));
    return PlainText.link(evidence)
            .map(link -> "<" + escape(link).replace("|", "%7C") + "|" + title + ">")
            .orElse(title)
        + from;
  }

  private static String value(String text) {
    return escape(PlainText.shorten(PlainText.line(text), LONGEST_LINE));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
