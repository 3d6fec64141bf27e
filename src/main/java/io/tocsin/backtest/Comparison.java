package io.tocsin.backtest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a second watchlist would have told otherwise than a first. Alerts are the same when their id
 * is; where a rule's re-arm period was changed, so that ids differ, alerts of the same rule on the
 * same subject that were open at the same time are taken for one another.
 */
public final class Comparison {
  private static final Comparator<Difference> BY_TIME =
      Comparator.comparing(Difference::openedAt).thenComparing(d -> d.shown().first().id());

  private final List<History> unmatched;
  private final List<Difference> differences = new ArrayList<>();

  private Comparison(List<History> b) {
    this.unmatched = new ArrayList<>(b);
  }

  /** How the two tell an alert. */
  public enum Kind {
    ONLY_A,
    ONLY_B,
    /** The second opened it earlier. */
    EARLIER,
    /** The second opened it later. */
    LATER,
    SAME;

    /** The word on the wire, such as {@code only_a}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One alert as each of the two tells it.
   *
   * @param kind what differs
   * @param a as the first tells it; null when only the second does
   * @param b as the second tells it; null when only the first does
   */
  public record Difference(Kind kind, @Nullable History a, @Nullable History b) {
    /** By how much the opening differs; nothing when only one tells it. */
    public Duration by() {
      return a == null || b == null
          ? Duration.ZERO
          : Duration.between(a.openedAt(), b.openedAt()).abs();
    }

    /** The one to show: the first, where it tells the alert. */
    public History shown() {
      return a == null ? Objects.requireNonNull(b) : a;
    }

    private Instant openedAt() {
      return shown().openedAt();
    }
  }

  /** Every alert of either, in order of opening. */
  public static List<Difference> of(List<History> a, List<History> b) {
    Comparison comparison = new Comparison(b);
    List<History> rest = new ArrayList<>();
    for (History history : a) {
      if (!comparison.match(history, other -> sameId(history, other))) {
        rest.add(history);
      }
    }
    for (History history : rest) {
      if (!comparison.match(history, other -> sameTime(history, other))) {
        comparison.differences.add(new Difference(Kind.ONLY_A, history, null));
      }
    }
    comparison.unmatched.forEach(
        other -> comparison.differences.add(new Difference(Kind.ONLY_B, null, other)));
    comparison.differences.sort(BY_TIME);
    return List.copyOf(comparison.differences);
  }

  private boolean match(History a, Predicate<History> suits) {
    for (History b : unmatched) {
      if (suits.test(b)) {
        unmatched.remove(b);
        int order = b.openedAt().compareTo(a.openedAt());
        Kind kind = order == 0 ? Kind.SAME : order < 0 ? Kind.EARLIER : Kind.LATER;
        differences.add(new Difference(kind, a, b));
        return true;
      }
    }
    return false;
  }

  private static boolean sameId(History a, History b) {
    return a.first().id().equals(b.first().id());
  }

  private static boolean sameTime(History a, History b) {
    return a.first().rule().equals(b.first().rule())
        && a.first().subject().id().equals(b.first().subject().id())
        && !end(a).isBefore(b.openedAt())
        && !end(b).isBefore(a.openedAt());
  }

  private static Instant end(History history) {
    Instant end = history.endedAt();
    return end == null ? Instant.MAX : end;
  }
}
