package io.tocsin.wire.watchlist;

import io.tocsin.wire.watchlist.Value.Entry;
import io.tocsin.wire.watchlist.Value.Mapping;
import io.tocsin.wire.watchlist.Value.Scalar;
import io.tocsin.wire.watchlist.Value.Sequence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one mapping, read with their types; whatever does not fit becomes a problem and reads
 * as absent.
 */
final class Fields {
  private static final int LONGEST_LIST = 2_000;

  private final Mapping mapping;
  private final String what;
  private final Report report;
  private final Map<String, Value> values = new LinkedHashMap<>();

  /**
   * Takes a mapping apart.
   *
   * @param what what it describes, for messages: {@code a subject}
   * @param known the keys that it may have
   */
  Fields(Mapping mapping, String what, List<String> known, Report report) {
    this.mapping = mapping;
    this.what = what;
    this.report = report;
    for (Entry entry : mapping.entries()) {
      String key = entry.key().text();
      if (known.contains(key)) {
        values.put(key, entry.value());
      } else if (report.strict()) {
        report.problem(
            entry.key(),
            "'" + Texts.shorten(key) + "' is no key of " + what + Texts.suggest(key, known));
      }
    }
  }

  /** The same keys, with problems under another id. */
  private Fields(Fields other, Report report) {
    this.mapping = other.mapping;
    this.what = other.what;
    this.report = report;
    this.values.putAll(other.values);
  }

  Fields under(@Nullable String id) {
    return new Fields(this, report.withId(id));
  }

  Report report() {
    return report;
  }

  Mapping mapping() {
    return mapping;
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  @Nullable Value value(String key) {
    return values.get(key);
  }

  /** Says that a key is missing, with an example of it. */
  void missing(String key, String example) {
    report.problem(mapping, what + " needs the key '" + key + "', such as " + example);
  }

  /** A text, or null when it is absent or wrong. */
  @Nullable String text(String key, int longest) {
    Value value = values.get(key);
    return value == null ? null : text(value, "'" + key + "'", longest);
  }

  /** A text that must be there; null after a problem. */
  @Nullable String needed(String key, int longest, String example) {
    if (!has(key)) {
      missing(key, example);
      return null;
    }
    return text(key, longest);
  }

  /** A list of texts; empty when it is absent. */
  List<String> texts(String key, int longest) {
    List<String> texts = new ArrayList<>();
    for (Value item : items(key)) {
      String text = text(item, "an entry of '" + key + "'", longest);
      if (text != null) {
        texts.add(text);
      }
    }
    return texts;
  }

  /** The entries of a list; empty when it is absent. */
  List<Value> items(String key) {
    Value value = values.get(key);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof Sequence sequence)) {
      String example =
          value instanceof Scalar scalar && !scalar.isNothing()
              ? "[" + Texts.shorten(scalar.text()) + "]"
              : "[a, b]";
      report.problem(
          value,
          "'" + key + "' must be a list, not " + value.what() + "; write " + key + ": " + example);
      return List.of();
    }
    if (sequence.items().size() > LONGEST_LIST) {
      report.problem(
          value,
          "'"
              + key
              + "' has "
              + sequence.items().size()
              + " entries; at most "
              + LONGEST_LIST
              + " are allowed");
      return List.of();
    }
    return sequence.items();
  }

  /** A mapping with known keys; null when it is absent or wrong. */
  @Nullable Fields fields(String key, String what, List<String> known) {
    Mapping nested = nested(key);
    return nested == null ? null : new Fields(nested, what, known, report);
  }

  /** A mapping with keys of any name; null when it is absent or wrong. */
  @Nullable Mapping nested(String key) {
    Value value = values.get(key);
    if (value == null || value instanceof Mapping) {
      return (Mapping) value;
    }
    report.problem(
        value,
        "'"
            + key
            + "' must be a set of keys, not "
            + value.what()
            + "; write "
            + key
            + ": {key: value}");
    return null;
  }

  /** A whole number within bounds; null when it is absent or wrong. */
  @Nullable Integer number(String key, int least, int most) {
    Value value = values.get(key);
    return value == null ? null : number(value, "'" + key + "'", least, most, report);
  }

  static @Nullable Integer number(Value value, String name, int least, int most, Report report) {
    if (value instanceof Scalar scalar
        && scalar.plain()
        && scalar.text().matches("[-+]?[0-9]{1,10}")) {
      long number = Long.parseLong(scalar.text());
      if (number >= least && number <= most) {
        return (int) number;
      }
      report.problem(
          value, name + " must lie between " + least + " and " + most + ", not " + number);
      return null;
    }
    String quoted = value instanceof Scalar scalar && !scalar.plain() ? " in quotes" : "";
    report.problem(
        value,
        name + " must be a whole number without quotes, such as 20, not " + value.what() + quoted);
    return null;
  }

  /** A truth value; false when it is absent or wrong. */
  boolean flag(String key) {
    Value value = values.get(key);
    if (value == null) {
      return false;
    }
    if (value instanceof Scalar scalar
        && scalar.plain()
        && List.of("true", "false").contains(scalar.text())) {
      return scalar.text().equals("true");
    }
    report.problem(value, "'" + key + "' must be true or false, not " + value.what());
    return false;
  }

  /**
   * A length of time in whole minutes, the slices in which articles are counted; the fallback when
   * it is absent or wrong.
   */
  Duration minutes(String key, Duration fallback) {
    Value value = values.get(key);
    if (value == null) {
      return fallback;
    }
    Duration duration =
        value instanceof Scalar scalar ? Durations.parse(scalar.text()).orElse(null) : null;
    if (duration == null) {
      report.problem(
          value,
          "'"
              + key
              + "' must be a length of time such as 30m, 1h or 14d, at most 366d, not "
              + value.what());
      return fallback;
    }
    if (duration.toSeconds() % 60 != 0) {
      report.problem(value, "'" + key + "' must be whole minutes, not " + value.what());
      return fallback;
    }
    return duration;
  }

  /** One of a few words; the fallback when it is absent or wrong. */
  <E extends Enum<E>> E word(String key, E[] all, E fallback, Function<E, String> spelling) {
    Value value = values.get(key);
    if (value == null) {
      return fallback;
    }
    for (E candidate : all) {
      if (value instanceof Scalar scalar && scalar.text().equals(spelling.apply(candidate))) {
        return candidate;
      }
    }
    String words = String.join(", ", Stream.of(all).map(spelling).toList());
    report.problem(
        value,
        "'" + key + "' must be one of " + words + ", not " + value.what().toLowerCase(Locale.ROOT));
    return fallback;
  }

  private @Nullable String text(Value value, String name, int longest) {
    return text(value, name, longest, report);
  }

  static @Nullable String text(Value value, String name, int longest, Report report) {
    if (!(value instanceof Scalar scalar)) {
      report.problem(value, name + " must be text, not " + value.what());
      return null;
    }
    if (scalar.isNothing()) {
      String word =
          scalar.text().isEmpty()
              ? ""
              : ", or put it in quotes when the word " + scalar.text() + " is meant";
      report.problem(value, name + " has no value; give one or remove it" + word);
      return null;
    }
    if (scalar.text().isBlank()) {
      report.problem(value, name + " is empty; give a text or remove it");
      return null;
    }
    if (scalar.text().length() > longest) {
      report.problem(
          value,
          name
              + " has "
              + scalar.text().length()
              + " characters; at most "
              + longest
              + " are allowed");
      return null;
    }
    return scalar.text().strip();
  }
}
