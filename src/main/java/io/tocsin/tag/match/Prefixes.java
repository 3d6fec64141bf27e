package io.tocsin.tag.match;

import io.tocsin.tag.text.WordKey;
import java.util.TreeSet;

/**
 * Which beginnings of words are looked for: their lengths in bytes, and filters on their first one
 * to four bytes, so that most words are never hashed for them.
 */
final class Prefixes {
  private static final int FILTERED_BYTES = 4;
  private static final int FILTER_BITS = 16;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final TreeSet<Integer> collected = new TreeSet<>();
  private final long[][] filters = new long[FILTERED_BYTES + 1][];
  private int[] lengths = {};
  private int[] filtered = {};

  /** Adds a beginning. */
  void add(byte[] padded, int from, int to) {
    collected.add(to - from);
    int bytes = Math.min(FILTERED_BYTES, to - from);
    if (filters[bytes] == null) {
      filters[bytes] = new long[1 << FILTER_BITS - 6];
    }
    int bit = bit(WordKey.first(padded, from, bytes));
    filters[bytes][bit >>> 6] |= 1L << bit;
  }

  /** Settles the lengths, once all are added. */
  void settle() {
    lengths = collected.stream().mapToInt(Integer::intValue).toArray();
    filtered = collected.stream().mapToInt(l -> Math.min(FILTERED_BYTES, l)).distinct().toArray();
  }

  /** The lengths in use, in bytes, ascending. */
  int[] lengths() {
    return lengths;
  }

  /** 1 when a word may begin with one of them, else 0. */
  int mayBegin(byte[] padded, int from, int to) {
    int may = 0;
    for (int bytes : filtered) {
      int bit = bit(WordKey.first(padded, from, bytes));
      may |= to - from >= bytes ? (int) (filters[bytes][bit >>> 6] >>> bit) & 1 : 0;
    }
    return may;
  }

  private static int bit(long bytes) {
    return (int) (bytes * SPREAD >>> 64 - FILTER_BITS);
  }
}
