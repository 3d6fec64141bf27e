package io.tocsin.alert.spike;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Whole numbers in as many bytes as they need, seven bits in each (LEB128). */
final class Varints {
  private static final int MOST_BYTES = 10;

  private byte[] bytes;
  private int size;

  Varints(int capacity) {
    bytes = new byte[Math.max(MOST_BYTES, capacity)];
  }

  /** Appends a number; negative ones take ten bytes. */
  void put(long number) {
    if (bytes.length - size < MOST_BYTES) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length);
    }
    long rest = number;
    while ((rest & ~0x7FL) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  byte[] bytes() {
    return Arrays.copyOf(bytes, size);
  }

  /**
   * The next number.
   *
   * @throws IllegalArgumentException when the bytes end within it
   */
  static long get(ByteBuffer in) {
    long number = 0;
    try {
      for (int shift = 0; shift < 7 * MOST_BYTES; shift += 7) {
        byte next = in.get();
        number |= (long) (next & 0x7F) << shift;
        if (next >= 0) {
          return number;
        }
      }
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("the bytes of a history end too early", e);
    }
    throw new IllegalArgumentException("a number of a history is longer than ten bytes");
  }
}
