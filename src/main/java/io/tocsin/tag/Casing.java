package io.tocsin.tag;

import io.tocsin.model.Article;
import io.tocsin.model.Field;
import org.jspecify.annotations.Nullable;

/** What the capitals of each field of an article say. */
final class Casing {
  /** In a text in sentences fewer than these of ten long words begin with a capital. */
  private static final int HEADLINE_CAPITALS_OF_TEN = 8;

  /** Shorter words are small in headlines too: of, the, and. */
  private static final int LONG_WORD = 4;

  /** How a field is written. */
  enum Style {
    /** No capital at all, as in headlines taken from an address, or in scripts without case. */
    SMALL,
    /** A capital begins sentences and names. */
    SENTENCE,
    /** Nearly every word begins with a capital, as in a headline. */
    HEADLINE,
    /** At least three of four letters are capitals. */
    CAPITALS
  }

  private final Article article;
  private final @Nullable Style[] styles = new Style[Field.ALL.size()];
  private final @Nullable Boolean[] telling = new Boolean[Field.ALL.size()];

  Casing(Article article) {
    this.article = article;
  }

  /** How a field is written; found out when it is asked for. */
  Style style(Field field) {
    Style known = styles[field.index()];
    if (known == null) {
      known = style(article.text(field));
      styles[field.index()] = known;
    }
    return known;
  }

  /** Whether a small letter says that a word is no name: there is a capital, mostly the first. */
  boolean isTelling(Field field) {
    Boolean known = telling[field.index()];
    if (known == null) {
      known = hasCapital(article.text(field));
      telling[field.index()] = known;
    }
    return known;
  }

  private static boolean hasCapital(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isCapital(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCapital(char c) {
    return c < 128 ? c >= 'A' && c <= 'Z' : Character.isLetter(c) && Character.isUpperCase(c);
  }

  private static Style style(String text) {
    int upper = 0;
    int lower = 0;
    int longWords = 0;
    int longCapitals = 0;
    int length = 0;
    boolean capital = false;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      if (c >= 'a' && c <= 'z') {
        lower++;
        capital &= length > 0;
        length++;
      } else if (Character.isLetter(c)) {
        boolean big = Character.isUpperCase(c);
        upper += big ? 1 : 0;
        lower += Character.isLowerCase(c) ? 1 : 0;
        capital = length == 0 ? big : capital;
        length++;
      } else {
        longWords += length >= LONG_WORD ? 1 : 0;
        longCapitals += length >= LONG_WORD && capital ? 1 : 0;
        length = 0;
      }
    }
    if (upper == 0) {
      return Style.SMALL;
    }
    if (upper >= 3 * lower) {
      return Style.CAPITALS;
    }
    boolean headline = longWords > 1 && 10 * longCapitals >= HEADLINE_CAPITALS_OF_TEN * longWords;
    return headline ? Style.HEADLINE : Style.SENTENCE;
  }
}
