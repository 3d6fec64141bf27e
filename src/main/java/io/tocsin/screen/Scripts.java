package io.tocsin.screen;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How many letters of which script a text has, and which language that means where the script is
 * enough to tell.
 *
 * @param byScript letters per script
 * @param letters letters in all
 * @param text the text itself, for the letters that tell neighbours apart
 */
record Scripts(Map<UnicodeScript, Integer> byScript, int letters, String text) {
  private static final Map<UnicodeScript, String> ONE_LANGUAGE =
      Map.ofEntries(
          Map.entry(UnicodeScript.GREEK, "el"),
          Map.entry(UnicodeScript.HEBREW, "he"),
          Map.entry(UnicodeScript.THAI, "th"),
          Map.entry(UnicodeScript.DEVANAGARI, "hi"),
          Map.entry(UnicodeScript.BENGALI, "bn"),
          Map.entry(UnicodeScript.TAMIL, "ta"),
          Map.entry(UnicodeScript.TELUGU, "te"),
          Map.entry(UnicodeScript.GEORGIAN, "ka"),
          Map.entry(UnicodeScript.ARMENIAN, "hy"),
          Map.entry(UnicodeScript.KHMER, "km"),
          Map.entry(UnicodeScript.ETHIOPIC, "am"));

  /** Languages that are told by their script, or by letters that only they have in it. */
  static final Set<String> LANGUAGES =
      Stream.concat(ONE_LANGUAGE.values().stream(), Stream.of("zh", "ja", "ko", "ar", "fa", "ur"))
          .collect(Collectors.toUnmodifiableSet());

  static Scripts count(String text) {
    Map<UnicodeScript, Integer> byScript = new EnumMap<>(UnicodeScript.class);
    int letters = 0;
    for (int at = 0; at < text.length(); ) {
      int point = text.codePointAt(at);
      at += Character.charCount(point);
      if (Character.isLetter(point)) {
        letters++;
        byScript.merge(UnicodeScript.of(point), 1, Integer::sum);
      }
    }
    return new Scripts(byScript, letters, text);
  }

  /** Whether most letters are Latin: then the script does not tell. */
  boolean latin() {
    return 2 * of(UnicodeScript.LATIN) >= letters;
  }

  /** The language that the script tells, or null. */
  @Nullable String language() {
    int kana = of(UnicodeScript.HIRAGANA) + of(UnicodeScript.KATAKANA);
    int hangul = of(UnicodeScript.HANGUL);
    int han = of(UnicodeScript.HAN);
    if (4 * (kana + hangul + han) >= letters) {
      // Japanese and Korean mix Chinese signs in, never the other way round.
      if (hangul > kana && 4 * hangul >= han) {
        return "ko";
      }
      return 10 * kana >= han ? "ja" : "zh";
    }
    int cyrillic = of(UnicodeScript.CYRILLIC);
    int arabic = of(UnicodeScript.ARABIC);
    if (2 * cyrillic >= letters) {
      return cyrillic();
    }
    if (2 * arabic >= letters) {
      return arabic();
    }
    return ONE_LANGUAGE.entrySet().stream()
        .filter(entry -> 2 * of(entry.getKey()) >= letters)
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  /** Whether most letters are Cyrillic and none of them is of one language only. */
  boolean plainCyrillic() {
    return 2 * of(UnicodeScript.CYRILLIC) >= letters && !has("ўЎіїєґІЇЄҐђјљњћџЂЈЉЊЋЏыэёЫЭЁ");
  }

  private String cyrillic() {
    if (has("ўЎ")) {
      return "be";
    }
    if (has("іїєґІЇЄҐ")) {
      return "uk";
    }
    if (has("ђјљњћџЂЈЉЊЋЏ")) {
      return has("ѓѕќЃЅЌ") ? "mk" : "sr";
    }
    return has("ыэёЫЭЁ") || !has("ъ") ? "ru" : "bg";
  }

  private String arabic() {
    if (has("ٹڈڑےں")) {
      return "ur";
    }
    return has("پچژگ") ? "fa" : "ar";
  }

  private boolean has(String signs) {
    return text.chars().anyMatch(unit -> signs.indexOf(unit) >= 0);
  }

  private int of(UnicodeScript script) {
    return byScript.getOrDefault(script, 0);
  }
}
