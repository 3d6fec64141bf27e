package io.tocsin.backtest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.backtest.Comparison.Difference;
import io.tocsin.model.Alert;
import io.tocsin.model.Alert.Observed;
import io.tocsin.wire.Json;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Alerts and differences as lines for other programs: JSON and CSV. */
public final class AlertLines {
  /** Head of {@link #csv(History)}. */
  public static final String CSV_HEAD =
      "id,opened,ended,reason,severity,rule,subject,name,articles,stories,voices,occurrences,"
          + "expected,records,summary";

  private AlertLines() {}

  /** One record, as it stands on {@code news.alerts}. */
  public static String json(Alert alert) {
    return text(Json.MAPPER.valueToTree(alert));
  }

  /** One difference: what differs, by how many seconds, and each side's first record. */
  public static String json(Difference difference) {
    ObjectNode line = Json.MAPPER.createObjectNode();
    line.put("difference", difference.kind().word());
    line.put("seconds", difference.by().toSeconds());
    put(line, "a", difference.a());
    put(line, "b", difference.b());
    return text(line);
  }

  private static void put(ObjectNode line, String name, @Nullable History history) {
    line.set(name, history == null ? null : Json.MAPPER.valueToTree(history.first()));
  }

  private static String text(Object tree) {
    try {
      return Json.MAPPER.writeValueAsString(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can always be written as JSON", e);
    }
  }

  /** One alert as a line under {@link #CSV_HEAD}. */
  public static String csv(History history) {
    Alert last = history.last();
    Observed observed = last.observed();
    Instant ended = history.endedAt();
    return csv(
        List.of(
            last.id(),
            history.openedAt(),
            Objects.requireNonNullElse(ended, ""),
            ended == null ? "" : last.reason().word(),
            last.severity().word(),
            last.rule(),
            last.subject().id(),
            last.subject().name(),
            observed.articles(),
            observed.stories(),
            observed.voices(),
            observed.occurrences(),
            last.expected(),
            history.records().size(),
            last.summary()));
  }

  /** Cells as a line of CSV (RFC 4180). */
  static String csv(List<?> cells) {
    return cells.stream().map(AlertLines::cell).collect(Collectors.joining(","));
  }

  /** Quoted where it must be; a spreadsheet must not take another's title for a formula. */
  private static String cell(Object value) {
    String text = String.valueOf(value);
    String safe = value instanceof Number || !text.matches("[=+\\-@\t].*") ? text : "'" + text;
    boolean plain = Stream.of(",", "\"", "\n", "\r").noneMatch(safe::contains);
    return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }
}
