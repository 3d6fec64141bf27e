package io.tocsin.ingest.feed.parse;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The dates of feeds: RFC 822 with whatever zone, RFC 3339, and the other ways in which they are
 * written in the wild. A day without a time is its first moment in UTC; a month is no date.
 */
final class FeedDates {
  private static final int LONGEST = 80;
  private static final int FIRST_YEAR = 1971;
  private static final int LAST_YEAR = 2200;

  private static final String TIME =
      "(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,](?<fraction>\\d{1,9})\\d*)?)?"
          + "(?:\\s?(?<half>[AaPp]\\.?[Mm]\\.?)(?![A-Za-z]))?";
  private static final String ZONE = "\\s*(?<zone>[^\\s].*)?";

  /** 2020-05-05T20:10:21.5+08:00, 20200505, 2020/05/05 20:10 EST. */
  private static final Pattern YEAR_FIRST =
      Pattern.compile(
          "(?<year>\\d{4})[-/.]?(?<month>\\d{2})[-/.]?(?<day>\\d{2})(?:(?:[Tt_]|\\s+)"
              + TIME
              + ZONE
              + ")?");

  /** Tue, 05 May 2020 20:10:21 +0800, with or without the day of the week. */
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "(?:\\p{L}+\\.?,?\\s*)?(?<day>\\d{1,2})(?:st|nd|rd|th|\\.)?[\\s-]+(?:de\\s+)?"
              + "(?<word>\\p{L}{3,12})\\.?,?[\\s-]+(?:de\\s+)?(?<year>\\d{2,4}),?(?:[\\s-]+"
              + TIME
              + ZONE
              + ")?");

  /** May 5, 2020 8:10 PM EDT, and Tuesday, May 5, 2020. */
  private static final Pattern MONTH_FIRST =
      Pattern.compile(
          "(?:\\p{L}+\\.?,\\s*|\\p{L}{3}\\s+)?(?<word>\\p{L}{3,12})\\.?\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+"
              + "(?<year>\\d{4}),?(?:\\s+(?:at\\s+)?"
              + TIME
              + ZONE
              + ")?");

  /** Tue May 5 20:10:21 UTC 2020, as C and Java print it. */
  private static final Pattern YEAR_LAST =
      Pattern.compile(
          "\\p{L}{3},?\\s+(?<word>\\p{L}{3})\\s+(?<day>\\d{1,2})\\s+"
              + TIME
              + "\\s*(?<zone>[^\\d\\s]\\S*|[+-]\\d{4})?\\s+(?<year>\\d{4})");

  private static final Pattern EPOCH = Pattern.compile("(\\d{10})(\\d{3})?");

  private FeedDates() {}

  /** The moment that a text names; null when it names none that an article can have. */
  static @Nullable Instant parse(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String date = text.replaceAll("[\\s\\u00A0]+", " ").strip();
    if (date.isEmpty() || date.length() > LONGEST) {
      return null;
    }
    try {
      return plausible(read(date));
    } catch (DateTimeException | ArithmeticException e) {
      // The 31st of a month with thirty days, the 25th hour: no calendar knows it.
      return null;
    }
  }

  private static @Nullable Instant read(String date) {
    Matcher epoch = EPOCH.matcher(date);
    if (epoch.matches()) {
      return Instant.ofEpochSecond(Long.parseLong(epoch.group(1)));
    }
    for (Pattern pattern : new Pattern[] {YEAR_FIRST, DAY_FIRST, YEAR_LAST, MONTH_FIRST}) {
      Matcher parts = pattern.matcher(date);
      if (parts.matches()) {
        return moment(parts, pattern == YEAR_FIRST ? number(parts, "month", 0) : month(parts));
      }
    }
    return null;
  }

  private static int month(Matcher parts) {
    return MonthNames.number(parts.group("word"));
  }

  private static @Nullable Instant moment(Matcher parts, int month) {
    if (month == 0) {
      return null;
    }
    int hour = number(parts, "hour", 0);
    String half = parts.group("half");
    if (half != null) {
      hour = hour % 12 + (half.toLowerCase(Locale.ROOT).startsWith("p") ? 12 : 0);
    }
    // 24:00 ends a day, and a leap second is told as the second before it.
    int daysOn = hour == 24 ? 1 : 0;
    LocalDateTime local =
        LocalDateTime.of(
                year(parts.group("year")),
                month,
                number(parts, "day", 1),
                hour % 24,
                number(parts, "minute", 0),
                Math.min(59, number(parts, "second", 0)),
                nanos(parts.group("fraction")))
            .plusDays(daysOn);
    if (hour > 24) {
      return null;
    }
    return Zones.instant(local, parts.group("zone"));
  }

  private static int number(Matcher parts, String group, int absent) {
    String digits = parts.group(group);
    return digits == null ? absent : Integer.parseInt(digits);
  }

  private static int nanos(@Nullable String fraction) {
    return fraction == null ? 0 : Integer.parseInt((fraction + "000000000").substring(0, 9));
  }

  /** Two and three digits as RFC 2822 reads them. */
  private static int year(String digits) {
    int year = Integer.parseInt(digits);
    return switch (digits.length()) {
      case 2 -> year < 50 ? 2000 + year : 1900 + year;
      case 3 -> 1900 + year;
      default -> year;
    };
  }

  /** The year 1 and 1970 are what software writes that knows no date. */
  private static @Nullable Instant plausible(@Nullable Instant instant) {
    if (instant == null) {
      return null;
    }
    int year = instant.atOffset(ZoneOffset.UTC).getYear();
    return year < FIRST_YEAR || year > LAST_YEAR ? null : instant;
  }
}
