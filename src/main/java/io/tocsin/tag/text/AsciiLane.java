package io.tocsin.tag.text;

import static io.tocsin.tag.text.WordKeys.LONGS;

import java.util.Arrays;

/**
 * Cuts UTF-8 into words eight bytes at a time, with plain arithmetic on longs: first one bit per
 * byte (does it belong to a word?) and a lower-cased copy, then the places where those bits change,
 * then the key of each word. None of the three steps branches on the text, except where a word
 * holds something else than ASCII letters and digits: that word goes to {@link FoldLane}.
 *
 * <p>Bit maps run at about a gigabyte a second, a loop over characters at a quarter of that.
 */
final class AsciiLane {
  private static final long HIGH = 0x8080808080808080L;
  private static final long LOW7 = 0x7F7F7F7F7F7F7F7FL;
  private static final long ONES = 0x0101010101010101L;

  /** Brings the lowest bit of each byte together in the highest byte of the product. */
  private static final long GATHER = 0x0102040810204080L;

  private final WordArrays words;
  private final FoldLane foldLane;
  private long[] wordBits = new long[64];
  private long[] specialBits = new long[64];
  private int[] bounds = new int[1024];
  private boolean ascii;

  AsciiLane(WordArrays words) {
    this.words = words;
    this.foldLane = new FoldLane(words);
  }

  /**
   * Reads the words of a text.
   *
   * @param text UTF-8, with {@link WordArrays#SLACK} separators behind its last whole block of 64
   * @param length how many bytes of it count
   * @return whether all of them are ASCII
   */
  boolean read(byte[] text, int length) {
    int blocks = (length + 63) >>> 6;
    words.clear((blocks + 1) << 6);
    if (wordBits.length <= blocks + 1) {
      wordBits = new long[2 * blocks + 2];
      specialBits = new long[2 * blocks + 2];
    }
    mapBits(text, blocks);
    wordBits[blocks] = 0;
    specialBits[blocks] = 0;
    int count = findBounds(blocks + 1);
    words.reserve(count);
    readWords(text, length, count);
    return ascii;
  }

  /**
   * Sets for every byte whether it is part of a word or of something that {@link FoldLane} must see
   * (an apostrophe, any byte of a character beyond ASCII), and copies the text in lower case.
   */
  private void mapBits(byte[] text, int blocks) {
    byte[] lower = words.folded;
    long beyondAscii = 0;
    for (int block = 0; block < blocks; block++) {
      long inWord = 0;
      long anySpecial = 0;
      int base = block << 6;
      for (int i = 0; i < 64; i += 8) {
        long bytes = (long) LONGS.get(text, base + i);
        long low = bytes & LOW7;
        long caseless = low | (ONES * 0x20);
        // Adding carries into the high bit of a byte when it reaches a bound, never further.
        long letter = (caseless + ONES * (0x80 - 'a')) & ~(caseless + ONES * (0x7F - 'z'));
        long digit = (low + ONES * (0x80 - '0')) & ~(low + ONES * (0x7F - '9'));
        long special = special(bytes, low);
        long upper = letter & ~(low << 2) & ~bytes & HIGH;
        LONGS.set(lower, base + i, bytes | (upper >>> 2));
        long part = ((letter | digit) & HIGH) | special;
        inWord |= (((part >>> 7) * GATHER) >>> 56) << i;
        anySpecial |= special;
        beyondAscii |= bytes;
      }
      wordBits[block] = inWord;
      specialBits[block] = anySpecial == 0 ? 0 : specialBits(text, base);
    }
    ascii = (beyondAscii & HIGH) == 0;
  }

  private static long special(long bytes, long low) {
    long quote = HIGH - (low ^ (ONES * '\''));
    long backquote = HIGH - (low ^ (ONES * '`'));
    return (bytes | quote | backquote) & HIGH;
  }

  private static long specialBits(byte[] text, int base) {
    long bits = 0;
    for (int i = 0; i < 64; i += 8) {
      long bytes = (long) LONGS.get(text, base + i);
      bits |= (((special(bytes, bytes & LOW7) >>> 7) * GATHER) >>> 56) << i;
    }
    return bits;
  }

  /** Lists the places where a run of word bytes begins or ends, in turn; returns how many runs. */
  private int findBounds(int blocks) {
    int found = 0;
    long carry = 0;
    int[] places = bounds;
    for (int block = 0; block < blocks; block++) {
      long bits = wordBits[block];
      long changes = bits ^ ((bits << 1) | carry);
      carry = bits >>> 63;
      if (found + 72 > places.length) {
        places = Arrays.copyOf(places, 2 * places.length);
        bounds = places;
      }
      int base = block << 6;
      int at = found;
      found += Long.bitCount(changes);
      // Eight at once, those beyond the last are overwritten: no branch for each.
      do {
        for (int i = 0; i < 8; i++) {
          places[at + i] = base + Long.numberOfTrailingZeros(changes);
          changes &= changes - 1;
        }
        at += 8;
      } while (at < found);
    }
    return found >>> 1;
  }

  private void readWords(byte[] text, int length, int count) {
    int[] places = bounds;
    long[] special = specialBits;
    byte[] lower = words.folded;
    long[] keys = words.keys;
    int[] from = words.from;
    int[] to = words.to;
    int size = 0;
    for (int i = 0; i < count; i++) {
      int start = places[2 * i];
      int end = places[2 * i + 1];
      int bytes = end - start;
      if ((special[start >>> 6] | special[end >>> 6]) != 0
          || bytes > 64
          || dotted(text, start, end)) {
        if (bytes > 64 || isSpecial(start, bytes) || dotted(text, start, end)) {
          words.size = size;
          int next = foldLane.read(text, length, start);
          while (i + 1 < count && places[2 * i + 2] < next) {
            i++;
          }
          words.reserve(count - i);
          size = words.size;
          lower = words.folded;
          keys = words.keys;
          from = words.from;
          to = words.to;
          continue;
        }
      }
      long key = (long) LONGS.get(lower, start);
      if (bytes <= 8) {
        key = WordKeys.mix(0, key & (-1L >>> (-bytes << 3)));
      } else {
        key = WordKeys.of(lower, start, end);
      }
      keys[size] = key;
      from[size] = start;
      to[size++] = end;
    }
    words.size = size;
  }

  /** Whether a run is a single capital before a dot, as in U.S. */
  private static boolean dotted(byte[] text, int start, int end) {
    return end - start == 1 && text[end] == '.' && text[start] >= 'A' && text[start] <= 'Z';
  }

  /** Whether one of at most 64 bytes is special. */
  private boolean isSpecial(int start, int bytes) {
    long bits = specialBits[start >>> 6] >>> start;
    if ((start & 63) != 0) {
      bits |= specialBits[(start >>> 6) + 1] << -start;
    }
    return (bits & (-1L >>> -bytes)) != 0;
  }
}
