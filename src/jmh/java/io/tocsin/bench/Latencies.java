package io.tocsin.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How long single articles took, in nanoseconds; the percentiles are of all of them, none is left
 * out.
 */
final class Latencies {
  private long[] nanos = new long[1 << 16];
  private int size;

  void add(long took) {
    if (size == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * size);
    }
    nanos[size++] = took;
  }

  /** The share of articles, such as 0.99, that took no longer than the answer, in microseconds. */
  double percentile(double share) {
    long[] sorted = Arrays.copyOf(nanos, size);
    Arrays.sort(sorted);
    return sorted[Math.min(size - 1, (int) (share * size))] / 1e3;
  }

  /** Number of articles and percentiles in microseconds. */
  Map<String, Object> summary() {
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("articles", size);
    summary.put("p50Micros", percentile(0.5));
    summary.put("p99Micros", percentile(0.99));
    summary.put("p999Micros", percentile(0.999));
    summary.put("maxMicros", percentile(1));
    return summary;
  }
}
