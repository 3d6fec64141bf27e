package io.tocsin.cli.lint;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.tag.Frequency;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An estimate for scripts: {@code articles}, {@code days}, {@code first}, {@code last} and {@code
 * frequencies}, each with {@code id}, {@code kind} (subject or rule), {@code articles}, {@code
 * share} (0 to 1), {@code perDay} and {@code warning}. What nobody can know is absent.
 */
public final class EstimateJson {
  private EstimateJson() {}

  /** Writes an estimate into an object. */
  public static void write(Estimate estimate, ObjectNode json) {
    json.put("articles", estimate.articles());
    if (estimate.days() > 0) {
      json.put("days", rounded(estimate.days()));
      json.put("first", text(estimate.first()));
      json.put("last", text(estimate.last()));
    }
    ArrayNode rows = json.putArray("frequencies");
    for (Frequency frequency : estimate.frequencies()) {
      ObjectNode row = rows.addObject();
      row.put("id", frequency.id());
      row.put("kind", frequency.rule() ? "rule" : "subject");
      row.put("articles", frequency.articles());
      row.put("share", rounded(frequency.share()));
      if (estimate.days() > 0) {
        row.put("perDay", rounded(estimate.perDay(frequency)));
      }
      String warning = estimate.warning(frequency);
      if (!warning.isEmpty()) {
        row.put("warning", warning);
      }
    }
  }

  private static @Nullable String text(@Nullable Instant time) {
    return time == null ? null : time.toString();
  }

  private static double rounded(double value) {
    return Math.round(value * 1e6) / 1e6;
  }
}
