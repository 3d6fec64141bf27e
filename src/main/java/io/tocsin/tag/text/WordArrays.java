package io.tocsin.tag.text;

import java.util.Arrays;

/**
 * The words read so far. The folded bytes of a plain word stand at the place of the word itself, in
 * the lower-cased copy of the text; only the others, whose fold is appended behind that copy, need
 * a second pair of places.
 */
final class WordArrays {
  /** What may be written or read past the end of what counts. */
  static final int SLACK = 72;

  int size;
  long[] keys = new long[512];
  int[] from = new int[512];
  int[] to = new int[512];
  private int[] originalFrom = new int[512];
  private int[] originalTo = new int[512];

  /**
   * The lower-cased copy of the text, and from {@link #appendedFrom} on the folds of the others.
   */
  byte[] folded = new byte[4096];

  int appendedFrom;
  int appendedTo;

  /** Forgets all words and makes room for the copy of a text of so many bytes. */
  void clear(int textBytes) {
    size = 0;
    appendedFrom = textBytes;
    appendedTo = textBytes;
    if (folded.length < textBytes + SLACK) {
      folded = new byte[textBytes + textBytes / 4 + SLACK];
    }
  }

  /** Makes room for so many more words, and one beyond. */
  void reserve(int words) {
    if (size + words + SLACK > keys.length) {
      int length = Math.max(size + words + SLACK, 2 * keys.length);
      keys = Arrays.copyOf(keys, length);
      from = Arrays.copyOf(from, length);
      to = Arrays.copyOf(to, length);
      originalFrom = Arrays.copyOf(originalFrom, length);
      originalTo = Arrays.copyOf(originalTo, length);
    }
  }

  /** Makes room for so many more appended bytes. */
  void reserveFolded(int bytes) {
    if (appendedTo + bytes + SLACK > folded.length) {
      folded = Arrays.copyOf(folded, Math.max(appendedTo + bytes + SLACK, 2 * folded.length));
    }
  }

  /** Adds the word whose fold was appended from a place on. */
  void addAppended(int foldedFrom, int start, int end) {
    reserve(1);
    keys[size] = WordKeys.of(folded, foldedFrom, appendedTo);
    from[size] = foldedFrom;
    to[size] = appendedTo;
    originalFrom[size] = start;
    originalTo[size++] = end;
  }

  /** Where a word begins in the text. */
  int start(int word) {
    int place = from[word];
    return place < appendedFrom ? place : originalFrom[word];
  }

  /** Where a word ends in the text. */
  int end(int word) {
    return from[word] < appendedFrom ? to[word] : originalTo[word];
  }
}
