package io.tocsin.tag.match;

import io.tocsin.tag.text.Scan;
import java.util.Arrays;

/**
 * The folded words of all phrases, one behind the other: what a hit is held against, so that no
 * collision of hashes ever tags anything. A blank stands between two words; no fold has one.
 */
final class PhraseText {
  private static final byte BLANK = ' ';

  private byte[] bytes = new byte[1024];
  private int[] ends = new int[64];
  private int size;
  private int end;

  /** How many phrases there are. */
  int size() {
    return size;
  }

  /** Begins another phrase; what was written of one that was not kept is forgotten. */
  void begin() {
    end = from(size);
  }

  /** Writes the next word of the phrase that was begun. */
  void word(byte[] utf8, int from, int to) {
    boolean first = end == from(size);
    int length = to - from;
    if (end + length + 1 > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, end + length + 1));
    }
    if (!first) {
      bytes[end++] = BLANK;
    }
    System.arraycopy(utf8, from, bytes, end, length);
    end += length;
  }

  /** Whether the phrase that was begun is the same as one that was kept. */
  boolean isSame(int phrase) {
    return Arrays.equals(bytes, from(phrase), ends[phrase], bytes, from(size), end);
  }

  /** Keeps the phrase that was begun; returns its number. */
  int keep() {
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, 2 * size);
    }
    ends[size] = end;
    return size++;
  }

  /** Gives back what was reserved for more. */
  PhraseText trimmed() {
    PhraseText trimmed = new PhraseText();
    trimmed.bytes = Arrays.copyOf(bytes, from(size));
    trimmed.ends = Arrays.copyOf(ends, size);
    trimmed.size = size;
    return trimmed;
  }

  byte[] bytes() {
    return bytes;
  }

  int from(int phrase) {
    return phrase == 0 ? 0 : ends[phrase - 1];
  }

  int to(int phrase) {
    return ends[phrase];
  }

  int length(int phrase) {
    return ends[phrase] - from(phrase);
  }

  /** One past the last byte of the word of a phrase that begins at a place. */
  int wordEnd(int from, int to) {
    int at = from;
    while (at < to && bytes[at] != BLANK) {
      at++;
    }
    return at;
  }

  /** Whether the words of an article from one to another are this phrase. */
  boolean stands(int phrase, Scan scan, int first, int last) {
    int at = afterWords(phrase, scan, first, last);
    return at >= 0 && rest(phrase, at, scan, last) == scan.foldedTo(last) - scan.foldedFrom(last);
  }

  /**
   * How many bytes of the last word this phrase spells, when all words before are its own and the
   * last begins with the rest of it; -1 otherwise.
   */
  int beginning(int phrase, Scan scan, int first, int last) {
    int at = afterWords(phrase, scan, first, last);
    return at < 0 ? -1 : rest(phrase, at, scan, last);
  }

  private int rest(int phrase, int at, Scan scan, int word) {
    int rest = ends[phrase] - at;
    int from = scan.foldedFrom(word);
    boolean begins =
        rest <= scan.foldedTo(word) - from
            && Arrays.equals(bytes, at, at + rest, scan.folded(), from, from + rest);
    return begins ? rest : -1;
  }

  /** Where the last word of the phrase must begin when all before it are those of the article. */
  private int afterWords(int phrase, Scan scan, int first, int last) {
    int at = from(phrase);
    int to = ends[phrase];
    for (int word = first; word < last; word++) {
      int from = scan.foldedFrom(word);
      int next = at + scan.foldedTo(word) - from;
      if (next >= to
          || bytes[next] != BLANK
          || !Arrays.equals(bytes, at, next, scan.folded(), from, scan.foldedTo(word))) {
        return -1;
      }
      at = next + 1;
    }
    return at;
  }

  /** Bytes of memory. */
  long memory() {
    return bytes.length + 4L * ends.length;
  }
}
