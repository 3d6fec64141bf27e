package io.tocsin.deliver.config;

import io.tocsin.model.Alert;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What leaves together in one message.
 *
 * @param together false when every change is a message of its own
 * @param by {@code rule}, {@code subject}, {@code severity}, {@code state} or the name of a label:
 *     changes that differ in one of them stay apart; empty puts all into one
 * @param window how long the first of a group waits for others
 * @param most changes in one message
 */
public record Grouping(boolean together, List<String> by, Duration window, int most) {

  /** Every change is a message of its own. */
  public static final Grouping ALONE = new Grouping(false, List.of(), Duration.ZERO, 1);

  /** What is ready at the same time leaves together; nothing waits. */
  public static final Grouping COALESCED = new Grouping(true, List.of(), Duration.ZERO, 50);

  /** Copies the list. */
  public Grouping {
    by = List.copyOf(by);
  }

  /** What the changes of one group have in common. */
  public String key(Alert alert) {
    return by.stream().map(part -> value(alert, part)).collect(Collectors.joining("\n"));
  }

  private static String value(Alert alert, String part) {
    return switch (part) {
      case "rule" -> alert.rule();
      case "subject" -> alert.subject().id();
      case "severity" -> alert.severity().word();
      case "state" -> alert.state().word();
      default -> alert.labels().getOrDefault(part, "");
    };
  }
}
