package io.tocsin.screen;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Language tags as producers write them. */
final class Languages {
  private static final Set<String> TWO_LETTERS =
      new HashSet<>(Arrays.asList(Locale.getISOLanguages()));
  private static final Map<String, String> THREE_LETTERS = threeLetters();

  private Languages() {}

  /**
   * The primary subtag of a BCP 47 tag in lower case, such as {@code en} of {@code en_US} or {@code
   * eng}; null when it names no language, as {@code und} and {@code English} do not.
   */
  static @Nullable String primary(@Nullable String tag) {
    if (tag == null) {
      return null;
    }
    String lower = tag.strip().toLowerCase(Locale.ROOT);
    int end = 0;
    while (end < lower.length() && lower.charAt(end) != '-' && lower.charAt(end) != '_') {
      end++;
    }
    String primary = lower.substring(0, end);
    if (TWO_LETTERS.contains(primary)) {
      return primary;
    }
    return THREE_LETTERS.get(primary);
  }

  private static Map<String, String> threeLetters() {
    Map<String, String> map = new HashMap<>();
    for (String language : Locale.getISOLanguages()) {
      try {
        map.put(Locale.forLanguageTag(language).getISO3Language(), language);
      } catch (MissingResourceException e) {
        // A code without a three-letter form: nothing to map, the two letters are known.
      }
    }
    map.remove("");
    return Map.copyOf(map);
  }
}
