package io.tocsin.wire.binary;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link Output} wrote. A text that is referred to is the same object each time, so that
 * a publisher of a thousand articles is one string. Anything that was not written so ends in an
 * {@link IndexOutOfBoundsException} or an {@link IllegalArgumentException}.
 */
final class Input {
  private final List<String> known = new ArrayList<>();
  private final byte[] bytes;
  private int at;

  Input(byte[] bytes) {
    this.bytes = bytes;
  }

  boolean flag() {
    return bytes[at++] != 0;
  }

  int octet() {
    return bytes[at++];
  }

  long number() {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      byte next = bytes[at++];
      value |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("a number of more than ten bytes");
  }

  /** A number of things or a place: not negative, and not beyond an array. */
  int count() {
    return Math.toIntExact(number());
  }

  /** A number that may well be negative. */
  long signed() {
    long turned = number();
    return (turned >>> 1) ^ -(turned & 1);
  }

  Instant time() {
    return Instant.ofEpochSecond(signed(), number());
  }

  @Nullable Instant timeOrNone() {
    return flag() ? time() : null;
  }

  String text() {
    String text = textOrNone();
    if (text == null) {
      throw new IllegalArgumentException("a text is missing");
    }
    return text;
  }

  @Nullable String textOrNone() {
    int what = count();
    if (what == Output.ABSENT) {
      return null;
    }
    if (what >= Output.FIRST) {
      return known.get(what - Output.FIRST);
    }
    int length = count();
    String text = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    if (what == Output.NEW) {
      known.add(text);
    }
    return text;
  }

  boolean isAtEnd() {
    return at == bytes.length;
  }
}
