package io.tocsin.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How long compilations took, each by the clock and by the processor time of its thread, and what
 * each left to the garbage collector. Where others use the machine too, only the processor time
 * says what the work is.
 */
final class Rebuilds {
  private final ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
  private final List<Long> millis = new ArrayList<>();
  private final List<Long> cpuMillis = new ArrayList<>();
  private final List<Long> megabytes = new ArrayList<>();

  /** Runs one in this thread. */
  void time(Runnable rebuild) {
    long start = System.nanoTime();
    long cpu = threads.getCurrentThreadCpuTime();
    long allocated = threads.getCurrentThreadAllocatedBytes();
    rebuild.run();
    megabytes.add((threads.getCurrentThreadAllocatedBytes() - allocated) / 1_000_000);
    cpuMillis.add((threads.getCurrentThreadCpuTime() - cpu) / 1_000_000);
    millis.add((System.nanoTime() - start) / 1_000_000);
  }

  int size() {
    return millis.size();
  }

  /** How long the last one took by the clock; a second before there is one. */
  long lastMillis() {
    return millis.isEmpty() ? 1_000 : millis.get(millis.size() - 1);
  }

  /** Medians and all of them, in order. */
  Map<String, Object> summary() {
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("medianMillis", median(millis));
    summary.put("medianCpuMillis", median(cpuMillis));
    summary.put("medianAllocatedMegabytes", median(megabytes));
    summary.put("millis", millis);
    summary.put("cpuMillis", cpuMillis);
    return summary;
  }

  private static long median(List<Long> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
