package io.tocsin.tag.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.SecureRandom;

/**
 * The 64-bit key of a word, made of its folded UTF-8 in blocks of eight bytes. Up to eight bytes
 * the key is a bijection: no two such words share one.
 *
 * <p>The multiplier is drawn once per process, so nobody can write words that collide; keys
 * therefore mean nothing in another process and are never stored.
 */
final class WordKeys {
  /** Eight bytes of an array as one number, the first byte lowest. */
  static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** Odd, or bits would be lost. */
  static final long MULTIPLIER = new SecureRandom().nextLong() | 1;

  private WordKeys() {}

  /** Takes the next block into a key; the first block is taken into 0. */
  static long mix(long key, long block) {
    long mixed = (key ^ block) * MULTIPLIER;
    return mixed ^ (mixed >>> 32);
  }

  /** The key of the bytes between two places; 0 when there are none. */
  static long of(byte[] utf8, int from, int to) {
    long key = 0;
    int at = from;
    for (; to - at > 8; at += 8) {
      key = mix(key, (long) LONGS.get(utf8, at));
    }
    if (at == to) {
      return key;
    }
    return mix(key, tail(utf8, at, to));
  }

  /** One to eight bytes as a number; reads past them only where the array goes on. */
  private static long tail(byte[] utf8, int at, int to) {
    if (at + 8 <= utf8.length) {
      return (long) LONGS.get(utf8, at) & (-1L >>> (-(to - at) << 3));
    }
    long block = 0;
    for (int i = to - 1; i >= at; i--) {
      block = (block << 8) | (utf8[i] & 0xFF);
    }
    return block;
  }
}
