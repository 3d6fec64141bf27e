package io.tocsin.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.bench.Contest.Contender;
import io.tocsin.bench.Contest.Timing;
import io.tocsin.model.Article;
import io.tocsin.tag.match.Hits;
import io.tocsin.tag.match.Phrases;
import io.tocsin.tag.query.Query;
import io.tocsin.tag.query.QueryParser;
import io.tocsin.tag.stored.Round;
import io.tocsin.tag.stored.StoredQueries;
import io.tocsin.tag.stored.TaggedPlaces;
import io.tocsin.tag.text.Scan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.TextField;
import org.apache.lucene.monitor.MatchingQueries;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorConfiguration;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.MultiMatchingQueries;
import org.apache.lucene.monitor.MultipassTermFilteredPresearcher;
import org.apache.lucene.monitor.Presearcher;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.monitor.RegexpQueryHandler;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.apache.lucene.monitor.TermWeightor;

/**
 * Stored queries against articles on one core: ours against Lucene's monitor in each of its modes,
 * of which the best counts. Both get the same words; the texts have their sentence ends taken away,
 * because Lucene's phrases would go across them. Every match is compared.
 */
final class QueryBenchmark {
  private static final int BATCH = 100;
  private static final TaggedPlaces NO_SUBJECTS =
      new TaggedPlaces() {
        @Override
        public int size() {
          return 0;
        }

        @Override
        public int subject(int index) {
          throw new IndexOutOfBoundsException(index);
        }

        @Override
        public int first(int index) {
          throw new IndexOutOfBoundsException(index);
        }

        @Override
        public int last(int index) {
          throw new IndexOutOfBoundsException(index);
        }
      };

  private final List<Article> articles = new ArrayList<>();
  private final List<Document> documents = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();
  private final Scan scan = new Scan();
  private final Hits hits = new Hits();
  private long bytes;

  private QueryBenchmark() {
    for (JsonNode node : Texts.articles("reuters-1987-spring.jsonl.gz", 14_000)) {
      if (node.path("body").asText().length() < 700) {
        continue;
      }
      String title = oneSentence(node.path("title").asText());
      String body = oneSentence(node.path("body").asText());
      bytes += title.length() + body.length();
      texts.add(node.path("body").asText());
      articles.add(
          new Article(null, null, null, title, null, body, "en", null, List.of(), null, null));
      Document document = new Document();
      document.add(new TextField(LuceneQueries.TITLE, title, Store.NO));
      document.add(new TextField(LuceneQueries.ALL, title, Store.NO));
      document.add(new TextField(LuceneQueries.ALL, body, Store.NO));
      documents.add(document);
    }
  }

  private static String oneSentence(String text) {
    return text.replaceAll("[.!?…]+(?=[\"')\\]]*(\\s|$))", ",").replaceAll("\\s+", " ");
  }

  /** Runs it and writes the figures. */
  public static void main(String[] args) throws IOException {
    QueryBenchmark benchmark = new QueryBenchmark();
    List<Map<String, Object>> rows = new ArrayList<>();
    rows.add(benchmark.row(100, 2_000, 5));
    rows.add(benchmark.row(1_000, 2_000, 5));
    rows.add(benchmark.row(10_000, 1_000, 3));
    rows.add(benchmark.row(100_000, 200, 3));
    Figures figures =
        new Figures("queries")
            .put("bytesPerArticle", benchmark.bytes / benchmark.articles.size())
            .put("peer", "lucene-monitor 9.11.1")
            .put("rows", rows)
            .put("alone", benchmark.alone(225_000));
    Console.say("figures in " + figures.write());
  }

  /** Ours, compiled. */
  private record Ours(StoredQueries queries, Phrases phrases, Round round, long buildMillis) {}

  private Ours ours(List<Query> queries) {
    long start = System.nanoTime();
    Phrases.Builder phrases = new Phrases.Builder();
    StoredQueries.Builder builder = new StoredQueries.Builder(phrases);
    queries.forEach(builder::add);
    StoredQueries stored = builder.build(phrases.size(), List.of());
    Phrases compiled = phrases.build();
    long millis = (System.nanoTime() - start) / 1_000_000;
    return new Ours(stored, compiled, new Round(stored, scan), millis);
  }

  private List<Query> queries(int count) {
    Names names = Names.of(texts);
    return Queries.of(names, texts).draw(count, 0.4, 7).stream().map(QueryParser::parse).toList();
  }

  private Map<String, Object> row(int count, int documentCount, int rounds) throws IOException {
    List<Query> queries = queries(count);
    Ours ours = ours(queries);
    List<Contender> contenders = new ArrayList<>();
    contenders.add(new Contender("ours", () -> matches(ours, documentCount)));
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("queries", count);
    row.put("buildMillis", ours.buildMillis());
    List<Monitor> monitors = new ArrayList<>();
    try {
      for (Mode mode : Mode.values()) {
        if (mode == Mode.NONE && count > 1_000) {
          continue;
        }
        long start = System.nanoTime();
        Monitor monitor = monitor(mode, queries);
        row.put(mode + "BuildMillis", (System.nanoTime() - start) / 1_000_000);
        monitors.add(monitor);
        contenders.add(new Contender(mode + ", batches", () -> batches(monitor, documentCount)));
        contenders.add(new Contender(mode + ", single", () -> singles(monitor, documentCount)));
      }
      compare(ours, monitors.get(monitors.size() - 1), Math.min(documentCount, 300), row);
      Map<String, Timing> timings = Contest.run(contenders, 2, rounds);
      double best = 0;
      for (Map.Entry<String, Timing> timing : timings.entrySet()) {
        double perSecond = documentCount * 1e9 / timing.getValue().median();
        row.put(timing.getKey() + " articlesPerSecond", Math.round(perSecond));
        best = timing.getKey().equals("ours") ? best : Math.max(best, perSecond);
      }
      Timing own = timings.get("ours");
      row.put("matchesPerArticle", (double) own.sum() / documentCount);
      row.put("triedPerArticle", (double) tried(ours, documentCount) / documentCount);
      row.put("ratioToBest", documentCount * 1e9 / own.median() / best);
    } finally {
      for (Monitor monitor : monitors) {
        monitor.close();
      }
    }
    Console.say(row.toString());
    return row;
  }

  private Map<String, Object> alone(int count) {
    Ours ours = ours(queries(count));
    Timing timing =
        Contest.run(List.of(new Contender("ours", () -> matches(ours, 3_000))), 3, 5).get("ours");
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("queries", count);
    row.put("buildMillis", ours.buildMillis());
    row.put("articlesPerSecond", Math.round(3_000 * 1e9 / timing.median()));
    row.put("matchesPerArticle", timing.sum() / 3_000.0);
    Console.say(row.toString());
    return row;
  }

  private long matches(Ours ours, int documentCount) {
    long matches = 0;
    for (int i = 0; i < documentCount; i++) {
      matches += matches(ours, articles.get(i));
    }
    return matches;
  }

  private int matches(Ours ours, Article article) {
    scan.read(article);
    ours.phrases().find(scan, hits);
    return ours.round().read(hits, NO_SUBJECTS);
  }

  private long tried(Ours ours, int documentCount) {
    long tried = 0;
    for (int i = 0; i < documentCount; i++) {
      matches(ours, articles.get(i));
      tried += ours.round().tried();
    }
    return tried;
  }

  /** How Lucene chooses the queries that it tries. */
  private enum Mode {
    NONE,
    TERMS,
    MULTIPASS;

    Presearcher presearcher() {
      return switch (this) {
        case NONE -> Presearcher.NO_FILTERING;
        case TERMS ->
            new TermFilteredPresearcher(
                TermWeightor.DEFAULT, List.of(new RegexpQueryHandler()), java.util.Set.of());
        case MULTIPASS ->
            new MultipassTermFilteredPresearcher(
                3, 0, TermWeightor.DEFAULT, List.of(new RegexpQueryHandler()), java.util.Set.of());
      };
    }
  }

  private static Monitor monitor(Mode mode, List<Query> queries) throws IOException {
    MonitorConfiguration configuration = new MonitorConfiguration();
    Monitor monitor = new Monitor(new WordAnalyzer(), mode.presearcher(), configuration);
    LuceneQueries translation = new LuceneQueries(mode != Mode.NONE);
    List<MonitorQuery> several = new ArrayList<>();
    for (int i = 0; i < queries.size(); i++) {
      several.add(new MonitorQuery(Integer.toString(i), translation.of(queries.get(i))));
      if (several.size() == 5_000 || i == queries.size() - 1) {
        monitor.register(several);
        several.clear();
      }
    }
    return monitor;
  }

  private long batches(Monitor monitor, int documentCount) {
    long matches = 0;
    for (int from = 0; from < documentCount; from += BATCH) {
      Document[] batch =
          documents.subList(from, Math.min(documentCount, from + BATCH)).toArray(Document[]::new);
      try {
        MultiMatchingQueries<QueryMatch> found = monitor.match(batch, QueryMatch.SIMPLE_MATCHER);
        for (int i = 0; i < batch.length; i++) {
          matches += found.getMatchCount(i);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return matches;
  }

  private long singles(Monitor monitor, int documentCount) {
    long matches = 0;
    for (int i = 0; i < documentCount; i++) {
      matches += match(monitor, i).getMatchCount();
    }
    return matches;
  }

  private MatchingQueries<QueryMatch> match(Monitor monitor, int document) {
    try {
      return monitor.match(documents.get(document), QueryMatch.SIMPLE_MATCHER);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Counts the matches that only one side has; there must be none. */
  private void compare(Ours ours, Monitor monitor, int documentCount, Map<String, Object> row) {
    long onlyOurs = 0;
    long onlyTheirs = 0;
    for (int i = 0; i < documentCount; i++) {
      TreeSet<String> own = new TreeSet<>();
      int matches = matches(ours, articles.get(i));
      for (int match = 0; match < matches; match++) {
        own.add(Integer.toString(ours.round().query(match)));
      }
      TreeSet<String> theirs = new TreeSet<>();
      match(monitor, i).getMatches().forEach(found -> theirs.add(found.getQueryId()));
      onlyOurs += own.stream().filter(id -> !theirs.contains(id)).count();
      onlyTheirs += theirs.stream().filter(id -> !own.contains(id)).count();
    }
    row.put("comparedArticles", documentCount);
    row.put("matchesOnlyOurs", onlyOurs);
    row.put("matchesOnlyLucene", onlyTheirs);
  }
}
