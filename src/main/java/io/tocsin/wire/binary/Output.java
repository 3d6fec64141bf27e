package io.tocsin.wire.binary;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes numbers, times and texts into a growing array. Numbers are as long as they need (seven
 * bits a byte, lowest first); a text that came before is a reference to it.
 */
final class Output {
  /** In place of a text: there is none. */
  static final int ABSENT = 0;

  /** In place of a text: it follows, length first, and may be referred to. */
  static final int NEW = 1;

  /** In place of a text: it follows, length first, and nothing will refer to it. */
  static final int UNNUMBERED = 2;

  /** The first reference; the n-th text that may be referred to is {@code FIRST + n}. */
  static final int FIRST = 3;

  private final Map<String, Integer> known = new HashMap<>();
  private byte[] bytes;
  private int size;

  Output(int expected) {
    bytes = new byte[expected];
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  Output flag(boolean value) {
    room(1);
    bytes[size++] = (byte) (value ? 1 : 0);
    return this;
  }

  Output octet(int value) {
    room(1);
    bytes[size++] = (byte) value;
    return this;
  }

  /** A number that is rarely negative; one that is takes ten bytes. */
  Output number(long value) {
    room(10);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[size++] = (byte) ((rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
    return this;
  }

  /** A number that may well be negative: small ones of either sign are short. */
  Output signed(long value) {
    return number((value << 1) ^ (value >> 63));
  }

  /** A time, to the nanosecond; before 1970 as well. */
  Output time(Instant time) {
    return signed(time.getEpochSecond()).number(time.getNano());
  }

  Output timeOrNone(@Nullable Instant time) {
    flag(time != null);
    return time == null ? this : time(time);
  }

  /** A text that is likely to come again, such as the name of a publisher. */
  Output text(@Nullable String text) {
    if (text == null) {
      return number(ABSENT);
    }
    Integer place = known.putIfAbsent(text, known.size());
    return place == null ? once(text.getBytes(StandardCharsets.UTF_8), NEW) : number(FIRST + place);
  }

  /** A text that hardly comes again: looking it up would cost more than writing it. */
  Output own(@Nullable String text) {
    return text == null ? number(ABSENT) : once(text.getBytes(StandardCharsets.UTF_8), UNNUMBERED);
  }

  private Output once(byte[] utf8, int how) {
    number(how).number(utf8.length).room(utf8.length);
    System.arraycopy(utf8, 0, bytes, size, utf8.length);
    size += utf8.length;
    return this;
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
    }
  }
}
