package io.tocsin.tag.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.SecureRandom;

/**
 * The 64-bit key of a folded word: its UTF-8, eight bytes at a time, each block multiplied in. For
 * words of up to eight bytes no two keys are equal. The multiplier is drawn once per process, so
 * that nobody can write words that collide; no key may therefore leave the process.
 */
public final class WordKey {
  /** Arrays that keys are read from have so many bytes beyond the last word. */
  public static final int PADDING = 8;

  static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long MULTIPLIER = new SecureRandom().nextLong() | 1L << 62 | 1;

  private WordKey() {}

  /**
   * The key of the bytes from one place to another.
   *
   * @param padded holds at least {@link #PADDING} bytes beyond {@code to}
   */
  public static long of(byte[] padded, int from, int to) {
    long key = 0;
    int at = from;
    while (to - at > Long.BYTES) {
      key = mixed(key, (long) LONGS.get(padded, at));
      at += Long.BYTES;
    }
    return mixed(key, (long) LONGS.get(padded, at) & -1L >>> 64 - 8 * (to - at));
  }

  /** Takes one more block, or one more word of a sequence, into a key. */
  public static long mixed(long key, long next) {
    long product = (key ^ next) * MULTIPLIER;
    return product ^ product >>> 32;
  }

  /** The first bytes of a word, at most eight, as a number. */
  public static long first(byte[] padded, int from, int bytes) {
    return (long) LONGS.get(padded, from) & -1L >>> 64 - 8 * bytes;
  }
}
