package io.tocsin.tag.text;

import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * What {@link Characters} and {@link Folding} say of each code point, in one long: its fold as up
 * to six bytes of UTF-8, their number, and what the character does to a word. Pages of 256 are
 * filled when first needed; two threads fill them alike.
 */
final class FoldTable {
  static final long WORD_PART = 1L << 56;
  static final long ALONE = 1L << 57;
  static final long MARK = 1L << 58;
  static final long INVISIBLE = 1L << 59;
  static final long UPPER = 1L << 60;
  static final long APOSTROPHE = 1L << 61;

  /** A base whose fold stays the same under marks that are {@link #DROPPED}. */
  static final long SHEDS = 1L << 62;

  /** A mark that leaves no trace on a base that {@link #SHEDS}. */
  static final long DROPPED = 1L << 63;

  /** The number of bytes of a fold that does not fit: it is asked of {@link Folding}. */
  static final int LONG_FOLD = 7;

  private static final AtomicReferenceArray<long[]> PAGES =
      new AtomicReferenceArray<>((Character.MAX_CODE_POINT + 1) >>> 8);

  private FoldTable() {}

  /** The entry of a code point. */
  static long of(int codePoint) {
    long[] page = PAGES.getPlain(codePoint >>> 8);
    return (page == null ? fill(codePoint >>> 8) : page)[codePoint & 0xFF];
  }

  /** How many bytes the fold of an entry has, or {@link #LONG_FOLD}. */
  static int bytes(long entry) {
    return (int) (entry >>> 48) & 7;
  }

  private static long[] fill(int number) {
    long[] page = new long[256];
    for (int i = 0; i < 256; i++) {
      page[i] = entry((number << 8) + i);
    }
    PAGES.setRelease(number, page);
    return page;
  }

  private static long entry(int codePoint) {
    long entry = 0;
    if (Characters.isWordPart(codePoint)) {
      entry |= WORD_PART;
      entry |= Characters.standsAlone(codePoint) ? ALONE : 0;
      entry |= shedsMarks(codePoint) ? SHEDS : 0;
    }
    if (Characters.isMark(codePoint)) {
      entry |= MARK;
      entry |= isDropped(codePoint) ? DROPPED : 0;
    }
    entry |= Characters.isInvisible(codePoint) ? INVISIBLE : 0;
    entry |= Characters.isApostrophe(codePoint) ? APOSTROPHE : 0;
    entry |= Character.isUpperCase(codePoint) ? UPPER : 0;
    return (entry & (WORD_PART | UPPER)) == 0 ? entry : entry | fold(codePoint);
  }

  private static long fold(int codePoint) {
    byte[] utf8 = Folding.single(codePoint).getBytes(StandardCharsets.UTF_8);
    if (utf8.length >= LONG_FOLD) {
      return (long) LONG_FOLD << 48;
    }
    long fold = (long) utf8.length << 48;
    for (int i = 0; i < utf8.length; i++) {
      fold |= (utf8[i] & 0xFFL) << (8 * i);
    }
    return fold;
  }

  private static boolean shedsMarks(int codePoint) {
    return switch (UnicodeScript.of(codePoint)) {
      case LATIN, GREEK, ARABIC, HEBREW -> true;
      default -> codePoint < 0x80;
    };
  }

  /** The iota below a Greek vowel is the one mark that turns into a letter. */
  private static boolean isDropped(int codePoint) {
    return codePoint != 0x0345
        && Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKC)
            .codePoints()
            .allMatch(FoldTable::isDiacritic);
  }

  private static boolean isDiacritic(int codePoint) {
    return switch (UnicodeScript.of(codePoint)) {
      case INHERITED, LATIN, GREEK, ARABIC, HEBREW -> !Character.isLetterOrDigit(codePoint);
      default -> false;
    };
  }
}
