package io.tocsin.tag.match;

import java.util.Arrays;

/** Writes the folded words of phrases one behind the other, as {@link PhraseText} reads them. */
final class PhraseWriter {
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
    reserve(end + length + 1);
    if (!first) {
      bytes[end++] = PhraseText.BLANK;
    }
    System.arraycopy(utf8, from, bytes, end, length);
    end += length;
  }

  private void reserve(int needed) {
    if (needed < 0 || needed > Chains.LARGEST) {
      throw new IllegalStateException(
          "the watchlist has more than " + Chains.LARGEST + " bytes of names; split it");
    }
    if (needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * needed);
    }
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
    reserve(end + 1);
    bytes[end] = PhraseText.END;
    PhraseText.INTS.set(bytes, from(size) - PhraseText.HEAD, size);
    ends[size] = end;
    return size++;
  }

  /** What was kept so far. */
  PhraseText text() {
    return new PhraseText(Arrays.copyOf(bytes, from(size) + PhraseText.SLACK));
  }

  byte[] bytes() {
    return bytes;
  }

  /** Where the words of a phrase begin: its place. */
  int from(int phrase) {
    return PhraseText.HEAD + (phrase == 0 ? 0 : ends[phrase - 1] + 1);
  }

  /** Where they end. */
  int to(int phrase) {
    return ends[phrase];
  }

  /** One past the last byte of the word of a phrase that begins at a place. */
  int wordEnd(int from, int to) {
    int at = from;
    while (at < to && bytes[at] != PhraseText.BLANK) {
      at++;
    }
    return at;
  }
}
