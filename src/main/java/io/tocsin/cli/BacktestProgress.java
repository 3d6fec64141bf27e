package io.tocsin.cli;

import io.tocsin.backtest.Replay;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Shows on standard error how far a back-test has come: drawn over on a terminal, a line every five
 * seconds elsewhere, so that short runs say nothing.
 */
final class BacktestProgress implements Replay.Progress {
  private static final long REDRAW_NANOS = 200_000_000L;
  private static final long LINE_NANOS = 5_000_000_000L;
  private static final String CLEAR = "\r\u001B[K";

  private final PrintWriter err;
  private final boolean terminal;
  private final LongSupplier nanoTime;
  private final long began;
  private long shown;
  private boolean drawn;

  /** A display; {@code terminal} says whether it may draw over itself. */
  BacktestProgress(PrintWriter err, boolean terminal, LongSupplier nanoTime) {
    this.err = err;
    this.terminal = terminal;
    this.nanoTime = nanoTime;
    this.began = nanoTime.getAsLong();
    this.shown = began;
  }

  @Override
  public void moved(long articles, double part) {
    long now = nanoTime.getAsLong();
    if (now - shown < (terminal ? REDRAW_NANOS : LINE_NANOS)) {
      return;
    }
    shown = now;
    double seconds = Math.max((now - began) / 1e9, 0.001);
    String line = String.format(Locale.ROOT, "%,d articles  %,.0f/s", articles, articles / seconds);
    if (part >= 0) {
      line = String.format(Locale.ROOT, "%3.0f %%  %s", 100 * Math.min(1, part), line);
    }
    if (terminal) {
      err.print(CLEAR + line);
      drawn = true;
    } else {
      err.println(line);
    }
    err.flush();
  }

  /** One line about something else. */
  void say(String line) {
    clear();
    err.println(Terminal.printable(line));
    err.flush();
  }

  /** Takes away what was drawn. */
  void clear() {
    if (drawn) {
      err.print(CLEAR);
      err.flush();
      drawn = false;
    }
  }

  /** Seconds since it began. */
  double seconds() {
    return (nanoTime.getAsLong() - began) / 1e9;
  }
}
