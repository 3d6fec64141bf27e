package io.tocsin.cli.lint;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Tells on standard error how long work goes: drawn over on a terminal, a line every five seconds
 * elsewhere, nothing of what is done at once.
 */
public final class Progress {
  private static final long REDRAW_NANOS = 200_000_000L;
  private static final long LINE_NANOS = 5_000_000_000L;
  private static final String CLEAR = "\r\u001B[K";

  private final PrintWriter err;
  private final boolean terminal;
  private final LongSupplier nanoTime;
  private final long began;
  private long shown;
  private boolean drawn;

  /**
   * A display.
   *
   * @param terminal whether somebody looks at it, so that it may be drawn over
   * @param nanoTime the time in nanoseconds, such as {@code System::nanoTime}
   */
  public Progress(PrintWriter err, boolean terminal, LongSupplier nanoTime) {
    this.err = err;
    this.terminal = terminal;
    this.nanoTime = nanoTime;
    this.began = nanoTime.getAsLong();
    this.shown = began;
  }

  /**
   * So much is done.
   *
   * @param share of all, 0 to 1; negative when nobody can know
   */
  public void moved(long articles, double share) {
    long now = nanoTime.getAsLong();
    if (now - shown < (terminal ? REDRAW_NANOS : LINE_NANOS)) {
      return;
    }
    shown = now;
    String percent = share < 0 ? "" : String.format(Locale.ROOT, "%3.0f %%, ", 100 * share);
    double rate = articles * 1e9 / Math.max(1, now - began);
    String text =
        String.format(Locale.ROOT, "%s%,d articles, %,.0f a second", percent, articles, rate);
    err.print(terminal ? CLEAR + text : text + System.lineSeparator());
    err.flush();
    drawn = terminal;
  }

  /** Clears what was drawn. */
  public void finish() {
    if (drawn) {
      err.print(CLEAR);
      err.flush();
    }
  }
}
