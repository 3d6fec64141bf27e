package io.tocsin.tag.text;

import java.lang.Character.UnicodeScript;

/** What a character does to the word that it stands in. */
final class Characters {
  private Characters() {}

  /** Letters and digits of any script, superscripts and Roman numerals among them. */
  static boolean isWordPart(int codePoint) {
    if (codePoint < 0x80) {
      return (codePoint >= 'a' && codePoint <= 'z')
          || (codePoint >= 'A' && codePoint <= 'Z')
          || (codePoint >= '0' && codePoint <= '9');
    }
    return switch (Character.getType(codePoint)) {
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER,
          Character.DECIMAL_DIGIT_NUMBER,
          Character.LETTER_NUMBER,
          Character.OTHER_NUMBER ->
          !isInvisible(codePoint);
      default -> false;
    };
  }

  /**
   * Marks that stand on the character before them; the vowels and finals of decomposed Hangul
   * belong here too.
   */
  static boolean isMark(int codePoint) {
    if (codePoint < 0x300) {
      return false;
    }
    if ((codePoint >= 0x1160 && codePoint <= 0x11FF)
        || codePoint == 0xFF9E
        || codePoint == 0xFF9F) {
      return true;
    }
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          true;
      default -> false;
    };
  }

  /**
   * Zero-width characters, soft hyphens, bidi controls, and the half rings of transliterated
   * Arabic.
   */
  static boolean isInvisible(int codePoint) {
    if (codePoint < 0xAD) {
      return false;
    }
    return Character.getType(codePoint) == Character.FORMAT
        || (codePoint >= 0x02B9 && codePoint <= 0x02C1 && codePoint != 0x02BC);
  }

  /** Apostrophes and what keyboards offer for them. */
  static boolean isApostrophe(int codePoint) {
    return switch (codePoint) {
      case '\'', '`', 0xB4, 0x02BC, 0x2018, 0x2019, 0x201B, 0x2032, 0xFF07 -> true;
      default -> false;
    };
  }

  /** Scripts that set no spaces: each character with its marks is a word. */
  static boolean standsAlone(int codePoint) {
    if (codePoint < 0x0E00) {
      return false;
    }
    if (codePoint == 0x30FC || codePoint == 0xFF70) {
      return true; // the length mark belongs to no script of its own
    }
    return switch (UnicodeScript.of(codePoint)) {
      case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
      default -> false;
    };
  }
}
