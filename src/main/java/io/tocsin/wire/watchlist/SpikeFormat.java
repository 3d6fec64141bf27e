package io.tocsin.wire.watchlist;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.model.Condition.Budget;
import io.tocsin.model.Condition.Sensitivity;
import io.tocsin.model.Condition.Spike;
import io.tocsin.model.Measure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads and writes a {@code spike}; every key has a default. */
final class SpikeFormat {
  private static final List<String> KEYS =
      List.of("window", "baseline", "measure", "sensitivity", "atLeast", "voices", "budget");

  /** Minutes are remembered for a little more than a day, hours for five weeks. */
  private static final Duration LONGEST_WINDOW = Duration.ofHours(24);

  private static final Duration LONGEST_BASELINE = Duration.ofDays(35);

  /** With fewer windows in the past, its spread could not be told from its mean. */
  private static final int LEAST_WINDOWS = 7;

  private static final Pattern BUDGET = Pattern.compile("([1-9][0-9]{0,5})/(hour|day|week)");
  private static final Map<String, Duration> UNITS =
      Map.of("hour", Duration.ofHours(1), "day", Duration.ofDays(1), "week", Duration.ofDays(7));

  private SpikeFormat() {}

  /** The condition; null when it is wrong. */
  static @Nullable Spike read(Fields when) {
    Fields fields = when.fields("spike", "'spike'", KEYS);
    if (fields == null) {
      return null;
    }
    Spike unsaid = Spike.DEFAULT;
    Duration window = fields.minutes("window", unsaid.window());
    Duration baseline = fields.minutes("baseline", unsaid.baseline());
    checkLengths(fields, window, baseline);
    Measure measure = fields.word("measure", Measure.values(), unsaid.measure(), Measure::word);
    Sensitivity sensitivity =
        fields.word("sensitivity", Sensitivity.values(), unsaid.sensitivity(), Sensitivity::word);
    Integer atLeast = fields.number("atLeast", 1, Integer.MAX_VALUE);
    Integer voices = fields.number("voices", 1, Integer.MAX_VALUE);
    return new Spike(
        window,
        baseline,
        measure,
        sensitivity,
        atLeast == null ? unsaid.atLeast() : atLeast,
        voices == null ? unsaid.voices() : voices,
        budget(fields));
  }

  private static void checkLengths(Fields fields, Duration window, Duration baseline) {
    Value windowValue = fields.value("window");
    if (windowValue != null && (window.isZero() || window.compareTo(LONGEST_WINDOW) > 0)) {
      fields
          .report()
          .problem(windowValue, "'window' must be from 1m to 24h, not " + windowValue.what());
      return;
    }
    Duration least = window.multipliedBy(LEAST_WINDOWS);
    Duration shortest = least.compareTo(Duration.ofDays(1)) < 0 ? Duration.ofDays(1) : least;
    boolean fits = baseline.compareTo(shortest) >= 0 && baseline.compareTo(LONGEST_BASELINE) <= 0;
    Value place = fields.value("baseline");
    if (place != null && !fits) {
      fields
          .report()
          .problem(
              place,
              "'baseline' must be from "
                  + Durations.format(shortest)
                  + " to 35d with a window of "
                  + Durations.format(window)
                  + ", not "
                  + place.what());
    }
  }

  private static @Nullable Budget budget(Fields fields) {
    Value value = fields.value("budget");
    if (value == null) {
      return null;
    }
    Matcher matcher = BUDGET.matcher(value instanceof Value.Scalar scalar ? scalar.text() : "");
    if (!matcher.matches()) {
      fields
          .report()
          .problem(
              value,
              "'budget' must be a number of alerts per hour, day or week, such as 2/day, not "
                  + value.what());
      return null;
    }
    Duration per = UNITS.getOrDefault(matcher.group(2), Duration.ofDays(1));
    return new Budget(Integer.parseInt(matcher.group(1)), per);
  }

  /** The condition as a tree, every key said. */
  static ObjectNode tree(Spike spike) {
    ObjectNode fields =
        JsonNodeFactory.instance
            .objectNode()
            .put("window", Durations.format(spike.window()))
            .put("baseline", Durations.format(spike.baseline()))
            .put("measure", spike.measure().word())
            .put("sensitivity", spike.sensitivity().word())
            .put("atLeast", spike.atLeast())
            .put("voices", spike.voices());
    Budget budget = spike.budget();
    if (budget != null) {
      fields.put("budget", budget.episodes() + "/" + unit(budget.per()));
    }
    return fields;
  }

  private static String unit(Duration per) {
    return UNITS.entrySet().stream()
        .filter(unit -> unit.getValue().equals(per))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("a budget is per hour, day or week"));
  }
}
