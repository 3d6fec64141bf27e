package io.tocsin.ingest.feed.parse;

import java.text.Normalizer;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The names of months in the languages of feeds. The standards ask for English; not every content
 * system knows that.
 */
final class MonthNames {
  private static final List<String> LANGUAGES =
      List.of("en", "de", "fr", "es", "it", "pt", "nl", "pl", "tr", "ru", "uk", "sv", "da", "nb");

  private static final List<TextStyle> STYLES =
      List.of(
          TextStyle.SHORT, TextStyle.FULL, TextStyle.SHORT_STANDALONE, TextStyle.FULL_STANDALONE);

  private static final Map<String, Integer> NUMBERS = numbers();
  private static final int STEM = 3;

  private MonthNames() {}

  /** 1 to 12; 0 when it is no month. */
  static int number(String name) {
    String key = key(name);
    return Optional.ofNullable(NUMBERS.get(key))
        .or(() -> Optional.ofNullable(NUMBERS.get(key.substring(0, Math.min(STEM, key.length())))))
        .orElse(0);
  }

  /** English first: where two languages disagree about a word, the standards decide. */
  private static Map<String, Integer> numbers() {
    Map<String, Integer> numbers = new HashMap<>();
    for (String language : LANGUAGES) {
      for (TextStyle style : STYLES) {
        for (Month month : Month.values()) {
          String name = key(month.getDisplayName(style, Locale.forLanguageTag(language)));
          if (name.length() >= STEM && !Character.isDigit(name.charAt(0))) {
            numbers.putIfAbsent(name, month.getValue());
          }
        }
      }
    }
    return Map.copyOf(numbers);
  }

  private static String key(String name) {
    String plain = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    return plain.replaceAll("[\\p{M}.]", "");
  }
}
