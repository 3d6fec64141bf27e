package io.tocsin.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.tag.match.Hits;
import io.tocsin.tag.match.Phrases;
import io.tocsin.tag.text.Scan;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Aliases in news text, one core: the phrases of this project against a double-array Aho-Corasick
 * automaton (com.hankcs) that folds in the same loop. Both give every alias with its place in the
 * original, the longest from the left. Sentences count for neither; a third contender shows what
 * they cost. {@link Aliases} says how dictionaries are made.
 */
final class DictionaryBenchmark {
  private static final int[] SIZES = {100, 10_000, 100_000, 1_000_000};
  private static final byte[] NONE = {};

  private final Figures figures = new Figures("dictionary");
  private final List<String> texts = new ArrayList<>();
  private final List<byte[]> utf8 = new ArrayList<>();
  private final Aliases aliases;
  private long bytes;
  private Phrases small = new Phrases.Builder().build();

  private DictionaryBenchmark() {
    List<String> corpus = new ArrayList<>();
    for (String file : List.of("reuters-1987-spring.jsonl.gz", "fulltext-6000.jsonl.gz")) {
      for (JsonNode article : Texts.articles(file, 20_000)) {
        corpus.add(article.path("title").asText() + "\n\n" + article.path("body").asText());
      }
    }
    aliases = new Aliases(corpus);
    // One-line flashes are left out: an article is then about as long as news usually is.
    corpus.subList(0, 14_293).stream()
        .filter(t -> t.length() > 500)
        .limit(6_000)
        .forEach(texts::add);
    for (String text : texts) {
      utf8.add(text.getBytes(StandardCharsets.UTF_8));
      bytes += utf8.get(utf8.size() - 1).length;
    }
  }

  /** Runs all sizes and writes the figures. */
  public static void main(String[] args) {
    new DictionaryBenchmark().run();
  }

  private void run() {
    figures.put("articles", texts.size()).put("bytesPerArticle", bytes / texts.size());
    figures.put(
        "aliases",
        "40 % capitalised runs of 1-4 words of the corpus, the rest 2-4 such words recombined; seed 1");
    figures.put(
        "timing",
        "processor time of the thread, contenders in turn; of the rounds of each the lower quartile,"
            + " for both sides and all sizes: others on the machine empty its caches");
    figures.put("sentences", "for neither, but in the contender that says so");
    figures.put(
        "differences",
        "the automaton's text keeps the dots of U.S. as blanks: it misses the alias US there, and with"
            + " it what begins or ends with it");
    for (int size : SIZES) {
      Map<String, Object> result = size(size);
      figures.put("aliases" + size, result);
      System.err.println(size + " " + result);
    }
    System.err.println(figures.write());
  }

  private Map<String, Object> size(int size) {
    List<String> names = aliases.take(size, 1);
    Map<String, Object> result = new LinkedHashMap<>();
    Phrases phrases = build(names, result);
    long before = usedHeap();
    long start = System.nanoTime();
    Automaton automaton = new Automaton(names);
    result.put("peerBuildMillis", (System.nanoTime() - start) / 1_000_000);
    result.put("peerHeapBytes", usedHeap() - before);
    Scan words = Scan.wordsOnly();
    Scan sentences = new Scan();
    Hits hits = new Hits();
    Map<String, ThreadContest.Timing> timings =
        ThreadContest.run(
            List.of(
                new Contest.Contender("bytes", () -> bytes(phrases, words, hits)),
                new Contest.Contender("strings", () -> strings(phrases, words, hits)),
                new Contest.Contender(
                    "stringsWithSentences", () -> strings(phrases, sentences, hits)),
                new Contest.Contender("wordsOnly", () -> scanOnly(words)),
                new Contest.Contender("peer", () -> peer(automaton))),
            6,
            15);
    long peer = Objects.requireNonNull(timings.get("peer")).quartile();
    timings.forEach((name, timing) -> result.put(name, figures(timing, peer)));
    double own = Objects.requireNonNull(timings.get("bytes")).quartile();
    small = size == 10_000 ? phrases : small;
    if (size == 1_000_000) {
      growth(phrases, result);
    }
    differences(phrases, automaton, result);
    hostile(phrases, own / bytes, result);
    return result;
  }

  /** Both sizes in one run: what else the machine does must not count as growth. */
  private void growth(Phrases large, Map<String, Object> result) {
    Scan scan = Scan.wordsOnly();
    Hits hits = new Hits();
    Map<String, ThreadContest.Timing> timings =
        ThreadContest.run(
            List.of(
                new Contest.Contender("small", () -> bytes(small, scan, hits)),
                new Contest.Contender("large", () -> bytes(large, scan, hits))),
            3,
            25);
    ThreadContest.Timing ofSmall = Objects.requireNonNull(timings.get("small"));
    ThreadContest.Timing ofLarge = Objects.requireNonNull(timings.get("large"));
    result.put("growthFrom10000", round((double) ofLarge.quartile() / ofSmall.quartile()));
    result.put("growthOfMedians", round((double) ofLarge.median() / ofSmall.median()));
    result.put("growthOfFastest", round((double) ofLarge.fastest() / ofSmall.fastest()));
  }

  private static Phrases build(List<String> names, Map<String, Object> result) {
    long best = Long.MAX_VALUE;
    Phrases phrases = new Phrases.Builder().build();
    long heap = 0;
    for (int i = 0; i < 3; i++) {
      long before = usedHeap();
      long start = System.nanoTime();
      Phrases.Builder builder = new Phrases.Builder();
      names.forEach(builder::add);
      phrases = builder.build();
      best = Math.min(best, System.nanoTime() - start);
      builder = new Phrases.Builder();
      heap = i == 0 ? usedHeap() - before : heap;
    }
    result.put("buildMillis", best / 1_000_000);
    result.put("arrayBytes", phrases.memory());
    result.put("heapBytes", heap);
    return phrases;
  }

  private Map<String, Object> figures(ThreadContest.Timing timing, long peer) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("timesAsFastAsPeer", round((double) peer / timing.quartile()));
    figures.put("megabytesPerSecond", round(bytes * 1e3 / timing.quartile()));
    figures.put("microsecondsPerArticle", round(timing.quartile() / 1e3 / texts.size()));
    figures.put("sum", timing.sum());
    return figures;
  }

  private static double round(double value) {
    return Math.round(value * 100) / 100.0;
  }

  private long bytes(Phrases phrases, Scan scan, Hits hits) {
    long sum = 0;
    for (byte[] text : utf8) {
      scan.read(NONE, NONE, text);
      sum += found(phrases, scan, hits);
    }
    return sum;
  }

  private long strings(Phrases phrases, Scan scan, Hits hits) {
    long sum = 0;
    for (String text : texts) {
      scan.read(text);
      sum += found(phrases, scan, hits);
    }
    return sum;
  }

  private static long found(Phrases phrases, Scan scan, Hits hits) {
    phrases.findLongest(scan, hits);
    long sum = 0;
    for (int i = 0; i < hits.size(); i++) {
      sum += 1 + ((long) (scan.end(hits.last(i)) - scan.start(hits.first(i))) << 32);
    }
    return sum;
  }

  private long scanOnly(Scan scan) {
    long sum = 0;
    for (byte[] text : utf8) {
      scan.read(NONE, NONE, text);
      sum += scan.size();
    }
    return sum;
  }

  private long peer(Automaton automaton) {
    long[] sum = new long[1];
    for (String text : texts) {
      automaton.find(text, (number, start, end) -> sum[0] += 1 + ((long) (end - start) << 32));
    }
    return sum[0];
  }

  /** Counts of hits of both, and in how many articles they differ. */
  private void differences(Phrases phrases, Automaton automaton, Map<String, Object> result) {
    Scan scan = Scan.wordsOnly();
    Hits hits = new Hits();
    long own = 0;
    long peer = 0;
    int differ = 0;
    for (String text : texts) {
      scan.read(text);
      phrases.findLongest(scan, hits);
      int theirs = automaton.find(text, (number, start, end) -> {});
      own += hits.size();
      peer += theirs;
      differ += theirs == hits.size() ? 0 : 1;
    }
    result.put("hits", own);
    result.put("peerHits", peer);
    result.put("articlesWithOtherCount", differ);
  }

  private void hostile(Phrases phrases, double ordinary, Map<String, Object> result) {
    Map<String, String> hostile = new LinkedHashMap<>();
    hostile.put("repeatedPrefix", "a".repeat(1 << 20));
    hostile.put("repeatedWord", "new ".repeat(1 << 18));
    hostile.put("candidateNames", String.join(" ", aliases.take(100_000, 2)));
    hostile.put("deepMarks", ("a" + "\u0301\u0327\u0345\u0308".repeat(200)).repeat(1_000));
    hostile.put("shortMarks", "e\u0301 o\u0327 ".repeat(100_000));
    hostile.put("dottedCapitals", "U.".repeat(100_000));
    hostile.put("apostrophes", "a's'".repeat(250_000));
    hostile.put("russian", "Россия заявила ".repeat(50_000));
    hostile.put("chinese", "朝鮮半島の平和 ".repeat(50_000));
    Scan scan = Scan.wordsOnly();
    Hits hits = new Hits();
    Map<String, Object> costs = new LinkedHashMap<>();
    hostile.forEach(
        (name, text) -> {
          byte[] body = text.getBytes(StandardCharsets.UTF_8);
          Contest.Contender contender =
              new Contest.Contender(
                  name,
                  () -> {
                    scan.read(NONE, NONE, body);
                    return found(phrases, scan, hits);
                  });
          ThreadContest.Timing timing =
              Objects.requireNonNull(ThreadContest.run(List.of(contender), 3, 7).get(name));
          costs.put(name, round((double) timing.quartile() / body.length / ordinary));
        });
    result.put("hostileCostPerByteInOrdinaryCosts", costs);
  }

  private static long usedHeap() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
