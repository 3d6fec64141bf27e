package io.tocsin.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream into its JSON values as bytes: the elements of one array, or values one after the
 * other, spread over as many lines as they like. It only follows quotes and brackets; whether a
 * value is JSON is for the reader to say, so that one broken value does not hide the others.
 */
final class JsonValues {
  private final InputStream in;
  private final int longest;
  private int pushedBack = -1;
  private long line = 1;
  private boolean begun;
  private boolean inArray;

  /**
   * Values of a buffered stream; a value longer than {@code longest} bytes is counted but not kept.
   */
  JsonValues(InputStream in, int longest) {
    this.in = in;
    this.longest = longest;
  }

  /** The next value; null at the end. */
  @Nullable Value next() throws IOException {
    while (true) {
      int unit = read();
      if (unit < 0) {
        return null;
      }
      if (space(unit)) {
        continue;
      }
      if (!begun) {
        begun = true;
        if (unit == '[') {
          inArray = true;
          continue;
        }
      }
      if (inArray && unit == ',') {
        continue;
      }
      if (inArray && unit == ']') {
        inArray = false;
        continue;
      }
      return value(unit);
    }
  }

  /**
   * Whether the array that began is still open: at the end of the stream, the sign that it was cut
   * off.
   */
  boolean unclosed() {
    return inArray;
  }

  /** The line that the stream stands in, from 1. */
  long line() {
    return line;
  }

  private Value value(int first) throws IOException {
    long start = line;
    Kept kept = new Kept();
    int depth = 0;
    boolean quoted = false;
    for (int unit = first; unit >= 0; unit = read()) {
      if (!quoted && depth == 0 && kept.length > 0 && (space(unit) || unit == ',' || unit == ']')) {
        pushedBack = unit;
        break;
      }
      kept.add(unit);
      if (quoted) {
        if (unit == '\\') {
          int escaped = read();
          if (escaped >= 0) {
            kept.add(escaped);
          }
        } else if (unit == '"') {
          quoted = false;
        }
      } else if (unit == '"') {
        quoted = true;
      } else if (unit == '{' || unit == '[') {
        depth++;
      } else if (unit == '}' || unit == ']') {
        depth--;
      }
      if (!quoted && depth <= 0 && (unit == '"' || unit == '}' || unit == ']')) {
        break;
      }
    }
    return new Value(kept.bytes(), kept.length, start, kept.length > longest);
  }

  private int read() throws IOException {
    int unit = pushedBack;
    if (unit >= 0) {
      pushedBack = -1;
      return unit;
    }
    unit = in.read();
    if (unit == '\n') {
      line++;
    }
    return unit;
  }

  private static boolean space(int unit) {
    return unit == ' ' || unit == '\t' || unit == '\n' || unit == '\r';
  }

  /**
   * One value.
   *
   * @param bytes its bytes; empty when it was too long
   * @param length its true length in bytes
   * @param line the line in which it begins, from 1
   * @param tooLong whether it was longer than what is kept
   */
  @SuppressWarnings("ArrayRecordComponent") // Read once, compared by nobody.
  record Value(byte[] bytes, long length, long line, boolean tooLong) {}

  /** The bytes of a value up to the limit. */
  private final class Kept {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(1_024);
    private long length;

    void add(int unit) {
      length++;
      if (length <= longest) {
        out.write(unit);
      }
    }

    byte[] bytes() {
      return length <= longest ? out.toByteArray() : new byte[0];
    }
  }
}
