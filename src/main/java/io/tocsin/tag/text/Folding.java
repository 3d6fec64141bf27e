package io.tocsin.tag.text;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Folds one character with its marks to what is compared: NFKC, no case, no diacritics where
 * readers leave them out.
 *
 * <p>Diacritics go in Latin, Greek, Arabic and Hebrew. They stay in every other script, where they
 * are letters of their own (Cyrillic й, the vowel signs of the Indic scripts); only Cyrillic ё
 * becomes е, because newspapers write both.
 */
final class Folding {
  /** Letters that have no decomposition but are written without their stroke or ligature. */
  private static final Map<Integer, String> PLAIN =
      Map.ofEntries(
          Map.entry((int) 'ø', "o"),
          Map.entry((int) 'ł', "l"),
          Map.entry((int) 'đ', "d"),
          Map.entry((int) 'ð', "d"),
          Map.entry((int) 'ħ', "h"),
          Map.entry((int) 'ŧ', "t"),
          Map.entry((int) 'þ', "th"),
          Map.entry((int) 'æ', "ae"),
          Map.entry((int) 'œ', "oe"),
          Map.entry((int) 'ə', "e"),
          Map.entry((int) 'ё', "е"),
          Map.entry(0x0640, ""), // tatweel only stretches a word
          Map.entry(0x0629, "ه"), // teh marbuta
          Map.entry(0x0649, "ي"), // alef maqsura
          Map.entry(0x06CC, "ي"), // Persian yeh
          Map.entry(0x06A9, "ك"), // Persian kaf
          Map.entry(0x0671, "ا")); // alef wasla

  /**
   * Folds of single characters of the basic plane, filled on demand; two threads write the same.
   */
  private static final AtomicReferenceArray<String> SINGLES = new AtomicReferenceArray<>(0x10000);

  private Folding() {}

  /** The fold of one code point without marks; empty when nothing of it is compared. */
  static String single(int codePoint) {
    if (codePoint >= SINGLES.length()) {
      return cluster(Character.toString(codePoint));
    }
    String known = SINGLES.get(codePoint);
    if (known == null) {
      known = cluster(Character.toString(codePoint));
      SINGLES.set(codePoint, known);
    }
    return known;
  }

  /** The fold of a base character and its marks. */
  static String cluster(String cluster) {
    String compatible = Normalizer.normalize(cluster, Normalizer.Form.NFKC);
    // Upper case first: it is what unites ß with SS, ς with σ and ı with I.
    String caseless = compatible.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    StringBuilder folded = new StringBuilder(caseless.length());
    Normalizer.normalize(caseless, Normalizer.Form.NFKC).codePoints().forEach(c -> add(c, folded));
    return folded.toString();
  }

  private static void add(int codePoint, StringBuilder folded) {
    if (Character.isDigit(codePoint)) {
      folded.append(Character.digit(codePoint, 10));
      return;
    }
    switch (UnicodeScript.of(codePoint)) {
      case LATIN, GREEK, ARABIC, HEBREW -> addWithoutMarks(codePoint, folded);
      case INHERITED, COMMON -> {
        if (Character.isLetterOrDigit(codePoint)) {
          folded.appendCodePoint(codePoint);
        }
      }
      default -> {
        if (Character.isLetterOrDigit(codePoint) || Characters.isMark(codePoint)) {
          folded.append(PLAIN.getOrDefault(codePoint, Character.toString(codePoint)));
        }
      }
    }
  }

  private static void addWithoutMarks(int codePoint, StringBuilder folded) {
    Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFD)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(c -> folded.append(PLAIN.getOrDefault(c, Character.toString(c))));
  }
}
