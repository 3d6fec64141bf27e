package io.tocsin.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Lines as bytes: nothing is decoded, so that what is sent on is what was in the file. Memory is
 * bounded by the longest line kept.
 */
final class ByteLines {
  private final InputStream in;
  private final int longest;
  private final byte[] buffer = new byte[1 << 16];
  private int at;
  private int end;
  private long number;

  /** Lines of a stream; a line longer than {@code longest} bytes is counted but not kept. */
  ByteLines(InputStream in, int longest) {
    this.in = in;
    this.longest = longest;
  }

  /** The next line without its line end; null at the end of the stream. */
  @Nullable Line next() throws IOException {
    ByteArrayOutputStream kept = null;
    long length = 0;
    while (true) {
      if (at == end && !fill()) {
        return kept == null ? null : line(kept, length);
      }
      int from = at;
      while (at < end && buffer[at] != '\n') {
        at++;
      }
      kept = kept == null ? new ByteArrayOutputStream(Math.max(512, at - from)) : kept;
      length += at - from;
      if (length <= longest) {
        kept.write(buffer, from, at - from);
      }
      if (at < end) {
        at++;
        return line(kept, length);
      }
    }
  }

  /** Number of the line read last, from 1. */
  long number() {
    return number;
  }

  private Line line(ByteArrayOutputStream kept, long length) {
    number++;
    return new Line(length <= longest ? kept.toByteArray() : new byte[0], length, length > longest);
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, in.read(buffer));
    return end > 0;
  }

  /**
   * One line.
   *
   * @param bytes its bytes; empty when it was too long
   * @param length its true length in bytes
   * @param tooLong whether it was longer than what is kept
   */
  @SuppressWarnings("ArrayRecordComponent") // Read once, compared by nobody.
  record Line(byte[] bytes, long length, boolean tooLong) {
    boolean blank() {
      for (byte unit : bytes) {
        if (unit != ' ' && unit != '\t' && unit != '\r') {
          return false;
        }
      }
      return !tooLong;
    }

    /** The bytes without the carriage return of a Windows line end. */
    byte[] content() {
      return bytes.length > 0 && bytes[bytes.length - 1] == '\r'
          ? Arrays.copyOf(bytes, bytes.length - 1)
          : bytes;
    }
  }
}
