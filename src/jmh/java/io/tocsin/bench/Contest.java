package io.tocsin.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Times contenders in one run, one round of each after the other, so that whatever else the machine
 * does meets all of them. What is compared are medians; only their ratio travels to other machines.
 */
final class Contest {
  /**
   * One way to do the work.
   *
   * @param name for the report
   * @param round does the whole work once; returns a sum that depends on every result, so that
   *     nothing can be left out
   */
  record Contender(String name, LongSupplier round) {}

  /**
   * How long a round took.
   *
   * @param median nanoseconds of the median round
   * @param fastest nanoseconds of the fastest round
   * @param slowest nanoseconds of the slowest round
   * @param sum what the last round returned
   */
  record Timing(long median, long fastest, long slowest, long sum) {}

  private Contest() {}

  /** Runs all contenders: first {@code warmup} rounds that do not count, then {@code rounds}. */
  static Map<String, Timing> run(List<Contender> contenders, int warmup, int rounds) {
    long[][] nanos = new long[contenders.size()][rounds];
    long[] sums = new long[contenders.size()];
    for (int round = -warmup; round < rounds; round++) {
      for (int i = 0; i < contenders.size(); i++) {
        long start = System.nanoTime();
        sums[i] = contenders.get(i).round().getAsLong();
        long took = System.nanoTime() - start;
        if (round >= 0) {
          nanos[i][round] = took;
        }
      }
    }
    Map<String, Timing> timings = new LinkedHashMap<>();
    for (int i = 0; i < contenders.size(); i++) {
      Arrays.sort(nanos[i]);
      timings.put(
          contenders.get(i).name(),
          new Timing(nanos[i][rounds / 2], nanos[i][0], nanos[i][rounds - 1], sums[i]));
    }
    return timings;
  }
}
