package io.tocsin.bench;

import io.tocsin.bench.Contest.Contender;
import io.tocsin.bench.LuceneMonitor.Choice;
import io.tocsin.model.Article;
import io.tocsin.model.Field;
import io.tocsin.tag.query.Query;
import io.tocsin.tag.stored.WordShares;
import io.tocsin.tag.text.Scan;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.lucene.document.Document;

/**
 * Stored queries against Lucene's monitor in all its modes, on the same words, with the same
 * matches: from an article in memory to the numbers of the queries that match. One thread.
 *
 * <p>Word frequencies come from articles that are not measured, and both engines that can use them
 * get them. Both cut and fold the text by the same scan, within the time that is measured.
 */
public final class QueryBenchmark {
  private static final int ALL_ARTICLES = 14_000;
  private static final int COUNTED = 9_000;
  private static final int OWN_ARTICLES = 1_500;

  /** The clock ticks every 10 ms: a round of ours must be long enough. */
  private static final int REPEATS = 12;

  private static final int BATCH = 100;
  private static final long SEED = 11;

  private final Corpus corpus = new Corpus(ALL_ARTICLES);
  private final Corpus counted = new Corpus(COUNTED);
  private final Map<String, Integer> frequencies = counted.counts();
  private final WordShares shares = WordShares.observed(counted.articles().size(), frequencies);
  private final List<Article> measured;
  private final List<Object> sizes = new ArrayList<>();

  private QueryBenchmark() {
    List<Article> articles = corpus.articles();
    measured = articles.subList(articles.size() - OWN_ARTICLES, articles.size());
  }

  /** Runs all sizes, or those that are named, and writes the figures. */
  public static void main(String[] arguments) {
    QueryBenchmark benchmark = new QueryBenchmark();
    boolean all = arguments.length == 0;
    List<String> wanted =
        all ? List.of("100", "1000", "10000", "100000", "225000") : List.of(arguments);
    for (String size : wanted) {
      benchmark.measure(Integer.parseInt(size));
    }
    Figures figures = new Figures("queries");
    double bytes = 0;
    for (Article article : benchmark.measured) {
      bytes += article.text(Field.TITLE).length() + article.text(Field.BODY).length();
    }
    figures
        .put("peer", "Lucene monitor 9.11.1, in memory, SIMPLE_MATCHER, one thread")
        .put("time", "processor time of the process, median round")
        .put("meanCharacters", Math.round(bytes / OWN_ARTICLES))
        .put("sizes", benchmark.sizes);
    System.out.println(all ? figures.write() : benchmark.sizes);
  }

  private void measure(int size) {
    List<Query> queries = new QueryShapes(corpus, SEED).make(size);
    Map<String, Object> row = new LinkedHashMap<>();
    sizes.add(row);
    row.put("queries", size);
    row.put(
        "leavesPerQuery",
        rounded(queries.stream().mapToInt(q -> q.terms().size()).average().orElse(0)));
    OwnQueries own = new OwnQueries(queries, shares);
    OwnQueries estimated = new OwnQueries(queries, WordShares.estimated());
    row.put("ownBuildSeconds", rounded(fastestBuild(queries)));
    row.put("ownMegabytes", rounded(own.memory() / 1e6));
    row.put("ownMatchesPerArticle", rounded((double) own.match(measured) / OWN_ARTICLES));
    row.put("ownTriedPerArticle", rounded(own.tried(measured)));
    row.put(
        "bruteForceArticlesChecked",
        new BruteForce(queries).check(own, measured.subList(0, size > 10_000 ? 10 : 50)));

    List<Article> some = measured.subList(0, peerArticles(size));
    List<Document> documents = documents(some);
    Map<Choice, LuceneMonitor> monitors = new EnumMap<>(Choice.class);
    for (Choice choice : choices(size)) {
      LuceneMonitor monitor = new LuceneMonitor(choice, queries, frequencies);
      monitors.put(choice, monitor);
      check(monitor, own, some, documents);
      row.put("loadSeconds" + choice, rounded(monitor.loadSeconds()));
    }
    List<Contender> contenders = new ArrayList<>();
    contenders.add(new Contender("own", () -> repeated(() -> own.match(measured))));
    contenders.add(
        new Contender(
            "own with estimated frequencies", () -> repeated(() -> estimated.match(measured))));
    contenders.add(new Contender("own with places", () -> repeated(() -> own.places(measured))));
    monitors.forEach(
        (choice, monitor) -> {
          if (choice != Choice.ALL || size <= 100) {
            contenders.add(new Contender(choice + ", 1 a call", () -> monitor.match(documents, 1)));
          }
          contenders.add(
              new Contender(choice + ", batches of 100", () -> monitor.match(documents, BATCH)));
        });
    report(row, CpuContest.run(contenders, 2, size > 10_000 ? 3 : 5), some.size());
    monitors.values().forEach(LuceneMonitor::close);
    System.out.println(row);
  }

  private static List<Document> documents(List<Article> articles) {
    Scan scan = Scan.wordsOnly();
    return articles.stream().map(article -> LuceneWords.document(article, scan)).toList();
  }

  private static long repeated(LongSupplier round) {
    long sum = 0;
    for (int i = 0; i < REPEATS; i++) {
      sum += round.getAsLong();
    }
    return sum;
  }

  private static double fastestBuild(List<Query> queries) {
    double fastest = Double.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      fastest = Math.min(fastest, new OwnQueries(queries, WordShares.estimated()).buildSeconds());
    }
    return fastest;
  }

  /** Lucene takes milliseconds an article at 100,000 queries. */
  private static int peerArticles(int size) {
    return size > 10_000 ? 200 : size > 1_000 ? 500 : OWN_ARTICLES;
  }

  private static List<Choice> choices(int size) {
    if (size > 100_000) {
      return List.of();
    }
    return size > 1_000 ? List.of(Choice.TERM, Choice.MULTIPASS) : List.of(Choice.values());
  }

  private static void check(
      LuceneMonitor monitor, OwnQueries own, List<Article> articles, List<Document> documents) {
    for (int i = 0; i < articles.size(); i++) {
      if (!own.matches(articles.get(i)).equals(monitor.matches(documents.get(i)))) {
        throw new IllegalStateException(
            "own "
                + own.matches(articles.get(i))
                + ", Lucene "
                + monitor.matches(documents.get(i)));
      }
    }
  }

  private static void report(Map<String, Object> row, Map<String, Long> timings, int peerArticles) {
    double bestPeer = 0;
    double own = 0;
    Map<String, Object> speeds = new LinkedHashMap<>();
    for (Map.Entry<String, Long> entry : timings.entrySet()) {
      boolean ours = entry.getKey().startsWith("own");
      int articles = ours ? REPEATS * OWN_ARTICLES : peerArticles;
      double speed = articles * 1e9 / entry.getValue();
      speeds.put(entry.getKey(), Math.round(speed));
      if (entry.getKey().equals("own")) {
        own = speed;
      } else if (!ours) {
        bestPeer = Math.max(bestPeer, speed);
      }
    }
    row.put("articlesPerSecond", speeds);
    if (bestPeer > 0) {
      row.put("ownOverBestPeer", rounded(own / bestPeer));
    }
  }

  private static double rounded(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
