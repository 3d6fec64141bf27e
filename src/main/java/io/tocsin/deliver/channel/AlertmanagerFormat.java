package io.tocsin.deliver.channel;

import io.tocsin.deliver.config.Template;
import io.tocsin.model.Alert;
import io.tocsin.model.Evidence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Alerts for the API of Alertmanager, version 2. Labels are an alert's identity there: rule,
 * subject, severity and the rule's labels. Whatever changes is an annotation.
 */
public final class AlertmanagerFormat implements Format {

  /** So many repetitions may fail before Alertmanager takes an alert for resolved. */
  private static final int INTERVALS = 4;

  private static final Template EXPECTED = Template.of("{expected}");
  private static final Template OBSERVED = Template.of("{observed} {measure}");

  private final Duration repeat;

  /**
   * A format.
   *
   * @param repeat how often open alerts are told
   */
  public AlertmanagerFormat(Duration repeat) {
    this.repeat = repeat;
  }

  @Override
  public List<Map<String, Object>> body(Message message, Instant now) {
    List<Map<String, Object>> alerts = new ArrayList<>();
    for (Alert alert : message.newest()) {
      Instant end = now.plus(repeat.multipliedBy(INTERVALS));
      if (alert.state() == Alert.State.RESOLVED) {
        end = resolvedAt(alert, now);
      }
      alerts.add(
          Map.of(
              "labels",
              labels(alert),
              "annotations",
              annotations(alert),
              "startsAt",
              alert.startsAt().toString(),
              "endsAt",
              end.toString()));
    }
    return alerts;
  }

  /**
   * Alertmanager takes an alert for open whose end lies ahead, and events may; and it refuses one
   * that ends before it began.
   */
  static Instant resolvedAt(Alert alert, Instant now) {
    Instant end = alert.endsAt() == null ? now : alert.endsAt();
    Instant past = end.isAfter(now) ? now : end;
    return past.isBefore(alert.startsAt()) ? alert.startsAt() : past;
  }

  static Map<String, String> labels(Alert alert) {
    Map<String, String> labels = new TreeMap<>();
    alert.labels().forEach((name, value) -> labels.put(name(name), PlainText.line(value)));
    labels.put("alertname", alert.rule());
    labels.put("subject", alert.subject().id());
    labels.put("severity", alert.severity().word());
    labels.put("source", "tocsin");
    // An empty value is no label there, and the identity must not depend on it.
    labels.values().removeIf(String::isEmpty);
    return labels;
  }

  /** Names of labels there are letters, digits and underscores. */
  private static String name(String label) {
    String name = label.replaceAll("[^A-Za-z0-9_]", "_");
    return name.matches("[0-9].*") ? "_" + name : name;
  }

  static Map<String, String> annotations(Alert alert) {
    Map<String, String> notes = new LinkedHashMap<>();
    notes.put("summary", PlainText.line(alert.summary()));
    notes.put("subject_name", PlainText.line(alert.subject().name()));
    notes.put("observed", OBSERVED.render(alert, value -> value));
    notes.put("expected", EXPECTED.render(alert, value -> value));
    notes.put("window", alert.window().start() + "/" + alert.window().end());
    notes.put(
        "articles",
        PlainText.articles(alert).stream()
            .map(AlertmanagerFormat::article)
            .collect(Collectors.joining("\n")));
    notes.put("alert", alert.id());
    notes.put("change", alert.state().word() + " " + alert.sequence());
    return notes;
  }

  private static String article(Evidence evidence) {
    return PlainText.title(evidence)
        + " — "
        + PlainText.line(evidence.publisher())
        + PlainText.link(evidence).map(link -> " " + link).orElse("");
  }
}
