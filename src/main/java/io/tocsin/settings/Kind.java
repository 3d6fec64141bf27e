package io.tocsin.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The shapes that a setting's value can have. Each says what is right, so that a wrong value can be
 * answered with it.
 */
enum Kind {
  TEXT("a text that is not empty"),
  SECRET("a text that is not empty"),
  FOLDER("a folder"),
  FILE("a file"),
  NAME("letters, digits, '.', '_' and '-', at most 100"),
  PREFIX("letters, digits, '.' and '-', at most 100, such as news."),
  PORT("a port from 0 to 65535; 0 takes a free one"),
  COUNT("a whole number from 0 to 100"),
  POSITIVE("a whole number from 1 to 256"),
  BYTES("a number of bytes from 1kB to 1MB, such as 250000, 512kB or 1MB"),
  SPACE("a number of bytes from 10MB to 10000GB, such as 500MB or 4GB"),
  DURATION(
      "a duration such as 500ms, 30s, 10m, 1h, 7d or ISO 8601 (PT10M), more than zero and at most 3650d"),
  GUARANTEE("exactly_once_v2 or at_least_once"),
  SWITCH("true or false"),
  LANGUAGES("ISO 639 codes separated by commas, such as en, de, fr");

  private static final Pattern SHORT_DURATION = Pattern.compile("(\\d{1,12})\\s*(ms|s|m|h|d)");
  private static final Pattern SIZE = Pattern.compile("(\\d{1,9})\\s*(kB|MB|GB|)");
  private static final Map<String, Integer> BYTES_PER_UNIT =
      Map.of("", 1, "kB", 1_000, "MB", 1_000_000, "GB", 1_000_000_000);

  private static final Duration LONGEST = Duration.ofDays(3_650);

  private final String right;

  Kind(String right) {
    this.right = right;
  }

  /** What a value must look like, for messages. */
  String right() {
    return right;
  }

  /**
   * Checks a value.
   *
   * @throws IllegalArgumentException when it is not of this kind
   */
  void check(String value) {
    boolean fits =
        switch (this) {
          case TEXT, SECRET -> !value.isBlank();
          case FOLDER, FILE -> isPath(value);
          case NAME -> value.matches("[A-Za-z0-9._-]{1,100}");
          case PREFIX -> value.matches("[A-Za-z0-9.-]{0,100}");
          case PORT -> isWithin(value, 0, 65_535);
          case COUNT -> isWithin(value, 0, 100);
          case POSITIVE -> isWithin(value, 1, 256);
          case BYTES -> bytes(value) >= 1_000 && bytes(value) <= 1_000_000;
          case SPACE -> space(value) >= 10_000_000L && space(value) <= 10_000_000_000_000L;
          case DURATION -> isSpan(duration(value));
          case GUARANTEE -> value.equals("exactly_once_v2") || value.equals("at_least_once");
          case SWITCH -> value.equals("true") || value.equals("false");
          case LANGUAGES ->
              !list(value).isEmpty()
                  && list(value).stream().allMatch(code -> code.matches("[a-z]{2,3}"));
        };
    if (!fits) {
      throw new IllegalArgumentException(right);
    }
  }

  private static boolean isSpan(Duration duration) {
    return duration.compareTo(Duration.ZERO) > 0 && duration.compareTo(LONGEST) <= 0;
  }

  private static boolean isPath(String value) {
    try {
      return !value.isBlank() && !Path.of(value).toString().isEmpty();
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static boolean isWithin(String value, int least, int most) {
    return value.matches("\\d{1,9}")
        && Integer.parseInt(value) >= least
        && Integer.parseInt(value) <= most;
  }

  /** Bytes of {@code 250000}, {@code 512kB} or {@code 1MB}. */
  static int bytes(String value) {
    return (int) Math.min(Integer.MAX_VALUE, size(value, BYTES));
  }

  /** Bytes of {@code 500MB} or {@code 4GB}. */
  static long space(String value) {
    return size(value, SPACE);
  }

  private static long size(String value, Kind kind) {
    Matcher size = SIZE.matcher(value);
    if (!size.matches()) {
      throw new IllegalArgumentException(kind.right);
    }
    return Long.parseLong(size.group(1)) * BYTES_PER_UNIT.getOrDefault(size.group(2), 1);
  }

  /** Length of {@code 30s}, {@code 10m}, {@code 7d} or {@code PT10M}. */
  static Duration duration(String value) {
    Matcher parts = SHORT_DURATION.matcher(value.toLowerCase(Locale.ROOT));
    try {
      if (!parts.matches()) {
        return Duration.parse(value);
      }
      long number = Long.parseLong(parts.group(1));
      return switch (parts.group(2)) {
        case "ms" -> Duration.ofMillis(number);
        case "s" -> Duration.ofSeconds(number);
        case "m" -> Duration.ofMinutes(number);
        case "h" -> Duration.ofHours(number);
        default -> Duration.ofDays(number);
      };
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(DURATION.right, e);
    }
  }

  /** The parts of a comma-separated value, without blanks around them. */
  static List<String> list(String value) {
    return Arrays.stream(value.split(",", -1))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }
}
