package io.tocsin.tag.match;

import io.tocsin.tag.text.Scan;
import io.tocsin.tag.text.WordKey;
import java.util.Arrays;

/**
 * The folded words of all phrases, one after the other in one array: words are parted by a blank, a
 * star follows the beginning of a word. A hit only counts when its text is the phrase's.
 */
final class PhraseTexts {
  private static final byte BLANK = ' ';
  private static final byte STAR = '*';

  private byte[] bytes = new byte[1 << 14];
  private int[] from = new int[1 << 10];
  private int size;
  private int length;

  /** Begins a phrase. */
  void begin() {
    if (size + 1 >= from.length) {
      from = Arrays.copyOf(from, 2 * from.length);
    }
    from[size] = length;
  }

  /** Adds a word to the phrase that was begun. */
  void word(byte[] folded, int start, int end) {
    int needed = length + end - start + 2 + WordKey.PADDING;
    if (needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(needed, bytes.length + bytes.length / 2));
    }
    if (length > from[size]) {
      bytes[length++] = BLANK;
    }
    System.arraycopy(folded, start, bytes, length, end - start);
    length += end - start;
  }

  /** Says that the last word is only the beginning of one. */
  void star() {
    bytes[length++] = STAR;
  }

  /** Ends the phrase; returns its number. */
  int end() {
    from[++size] = length;
    return size - 1;
  }

  /** Forgets the phrase that was begun. */
  void drop() {
    length = from[size];
  }

  int size() {
    return size;
  }

  byte[] bytes() {
    return bytes;
  }

  int from(int phrase) {
    return from[phrase];
  }

  /** One past the last byte; of the phrase that was begun, where it ends by now. */
  int to(int phrase) {
    return phrase == size ? length : from[phrase + 1];
  }

  boolean isPrefix(int phrase) {
    return bytes[to(phrase) - 1] == STAR;
  }

  boolean isSame(int one, int other) {
    return Arrays.equals(bytes, from(one), to(one), bytes, from(other), to(other));
  }

  /** Whether the words of an article are those of a phrase. */
  boolean stands(int phrase, Scan scan, int first, int last) {
    int at = from(phrase);
    int to = to(phrase);
    byte[] folded = scan.folded();
    for (int word = first; word <= last; word++) {
      int start = scan.foldedFrom(word);
      int room = to - at - (word == last && bytes[to - 1] == STAR ? 1 : 0);
      int compared = scan.foldedTo(word) - start;
      if (word == last) {
        compared = bytes[to - 1] == STAR ? Math.min(compared, room) : compared;
        return compared == room
            && Arrays.equals(bytes, at, at + room, folded, start, start + compared);
      }
      if (compared >= room
          || bytes[at + compared] != BLANK
          || !Arrays.equals(bytes, at, at + compared, folded, start, start + compared)) {
        return false;
      }
      at += compared + 1;
    }
    return false;
  }

  /** Gives back the room that was kept for more. */
  void trim() {
    bytes = Arrays.copyOf(bytes, length + WordKey.PADDING);
    from = Arrays.copyOf(from, size + 1);
  }

  /** Bytes that it takes. */
  long memory() {
    return bytes.length + 4L * from.length;
  }
}
