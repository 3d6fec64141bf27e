package io.tocsin.wire.watchlist;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Language tags of BCP 47, such as {@code ru}, {@code sr-Latn} and {@code pt-BR}: those whose
 * language the JDK knows by ISO 639, so that a slip of the pen is told and not silently ignored.
 */
final class Languages {
  private static final Set<String> OF_TWO_LETTERS = Set.of(Locale.getISOLanguages());

  /** Country codes that are often written where the code of a language belongs. */
  private static final Map<String, String> OF_COUNTRIES =
      Map.ofEntries(
          Map.entry("al", "sq"),
          Map.entry("cn", "zh"),
          Map.entry("cz", "cs"),
          Map.entry("dk", "da"),
          Map.entry("gr", "el"),
          Map.entry("il", "he"),
          Map.entry("ir", "fa"),
          Map.entry("jp", "ja"),
          Map.entry("pk", "ur"),
          Map.entry("ua", "uk"),
          Map.entry("us", "en"),
          Map.entry("vn", "vi"));

  private Languages() {}

  /** The tag in its usual spelling; empty when it is no language that is known. */
  static Optional<String> canonical(String tag) {
    try {
      Locale locale = new Locale.Builder().setLanguageTag(tag).build();
      String code = locale.getLanguage();
      return OF_TWO_LETTERS.contains(code) || All.CODES.contains(code)
          ? Optional.of(locale.toLanguageTag())
          : Optional.empty();
    } catch (IllformedLocaleException e) {
      return Optional.empty();
    }
  }

  /** What was probably meant: the code of a country, a name in English, or a slip of one letter. */
  static String hint(String wrong) {
    String lower = wrong.toLowerCase(Locale.ROOT);
    Optional<String> meant =
        Optional.ofNullable(OF_COUNTRIES.get(lower))
            .or(() -> byName(lower))
            .or(() -> Texts.nearest(lower, All.CODES));
    return meant.map(code -> "; did you mean '" + code + "'?").orElse("")
        + (meant.isPresent() ? "" : "; write a BCP 47 code such as ru, zh or sr-Latn");
  }

  private static Optional<String> byName(String name) {
    return All.CODES.stream()
        .filter(
            code ->
                Locale.forLanguageTag(code)
                    .getDisplayLanguage(Locale.ENGLISH)
                    .equalsIgnoreCase(name))
        .findFirst();
  }

  /** Loaded only for a language that has no code of two letters: the JDK looks long for these. */
  private static final class All {
    private static final Set<String> CODES = codes();

    private static Set<String> codes() {
      Set<String> codes = new TreeSet<>(OF_TWO_LETTERS);
      for (Locale locale : Locale.getAvailableLocales()) {
        codes.add(locale.getLanguage());
      }
      codes.remove("");
      return codes;
    }
  }
}
