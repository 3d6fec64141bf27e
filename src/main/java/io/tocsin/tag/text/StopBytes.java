package io.tocsin.tag.text;

import static io.tocsin.tag.text.WordKeys.LONGS;

/**
 * Where the next character stands that can end a sentence, found eight bytes at a time in the UTF-8
 * of a text that is ASCII; looking at one character after the other takes four times as long.
 */
final class StopBytes {
  /** Knows nothing: every character has to be looked at. */
  static final StopBytes NONE = new StopBytes(new byte[0], 0, 0);

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH = 0x8080808080808080L;

  private final byte[] text;
  private final int from;
  private final int length;

  /**
   * @param text the bytes, with eight more behind those that count
   * @param from where the text begins in them
   * @param length of the text; behind it stands a line feed
   */
  StopBytes(byte[] text, int from, int length) {
    this.text = text;
    this.from = from;
    this.length = length;
  }

  /** The first place from {@code at} on that can be one; beyond the length when there is none. */
  int next(int at) {
    if (length == 0) {
      return at;
    }
    int place = at;
    while (place < length) {
      long bytes = (long) LONGS.get(text, from + place);
      long stops =
          zeros(bytes ^ (ONES * '.'))
              | zeros(bytes ^ (ONES * '\n'))
              | zeros(bytes ^ (ONES * '!'))
              | zeros(bytes ^ (ONES * '?'))
              | zeros(bytes ^ (ONES * ';'));
      if (stops != 0) {
        return place + (Long.numberOfTrailingZeros(stops) >>> 3);
      }
      place += Long.BYTES;
    }
    return place;
  }

  /** The high bit of every byte that is 0; above the lowest of them others may be set as well. */
  private static long zeros(long bytes) {
    return (bytes - ONES) & ~bytes & HIGH;
  }
}
