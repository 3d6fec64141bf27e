package io.tocsin.deliver.channel;

import io.tocsin.deliver.config.Template;
import io.tocsin.model.Alert;
import io.tocsin.model.Evidence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An Adaptive Card. Its rich text blocks know no markup, so nothing needs to be escaped; its text
 * blocks would read headlines as Markdown.
 */
public final class TeamsFormat implements Format {

  /** Teams refuses messages above 28 kB; an alert is one kilobyte, two at the very most. */
  private static final int MOST = 12;

  private static final int LONGEST_LINE = 400;

  private final Template line;

  /**
   * A format.
   *
   * @param line for each alert
   */
  public TeamsFormat(Template line) {
    this.line = line;
  }

  @Override
  public Map<String, Object> body(Message message, Instant now) {
    List<Object> blocks = new ArrayList<>();
    List<Alert> alerts = message.newest();
    for (Alert alert : alerts.subList(0, Math.min(MOST, alerts.size()))) {
      blocks.add(block(List.of(head(alert)), alert.state() != Alert.State.RESOLVED));
      if (alert.state() != Alert.State.RESOLVED) {
        PlainText.articles(alert).forEach(evidence -> blocks.add(block(article(evidence), false)));
      }
    }
    if (alerts.size() > MOST) {
      String more = "… and " + (alerts.size() - MOST) + " more alerts";
      blocks.add(block(List.of(Map.of("type", "TextRun", "text", more)), true));
    }
    Map<String, Object> card =
        Map.of(
            "$schema",
            "http://adaptivecards.io/schemas/adaptive-card.json",
            "type",
            "AdaptiveCard",
            "version",
            "1.4",
            "msteams",
            Map.of("width", "Full"),
            "body",
            blocks);
    return Map.of(
        "type",
        "message",
        "attachments",
        List.of(Map.of("contentType", "application/vnd.microsoft.card.adaptive", "content", card)));
  }

  private static Map<String, Object> block(List<Map<String, Object>> runs, boolean apart) {
    return Map.of("type", "RichTextBlock", "inlines", runs, "spacing", apart ? "Medium" : "Small");
  }

  private Map<String, Object> head(Alert alert) {
    String text =
        line.render(alert, value -> PlainText.shorten(PlainText.line(value), LONGEST_LINE));
    return Map.of(
        "type",
        "TextRun",
        "weight",
        "Bolder",
        "color",
        colour(alert),
        "text",
        PlainText.shorten(text, 2 * LONGEST_LINE));
  }

  private static String colour(Alert alert) {
    if (alert.state() == Alert.State.RESOLVED) {
      return "Good";
    }
    return switch (alert.severity()) {
      case INFO -> "Default";
      case WARNING -> "Warning";
      case CRITICAL -> "Attention";
    };
  }

  private static List<Map<String, Object>> article(Evidence evidence) {
    String title = PlainText.title(evidence);
    Map<String, Object> from =
        Map.of(
            "type",
            "TextRun",
            "isSubtle",
            true,
            "text",
            " — " + PlainText.shorten(PlainText.line(evidence.publisher()), 100));
    Map<String, Object> plain = Map.of("type", "TextRun", "text", title);
    Map<String, Object> head =
        PlainText.link(evidence)
            .map(
                link ->
                    Map.<String, Object>of(
                        "type",
                        "TextRun",
                        "text",
                        title,
                        "selectAction",
                        Map.of("type", "Action.OpenUrl", "url", link)))
            .orElse(plain);
    return List.of(head, from);
  }
}
