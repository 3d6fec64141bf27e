package io.tocsin.tag.story;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A hash of a folded word that is the same in every process and every version; the keys of a scan
 * are seeded anew by each process, so that nobody can prepare words that meet, and cannot travel.
 * Signatures can afford it: who makes two texts look alike on purpose only joins two stories.
 */
final class WordHash {
  /** Odd, and its bits are evenly mixed: 2^64 divided by the golden ratio. */
  static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private WordHash() {}

  /**
   * The hash of the bytes, eight at a time; words of up to eight bytes, most of all, never meet.
   */
  static long of(byte[] bytes, int from, int to) {
    long hash = 0;
    int at = from;
    for (; to - at > Long.BYTES; at += Long.BYTES) {
      hash = mix(hash ^ (long) LONG.get(bytes, at));
    }
    return mix(hash ^ last(bytes, at, to - at));
  }

  /** One to eight bytes as a number; what stands behind them in the array is masked away. */
  private static long last(byte[] bytes, int at, int length) {
    if (at + Long.BYTES <= bytes.length) {
      return (long) LONG.get(bytes, at) & (-1L >>> (Long.SIZE - Byte.SIZE * length));
    }
    long value = 0;
    for (int i = length - 1; i >= 0; i--) {
      value = (value << Byte.SIZE) | (bytes[at + i] & 0xFF);
    }
    return value;
  }

  private static long mix(long value) {
    long mixed = value * GOLDEN;
    return mixed ^ (mixed >>> 32);
  }
}
