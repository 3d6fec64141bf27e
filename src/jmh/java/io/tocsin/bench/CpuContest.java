package io.tocsin.bench;

import com.sun.management.OperatingSystemMXBean;
import io.tocsin.bench.Contest.Contender;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Like {@link Contest}, but counts the processor time of the process, so that a machine that others
 * use as well does not decide. It holds the collection of garbage, which on one core is part of the
 * work; contenders use one thread.
 */
final class CpuContest {
  private CpuContest() {}

  /** Nanoseconds of processor time of the median round of each contender, by name. */
  static Map<String, Long> run(List<Contender> contenders, int warmup, int rounds) {
    OperatingSystemMXBean clock = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long[][] nanos = new long[contenders.size()][rounds];
    long sum = 0;
    for (int round = -warmup; round < rounds; round++) {
      for (int i = 0; i < contenders.size(); i++) {
        long start = clock.getProcessCpuTime();
        sum += contenders.get(i).round().getAsLong();
        if (round >= 0) {
          nanos[i][round] = clock.getProcessCpuTime() - start;
        }
      }
    }
    if (sum < 0) {
      throw new IllegalStateException("no contender did anything");
    }
    Map<String, Long> medians = new LinkedHashMap<>();
    for (int i = 0; i < contenders.size(); i++) {
      Arrays.sort(nanos[i]);
      medians.put(contenders.get(i).name(), nanos[i][rounds / 2]);
    }
    return medians;
  }
}
