package io.tocsin.ingest.feed;

import io.tocsin.outbound.OutboundAnswer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the headers of an answer say about time and text. */
final class AnswerHeaders {
  private static final Pattern MAX_AGE =
      Pattern.compile("(?i)(?:^|[,\\s])max-age\\s*=\\s*\"?(\\d{1,9})");
  private static final Pattern CHARSET =
      Pattern.compile("(?i)charset\\s*=\\s*[\"']?([A-Za-z0-9._:-]{1,40})");

  private AnswerHeaders() {}

  /** How long the answer stays fresh, by Cache-Control or else Expires; null when nothing says. */
  static @Nullable Duration freshFor(OutboundAnswer answer, Instant now) {
    String control = answer.header("Cache-Control").orElse("");
    Matcher age = MAX_AGE.matcher(control);
    if (age.find()) {
      return Duration.ofSeconds(Long.parseLong(age.group(1)));
    }
    Instant expires = date(answer.header("Expires").orElse(""));
    return expires == null || expires.isBefore(now) ? null : Duration.between(now, expires);
  }

  /** How long to wait by Retry-After, in seconds or as a date; null when nothing says. */
  static @Nullable Duration retryAfter(OutboundAnswer answer, Instant now) {
    String value = answer.header("Retry-After").orElse("").strip();
    if (value.matches("\\d{1,9}")) {
      return Duration.ofSeconds(Long.parseLong(value));
    }
    Instant until = date(value);
    return until == null || until.isBefore(now) ? null : Duration.between(now, until);
  }

  /** The charset of the Content-Type; null for none. */
  static @Nullable String charset(OutboundAnswer answer) {
    Matcher charset = CHARSET.matcher(answer.header("Content-Type").orElse(""));
    return charset.find() ? charset.group(1) : null;
  }

  private static @Nullable Instant date(String text) {
    try {
      return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
