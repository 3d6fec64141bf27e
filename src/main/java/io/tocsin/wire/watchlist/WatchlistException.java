package io.tocsin.wire.watchlist;

import java.util.List;
import java.util.stream.Collectors;

/** A watchlist could not be read; it names every problem that was found, at most 20. */
public final class WatchlistException extends RuntimeException {
  private final transient List<Problem> problems;

  WatchlistException(List<Problem> problems) {
    super(text(problems));
    this.problems = List.copyOf(problems);
  }

  /** What is wrong, in the order of files and lines; never empty. */
  public List<Problem> problems() {
    return problems;
  }

  private static String text(List<Problem> problems) {
    String lines = problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
    return problems.size() < Problems.LIMIT
        ? lines
        : lines + "\nThere may be more: reading stopped after " + Problems.LIMIT + " problems.";
  }
}
