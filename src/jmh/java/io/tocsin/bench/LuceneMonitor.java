package io.tocsin.bench;

import io.tocsin.tag.query.Query;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.MultiMatchingQueries;
import org.apache.lucene.monitor.MultipassTermFilteredPresearcher;
import org.apache.lucene.monitor.Presearcher;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.monitor.RegexpQueryHandler;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.apache.lucene.monitor.TermWeightor;

/** Lucene's monitor with all queries in memory, in one of its modes. */
final class LuceneMonitor implements AutoCloseable {
  /** How the queries to run are chosen. */
  enum Choice {
    /** All are run. */
    ALL,
    TERM,
    /** Three anchors a query, chosen by how frequent their words are. */
    MULTIPASS
  }

  private static final int PASSES = 3;
  private static final int CHUNK = 5_000;

  private final Monitor monitor;
  private final double loadSeconds;

  LuceneMonitor(Choice choice, List<Query> queries, Map<String, Integer> frequencies) {
    long start = System.nanoTime();
    LuceneQueries translator = new LuceneQueries(choice != Choice.ALL);
    try {
      monitor = new Monitor(new KeywordAnalyzer(), presearcher(choice, frequencies));
      List<MonitorQuery> chunk = new ArrayList<>();
      for (int i = 0; i < queries.size(); i++) {
        chunk.add(new MonitorQuery(Integer.toString(i), translator.of(queries.get(i))));
        if (chunk.size() == CHUNK || i == queries.size() - 1) {
          monitor.register(chunk);
          chunk.clear();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    loadSeconds = (System.nanoTime() - start) / 1e9;
  }

  private static Presearcher presearcher(Choice choice, Map<String, Integer> frequencies) {
    List<RegexpQueryHandler> handlers = List.of(new RegexpQueryHandler());
    return switch (choice) {
      case ALL -> Presearcher.NO_FILTERING;
      case TERM ->
          new TermFilteredPresearcher(
              TermFilteredPresearcher.DEFAULT_WEIGHTOR, List.copyOf(handlers), Set.of());
      case MULTIPASS ->
          new MultipassTermFilteredPresearcher(
              PASSES,
              0,
              TermWeightor.combine(
                  TermWeightor.DEFAULT, TermWeightor.termFreqWeightor(frequencies, 100, 0.8)),
              List.copyOf(handlers),
              Set.of());
    };
  }

  double loadSeconds() {
    return loadSeconds;
  }

  /** Holds articles against all queries, so many at a time; returns the number of matches. */
  long match(List<Document> documents, int batch) {
    long matches = 0;
    try {
      if (batch == 1) {
        for (Document document : documents) {
          matches += monitor.match(document, QueryMatch.SIMPLE_MATCHER).getMatchCount();
        }
        return matches;
      }
      for (int from = 0; from < documents.size(); from += batch) {
        Document[] some =
            documents
                .subList(from, Math.min(from + batch, documents.size()))
                .toArray(Document[]::new);
        MultiMatchingQueries<QueryMatch> found = monitor.match(some, QueryMatch.SIMPLE_MATCHER);
        for (int i = 0; i < some.length; i++) {
          matches += found.getMatchCount(i);
        }
      }
      return matches;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The numbers of the queries that match a document. */
  Set<Integer> matches(Document document) {
    try {
      Set<Integer> numbers = new TreeSet<>();
      monitor
          .match(document, QueryMatch.SIMPLE_MATCHER)
          .getMatches()
          .forEach(match -> numbers.add(Integer.parseInt(match.getQueryId())));
      return numbers;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many queries are run for a document. */
  int run(Document document) {
    try {
      return monitor.match(document, QueryMatch.SIMPLE_MATCHER).getQueriesRun();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      monitor.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
