package io.tocsin.ingest.feed.parse;

import java.io.IOException;
import java.io.Reader;
import java.util.function.LongSupplier;

/**
 * Hands out a text in small pieces for as long as there is time: a parser that reads through it
 * cannot run on, whatever the text does to it.
 */
final class BudgetReader extends Reader {
  private static final int PIECE = 8_192;

  private final String text;
  private final LongSupplier nanoTime;
  private final long end;
  private int at;

  BudgetReader(String text, LongSupplier nanoTime, long end) {
    this.text = text;
    this.nanoTime = nanoTime;
    this.end = end;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    if (nanoTime.getAsLong() - end > 0) {
      throw new IOException("the time for reading it is over");
    }
    if (at >= text.length()) {
      return -1;
    }
    int count = Math.min(Math.min(length, PIECE), text.length() - at);
    text.getChars(at, at + count, buffer, offset);
    at += count;
    return count;
  }

  @Override
  public void close() {
    at = text.length();
  }
}
