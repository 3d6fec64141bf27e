package io.tocsin.tag.match;

import io.tocsin.tag.text.Scan;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The folded words of all phrases, one behind the other: what a hit is held against, so that no
 * collision of hashes ever tags anything. A phrase goes by the place of its words; before them
 * stands its number, so that one load from far memory brings both.
 */
final class PhraseText {
  /** Between two words; no fold has one. */
  static final byte BLANK = ' ';

  /** Behind the last word; no fold has one either. */
  static final byte END = '\n';

  /** Bytes before the words. */
  static final int HEAD = Integer.BYTES;

  /** Bytes that may be read past the end. */
  static final int SLACK = Long.BYTES;

  static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final byte[] bytes;

  PhraseText(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The number of the phrase at a place. */
  int number(int place) {
    return (int) INTS.get(bytes, place - HEAD);
  }

  /** How many bytes the phrase at a place has. */
  int length(int place) {
    int at = place;
    while (bytes[at] != END) {
      at++;
    }
    return at - place;
  }

  /**
   * Whether the words of an article from one to another are the phrase at a place and one blank
   * parts them, as nearly always: then all are compared in one go, and they are of one sentence.
   * False says nothing.
   */
  boolean standsPlainly(int place, Scan scan, int first, int last) {
    int from = scan.foldedFrom(first);
    int length = scan.foldedTo(last) - from;
    return length > 0 && begins(place, scan.folded(), from, length) && bytes[place + length] == END;
  }

  /** Whether the words of an article from one to another are the phrase at a place. */
  boolean stands(int place, Scan scan, int first, int last) {
    int at = afterWords(place, scan, first, last);
    if (at < 0) {
      return false;
    }
    int from = scan.foldedFrom(last);
    int length = scan.foldedTo(last) - from;
    return begins(at, scan.folded(), from, length) && bytes[at + length] == END;
  }

  /**
   * How many bytes of the last word the phrase at a place spells, when all words before are its own
   * and the last begins with the rest of it; -1 otherwise.
   */
  int beginning(int place, Scan scan, int first, int last) {
    int at = afterWords(place, scan, first, last);
    if (at < 0) {
      return -1;
    }
    int rest = length(at);
    int from = scan.foldedFrom(last);
    boolean spells = rest <= scan.foldedTo(last) - from && begins(at, scan.folded(), from, rest);
    return spells ? rest : -1;
  }

  /** Where the last word of the phrase must begin when all before it are those of the article. */
  private int afterWords(int place, Scan scan, int first, int last) {
    int at = place;
    for (int word = first; word < last; word++) {
      int from = scan.foldedFrom(word);
      int length = scan.foldedTo(word) - from;
      if (!begins(at, scan.folded(), from, length) || bytes[at + length] != BLANK) {
        return -1;
      }
      at += length + 1;
    }
    return at;
  }

  /**
   * Whether so many folded bytes of an article stand at a place, eight bytes at a time. Never reads
   * past the end of a phrase by more than a block, for no fold has what stands there.
   */
  private boolean begins(int place, byte[] folded, int from, int length) {
    int at = place;
    int other = from;
    int left = length;
    for (; left > Long.BYTES; left -= Long.BYTES) {
      if ((long) LONGS.get(bytes, at) != (long) LONGS.get(folded, other)) {
        return false;
      }
      at += Long.BYTES;
      other += Long.BYTES;
    }
    long difference = (long) LONGS.get(bytes, at) ^ (long) LONGS.get(folded, other);
    return difference << -(left << 3) == 0;
  }

  /** Bytes of memory. */
  long memory() {
    return bytes.length;
  }
}
