package io.tocsin.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.model.Alias;
import io.tocsin.model.Article;
import io.tocsin.model.Subject;
import io.tocsin.model.Watchlist;
import io.tocsin.tag.Tagger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Tagging goes on while the watchlist changes: how long a watchlist of a million aliases and a
 * hundred thousand queries takes to compile beside the running one, and what the slowest hundredth
 * of articles feels of it: at rest, while it is compiled again and again from scratch and after the
 * version before, and with a hundred changes a second, each of which is in the next compilation
 * that begins.
 */
final class LiveChangeBenchmark {
  private static final int ALIASES = 1_000_000;
  private static final int QUERIES = 100_000;
  private static final long SECONDS = 20;
  private static final long CHANGES_PER_SECOND = 100;

  private final List<Article> articles;
  private volatile Tagger current;
  private volatile Watchlist watchlist;

  private LiveChangeBenchmark(List<Article> articles, Watchlist watchlist) {
    this.articles = articles;
    this.watchlist = watchlist;
    this.current = Tagger.compile(watchlist);
  }

  /** Runs it and writes the figures. */
  public static void main(String[] args) throws InterruptedException {
    List<Article> articles = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (JsonNode node : Texts.articles("reuters-1987-spring.jsonl.gz", 6_000)) {
      String body = node.path("body").asText();
      texts.add(body);
      articles.add(
          new Article(
              null,
              null,
              null,
              node.path("title").asText(),
              null,
              body,
              "en",
              null,
              List.of(),
              null,
              null));
    }
    Names names = Names.of(texts);
    List<String> aliases = names.draw(ALIASES, 0.01, 1);
    List<String> queries = Queries.of(names, texts).draw(QUERIES, 0.15, 2);
    LiveChangeBenchmark benchmark = new LiveChangeBenchmark(articles, Lists.of(aliases, queries));
    Latencies warmUp = benchmark.measure(SECONDS);
    Latencies rest = benchmark.measure(SECONDS);
    Rebuilds fromScratch = new Rebuilds();
    Latencies starting = benchmark.measureWhile(() -> benchmark.compile(fromScratch));
    Rebuilds rebuilds = new Rebuilds();
    Latencies rebuilding = benchmark.measureWhile(() -> benchmark.rebuild(rebuilds));
    Rebuilds changed = new Rebuilds();
    Latencies changing = benchmark.measureWhile(() -> benchmark.changeAndRebuild(changed));
    double ratio = rebuilding.percentile(0.99) / rest.percentile(0.99);
    Path file =
        new Figures("live-change")
            .put("aliases", ALIASES)
            .put("queries", QUERIES)
            .put("warmUp", warmUp.summary())
            .put("atRest", rest.summary())
            .put("whileCompilingFromScratch", starting.summary())
            .put("whileRebuilding", rebuilding.summary())
            .put("withChangesEachSecond", CHANGES_PER_SECOND)
            .put("whileChanging", changing.summary())
            .put("fromScratch", fromScratch.summary())
            .put("rebuilds", rebuilds.summary())
            .put("rebuildsWhileChanging", changed.summary())
            .put("p99RatioFromScratch", starting.percentile(0.99) / rest.percentile(0.99))
            .put("p99RatioRebuilding", ratio)
            .put("p99RatioChanging", changing.percentile(0.99) / rest.percentile(0.99))
            .write();
    Console.say("p99 while rebuilding is " + ratio + " times that at rest; figures in " + file);
  }

  private Latencies measureWhile(Runnable work) throws InterruptedException {
    AtomicBoolean going = new AtomicBoolean(true);
    Thread beside =
        new Thread(
            () -> {
              while (going.get()) {
                work.run();
              }
            });
    beside.start();
    Latencies latencies = measure(SECONDS);
    going.set(false);
    beside.join();
    return latencies;
  }

  /** Tags articles one after the other for some seconds. */
  private Latencies measure(long seconds) {
    Latencies latencies = new Latencies();
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    long sum = 0;
    for (int i = 0; System.nanoTime() < end; i++) {
      Article article = articles.get(i % articles.size());
      long start = System.nanoTime();
      sum += current.tag(article).tags().size();
      latencies.add(System.nanoTime() - start);
    }
    if (sum == 0) {
      throw new IllegalStateException("nothing was tagged");
    }
    return latencies;
  }

  private void compile(Rebuilds rebuilds) {
    rebuilds.time(() -> current = Tagger.compile(watchlist));
  }

  private void rebuild(Rebuilds rebuilds) {
    rebuilds.time(() -> current = current.next(watchlist));
  }

  /** Takes the changes of one compilation's time, at their rate, into the next one. */
  private void changeAndRebuild(Rebuilds rebuilds) {
    int changes = (int) Math.max(1, rebuilds.lastMillis() * CHANGES_PER_SECOND / 1_000);
    List<Subject> subjects = new ArrayList<>(watchlist.subjects());
    for (int i = 0; i < changes; i++) {
      int at = (rebuilds.size() * 7_919 + i * 31) % subjects.size();
      subjects.set(at, renamed(subjects.get(at), rebuilds.size()));
    }
    watchlist =
        new Watchlist(
            watchlist.version() + changes, watchlist.effectiveFrom(), subjects, watchlist.rules());
    rebuild(rebuilds);
  }

  private static Subject renamed(Subject subject, int round) {
    List<Alias> aliases = new ArrayList<>(subject.aliases());
    aliases.set(0, Alias.of(subject.name() + " Changed" + round));
    return new Subject(
        subject.id(),
        subject.name(),
        aliases,
        subject.shorts(),
        subject.demonyms(),
        subject.contains(),
        subject.groups(),
        subject.wikidata(),
        subject.mediaTopic(),
        subject.query(),
        subject.weights());
  }
}
