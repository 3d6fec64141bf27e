package io.tocsin.bench;

import io.tocsin.bench.Contest.Contender;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Like {@link Contest}, for contenders of one thread on a machine that others use as well: counts
 * the processor time of the thread, and compares lower quartiles, because others also empty the
 * caches. The collection of garbage is not in it; that favours who makes more.
 */
final class ThreadContest {
  /**
   * How long a round took.
   *
   * @param quartile nanoseconds of the round that three quarters are slower than
   * @param median nanoseconds of the median round
   * @param fastest nanoseconds of the fastest round
   * @param sum what the last round returned
   */
  record Timing(long quartile, long median, long fastest, long sum) {}

  private ThreadContest() {}

  /** Runs all contenders: first {@code warmup} rounds that do not count, then {@code rounds}. */
  static Map<String, Timing> run(List<Contender> contenders, int warmup, int rounds) {
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    long[][] nanos = new long[contenders.size()][rounds];
    long[] sums = new long[contenders.size()];
    for (int round = -warmup; round < rounds; round++) {
      for (int i = 0; i < contenders.size(); i++) {
        long start = clock.getCurrentThreadCpuTime();
        sums[i] = contenders.get(i).round().getAsLong();
        if (round >= 0) {
          nanos[i][round] = clock.getCurrentThreadCpuTime() - start;
        }
      }
    }
    Map<String, Timing> timings = new LinkedHashMap<>();
    for (int i = 0; i < contenders.size(); i++) {
      long[] sorted = nanos[i];
      Arrays.sort(sorted);
      timings.put(
          contenders.get(i).name(),
          new Timing(sorted[rounds / 4], sorted[rounds / 2], sorted[0], sums[i]));
    }
    return timings;
  }
}
