package io.tocsin.bench;

import com.sun.management.OperatingSystemMXBean;
import io.tocsin.model.Watchlist;
import io.tocsin.tag.Tagger;
import io.tocsin.wire.watchlist.WatchlistFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How long a process that just started needs for the default watchlist: from the first file to the
 * compiled tagger, each time in a JVM of its own with the options of {@code ./tocsin}, since the
 * second time in one JVM is several times faster and nobody waits for that.
 */
final class LoadBenchmark {
  private static final int JVMS = 7;
  private static final Path FOLDER = Path.of("config", "watchlist");

  private LoadBenchmark() {}

  /** Starts the JVMs and writes the figures; within one of them, given {@code once}, loads. */
  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length == 1 && args[0].equals("once")) {
      once();
      return;
    }
    List<long[]> runs = new ArrayList<>();
    for (int i = 0; i < JVMS; i++) {
      runs.add(fork());
    }
    Path file =
        new Figures("load")
            .put("jvms", JVMS)
            .put("subjects", runs.get(0)[3])
            .put("medianReadMillis", median(runs, 0))
            .put("medianCompileMillis", median(runs, 1))
            .put("medianMillis", medianOfSums(runs))
            .put("medianProcessorMillis", median(runs, 2))
            .put("readMillis", runs.stream().map(run -> run[0]).toList())
            .put("compileMillis", runs.stream().map(run -> run[1]).toList())
            .write();
    Console.say("read and compiled in " + medianOfSums(runs) + " ms; figures in " + file);
  }

  private static long median(List<long[]> runs, int figure) {
    return runs.stream().map(run -> run[figure]).sorted().toList().get(JVMS / 2);
  }

  private static long medianOfSums(List<long[]> runs) {
    return runs.stream().map(run -> run[0] + run[1]).sorted().toList().get(JVMS / 2);
  }

  private static long[] fork() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseParallelGC",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                LoadBenchmark.class.getName(),
                "once")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    long[] figures = new long[4];
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (int i = 0; i < figures.length; i++) {
        figures[i] = Long.parseLong(lines.readLine());
      }
    }
    if (process.waitFor() != 0) {
      throw new IllegalStateException("the forked JVM failed; its messages are above");
    }
    return figures;
  }

  /**
   * Reading, compiling, processor time of both in milliseconds, number of subjects: a line each.
   */
  private static void once() {
    OperatingSystemMXBean process =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long cpu = process.getProcessCpuTime();
    long start = System.nanoTime();
    Watchlist watchlist = WatchlistFolder.read(FOLDER);
    long read = System.nanoTime();
    Tagger.compile(watchlist);
    long compiled = System.nanoTime();
    cpu = process.getProcessCpuTime() - cpu;
    Console.say(String.valueOf((read - start) / 1_000_000));
    Console.say(String.valueOf((compiled - read) / 1_000_000));
    Console.say(String.valueOf(cpu / 1_000_000));
    Console.say(String.valueOf(watchlist.subjects().size()));
  }
}
