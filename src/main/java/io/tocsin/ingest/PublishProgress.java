package io.tocsin.ingest;

import io.tocsin.model.Refusal;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Shows how publishing goes, on standard error: a bar that is drawn over on a terminal, a line
 * every five seconds elsewhere, and one line for each thing that went wrong.
 */
public final class PublishProgress implements PublishListener {
  private static final long REDRAW_NANOS = 100_000_000L;
  private static final long LINE_NANOS = 5_000_000_000L;
  private static final int WIDTH = 24;
  private static final String CLEAR = "\r\u001B[K";

  private final PrintStream out;
  private final boolean terminal;
  private final boolean colour;
  private final long bytesTotal;
  private final LongSupplier nanoTime;
  private final long began;
  private long shown;
  private boolean drawn;

  /**
   * A display.
   *
   * @param out where to show it
   * @param terminal whether somebody looks at it, so that it may be drawn over
   * @param colour whether colours are wanted; see {@link #colour}
   * @param bytesTotal bytes of the whole input; -1 when nobody can know, then there is no bar
   * @param nanoTime the time in nanoseconds, such as {@code System::nanoTime}
   */
  public PublishProgress(
      PrintStream out, boolean terminal, boolean colour, long bytesTotal, LongSupplier nanoTime) {
    this.out = out;
    this.terminal = terminal;
    this.colour = terminal && colour;
    this.bytesTotal = bytesTotal;
    this.nanoTime = nanoTime;
    this.began = nanoTime.getAsLong();
    this.shown = began;
  }

  /** Whether colours are wanted: unless {@code NO_COLOR} is set to anything. */
  public static boolean colour(Map<String, String> environment) {
    return environment.getOrDefault("NO_COLOR", "").isEmpty();
  }

  @Override
  public synchronized void moved(long offers, long bytes) {
    long now = nanoTime.getAsLong();
    if (now - shown < (terminal ? REDRAW_NANOS : LINE_NANOS)) {
      return;
    }
    shown = now;
    String text = line(offers, bytes, now - began);
    if (terminal) {
      out.print(CLEAR + text);
      out.flush();
      drawn = true;
    } else {
      out.println(text);
    }
  }

  @Override
  public void warned(String place, Refusal refusal) {
    say(
        "33",
        place
            + ": "
            + refusal.reason().word()
            + ": "
            + refusal.detail()
            + "; sent all the same, it will be rejected");
  }

  @Override
  public void refused(String place, String problem) {
    say("31", place + ": not sent: " + problem);
  }

  @Override
  public void failed(String place, String cause) {
    say("31", place + ": not acknowledged: " + cause);
  }

  @Override
  public void leftOut(LeftOut files) {
    say("33", files.toString());
  }

  /** The last line: what became of everything. */
  public synchronized void finish(Summary summary) {
    clear();
    double seconds = summary.elapsed().toNanos() / 1e9;
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "sent %,d records (%,d bytes) in %.1f s, %,.0f/s",
            summary.sent(),
            summary.bytes(),
            seconds,
            summary.sent() / Math.max(seconds, 0.001)));
    add(text, summary.warnings(), "of them no articles, to be rejected");
    add(text, summary.refusedLocally(), "not sent");
    add(text, summary.failed(), "not acknowledged");
    if (!summary.complete()) {
      text.append(
          "; stopped before the end: publish again, what is already there counts as duplicate");
    }
    out.println(text);
  }

  private static void add(StringBuilder text, long count, String what) {
    if (count > 0) {
      text.append(String.format(Locale.ROOT, "; %,d %s", count, what));
    }
  }

  private String line(long offers, long bytes, long nanos) {
    double seconds = Math.max(nanos / 1e9, 0.001);
    String rate = String.format(Locale.ROOT, "%,d articles  %,.0f/s", offers, offers / seconds);
    if (bytesTotal <= 0) {
      return rate;
    }
    double part = Math.min(1.0, bytes / (double) bytesTotal);
    int filled = (int) Math.round(part * WIDTH);
    String bar = "#".repeat(filled) + ".".repeat(WIDTH - filled);
    String left = part <= 0 ? "" : "  " + clock(Math.round(seconds / part - seconds)) + " left";
    return String.format(
        Locale.ROOT, "[%s] %3d %%  %s%s", painted("36", bar), Math.round(part * 100), rate, left);
  }

  private synchronized void say(String paint, String text) {
    clear();
    out.println(painted(paint, printable(text)));
  }

  private void clear() {
    if (drawn) {
      out.print(CLEAR);
      drawn = false;
    }
  }

  private String painted(String paint, String text) {
    return colour ? "\u001B[" + paint + "m" + text + "\u001B[0m" : text;
  }

  /**
   * File names and messages of others may hold control characters, which would drive the terminal.
   */
  private static String printable(String text) {
    return text.codePoints()
        .map(point -> Character.isISOControl(point) ? ' ' : point)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String clock(long seconds) {
    return seconds < 3_600
        ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
        : String.format(
            Locale.ROOT, "%d:%02d:%02d", seconds / 3_600, seconds / 60 % 60, seconds % 60);
  }
}
