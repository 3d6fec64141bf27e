package io.tocsin.tag.text;

/**
 * UTF-16 offsets of places in UTF-8 text: units before each block of 64 bytes, and bit maps of the
 * bytes that begin no unit and of those that begin two. Only made for texts beyond ASCII.
 */
final class Utf16Offsets {
  private static final long HIGH = 0x8080808080808080L;
  private static final long GATHER = 0x0102040810204080L;

  private int[] before = new int[64];
  private long[] following = new long[64];
  private long[] leadingTwo = new long[64];

  /** Takes over a text whose blocks beyond {@code length} are blank. */
  void read(byte[] text, int length) {
    int blocks = (length >>> 6) + 1;
    if (blocks > before.length) {
      before = new int[2 * blocks];
      following = new long[2 * blocks];
      leadingTwo = new long[2 * blocks];
    }
    int units = 0;
    for (int block = 0; block < blocks; block++) {
      before[block] = units;
      mapBlock(text, block);
      units += 64 - Long.bitCount(following[block]) + Long.bitCount(leadingTwo[block]);
    }
  }

  private void mapBlock(byte[] text, int block) {
    long followers = 0;
    long twos = 0;
    int base = block << 6;
    for (int i = 0; i < 64; i += Long.BYTES) {
      long bytes = (long) WordKey.LONGS.get(text, base + i);
      long high = bytes & HIGH;
      long follower = high & ~(bytes << 1); // 10xxxxxx
      long four = high & bytes << 1 & bytes << 2 & bytes << 3; // 11110xxx: beyond the basic plane
      followers |= ((follower >>> 7) * GATHER >>> 56) << i;
      twos |= ((four >>> 7) * GATHER >>> 56) << i;
    }
    following[block] = followers;
    leadingTwo[block] = twos;
  }

  /** How many UTF-16 units stand before a byte. */
  int before(int at) {
    int block = at >>> 6;
    long below = (1L << at) - 1;
    return before[block]
        + (at & 63)
        - Long.bitCount(following[block] & below)
        + Long.bitCount(leadingTwo[block] & below);
  }
}
