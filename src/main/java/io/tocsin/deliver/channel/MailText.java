package io.tocsin.deliver.channel;

import io.tocsin.deliver.config.Template;
import io.tocsin.model.Alert;
import io.tocsin.model.Evidence;
import java.util.List;

/** Subject and body of an e-mail, in plain text. */
final class MailText {

  private static final int LONGEST_SUBJECT = 150;

  private final Template line;

  MailText(Template line) {
    this.line = line;
  }

  /** One line: what happened, or how much did. */
  String subject(Message message) {
    List<Alert> alerts = message.newest();
    String first = PlainText.line(line.render(alerts.get(0), PlainText::line));
    String subject = alerts.size() == 1 ? first : alerts.size() + " alerts: " + first;
    return PlainText.shorten(subject, LONGEST_SUBJECT);
  }

  /** A paragraph for each alert, with its newest articles. */
  String body(Message message) {
    StringBuilder body = new StringBuilder();
    for (Alert alert : message.newest()) {
      body.append(line.render(alert, PlainText::line)).append("\n");
      for (Evidence evidence : PlainText.articles(alert)) {
        body.append("\n  ").append(PlainText.title(evidence));
        body.append(" — ").append(PlainText.line(evidence.publisher()));
        PlainText.link(evidence).ifPresent(link -> body.append("\n  ").append(link));
        body.append("\n  ").append(PlainText.line(evidence.snippet())).append("\n");
      }
      body.append("\n  since ").append(alert.startsAt());
      body.append(", rule ").append(alert.rule()).append(" v").append(alert.ruleVersion());
      body.append(", alert ").append(alert.id()).append("\n\n");
    }
    return body.toString();
  }
}
