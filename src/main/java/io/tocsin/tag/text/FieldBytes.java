package io.tocsin.tag.text;

import io.tocsin.model.Field;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The three fields of an article as UTF-8, one behind the other, each followed by a separator.
 * Reused from article to article by one thread.
 */
final class FieldBytes {
  /** Stands behind every field; ends a word whatever it is. */
  private static final byte SEPARATOR = '\n';

  private final int[] starts = new int[Field.ALL.size() + 1];
  private byte[] text = new byte[4096];
  private int length;

  /** Takes over the fields; what was held before is forgotten. */
  void set(byte[] title, byte[] summary, byte[] body) {
    length = title.length + summary.length + body.length + starts.length - 1;
    int needed = (length & ~63) + 64 + WordArrays.SLACK;
    if (text.length < needed) {
      text = new byte[needed + needed / 4];
    }
    starts[1] = append(title, 0);
    starts[2] = append(summary, starts[1]);
    starts[3] = append(body, starts[2]);
    Arrays.fill(text, length, needed, SEPARATOR);
  }

  private int append(byte[] field, int at) {
    System.arraycopy(field, 0, text, at, field.length);
    text[at + field.length] = SEPARATOR;
    return at + field.length + 1;
  }

  /** The bytes; separators stand behind the last whole block of 64. Not to be changed. */
  byte[] text() {
    return text;
  }

  /** How many of the bytes count. */
  int length() {
    return length;
  }

  /** Where a field begins; that of the number after the last is where all ends. */
  int start(int field) {
    return starts[field];
  }

  /** The number of the field that a place is in. */
  int at(int place) {
    return place >= starts[2] ? 2 : place >= starts[1] ? 1 : 0;
  }

  /** The text of a field. */
  String decoded(int field) {
    int from = starts[field];
    return new String(text, from, starts[field + 1] - 1 - from, StandardCharsets.UTF_8);
  }
}
