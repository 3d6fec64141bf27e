package io.tocsin.tag.query;

import io.tocsin.tag.query.Query.Meta;
import io.tocsin.tag.text.Words;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads an attribute of a query, such as {@code source:bbc.co.uk}. */
final class MetaReader {
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,8}(-[a-z0-9]{1,8})*");

  /** The longest that RFC 5646 asks programs to take; the pattern needs stack for every part. */
  private static final int LONGEST_LANGUAGE = 35;

  /** Years of as many digits as everybody writes, so that a day after the last is a day too. */
  private static final int LONGEST_YEAR = 4;

  private MetaReader() {}

  static Meta read(Lexeme lexeme) {
    String text = lexeme.text();
    int sign = 0;
    while (":<>".indexOf(text.charAt(sign)) < 0) {
      sign++;
    }
    int from = sign + 1 < text.length() && text.charAt(sign + 1) == '=' ? sign + 2 : sign + 1;
    String name = text.substring(0, sign).toLowerCase(Locale.ROOT);
    Attribute attribute =
        Arrays.stream(Attribute.values())
            .filter(known -> known.word().equals(name))
            .findFirst()
            .orElseThrow();
    Comparison comparison =
        comparison(text.substring(sign, from), attribute, lexeme.start() + sign);
    String value = unquoted(text.substring(from));
    int at = lexeme.start() + from;
    return new Meta(
        attribute,
        comparison,
        switch (attribute) {
          case SOURCE, SECTION -> words(value, attribute, at);
          case LANGUAGE -> language(value, at);
          case PUBLISHED -> time(value, at);
        });
  }

  private static String unquoted(String value) {
    boolean quoted = value.length() > 1 && Lexer.isQuote(value.charAt(0));
    return (quoted ? value.substring(1, value.length() - 1) : value).strip();
  }

  private static Comparison comparison(String sign, Attribute attribute, int at) {
    for (Comparison comparison : Comparison.values()) {
      if (comparison.sign().equals(sign)) {
        if (comparison != Comparison.IS && attribute != Attribute.PUBLISHED) {
          throw new QueryException(
              "only times can be compared; write " + attribute.word() + ": with a colon", at);
        }
        return comparison;
      }
    }
    throw new QueryException(sign + " is no comparison: write :, >, >=, < or <=", at);
  }

  private static String words(String value, Attribute attribute, int at) {
    if (Words.folded(value).isEmpty()) {
      throw new QueryException(
          "nothing follows "
              + attribute.word()
              + ":; write the value directly after it, such as "
              + (attribute == Attribute.SOURCE ? "source:bbc.co.uk" : "section:\"world news\"")
              + ", and several as (source:one.example OR source:two.example)",
          at);
    }
    return value.toLowerCase(Locale.ROOT);
  }

  private static String language(String value, int at) {
    String lower = value.toLowerCase(Locale.ROOT);
    if (lower.length() > LONGEST_LANGUAGE || !LANGUAGE.matcher(lower).matches()) {
      throw new QueryException(
          "a language is a tag such as en, ko or zh-hant, written directly after language:", at);
    }
    return lower;
  }

  private static String time(String value, int at) {
    try {
      if (value.indexOf('-') != LONGEST_YEAR) {
        throw new DateTimeException("not a year of four digits: " + value);
      }
      return value.indexOf('T') < 0 && value.indexOf('t') < 0
          ? LocalDate.parse(value).toString()
          : OffsetDateTime.parse(value.toUpperCase(Locale.ROOT)).toInstant().toString();
    } catch (DateTimeException e) {
      throw new QueryException(
          "a time is a date such as 2024-01-31 (a day in UTC) or an instant such as"
              + " 2024-01-31T09:30:00Z, written directly after published> or published:",
          at);
    }
  }
}
