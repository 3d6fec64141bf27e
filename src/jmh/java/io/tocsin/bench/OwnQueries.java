package io.tocsin.bench;

import io.tocsin.model.Article;
import io.tocsin.tag.match.Hits;
import io.tocsin.tag.match.Phrases;
import io.tocsin.tag.query.Query;
import io.tocsin.tag.stored.Matching;
import io.tocsin.tag.stored.StoredQueries;
import io.tocsin.tag.stored.WordShares;
import io.tocsin.tag.text.Scan;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The own stored queries, from an article to the numbers of the queries that match. */
final class OwnQueries {
  /** Every field is one sentence, and neither side looks for sentences. */
  private final Scan scan = Scan.wordsOnly();

  private final Hits hits = new Hits();
  private final Phrases phrases;
  private final StoredQueries queries;
  private final Matching matching;
  private final double buildSeconds;

  OwnQueries(List<Query> all, WordShares shares) {
    long start = System.nanoTime();
    Phrases.Builder words = new Phrases.Builder();
    StoredQueries.Builder builder = new StoredQueries.Builder(words, shares);
    all.forEach(builder::add);
    queries = builder.build();
    phrases = words.build();
    buildSeconds = (System.nanoTime() - start) / 1e9;
    matching = queries.matching();
  }

  double buildSeconds() {
    return buildSeconds;
  }

  long memory() {
    return queries.memory() + phrases.memory();
  }

  private void run(Article article) {
    scan.read(article);
    phrases.find(scan, hits);
    matching.begin(scan, hits);
    matching.run();
  }

  /** Returns the number of matches. */
  long match(List<Article> articles) {
    long matches = 0;
    for (Article article : articles) {
      run(article);
      matches += matching.size();
    }
    return matches;
  }

  /** Also finds where each match stands; returns the number of places. */
  long places(List<Article> articles) {
    long places = 0;
    for (Article article : articles) {
      run(article);
      for (int i = 0; i < matching.size(); i++) {
        places += matching.places(matching.query(i)).size();
      }
    }
    return places;
  }

  /** How many queries are tried an article. */
  double tried(List<Article> articles) {
    long tried = 0;
    for (Article article : articles) {
      run(article);
      tried += matching.tried();
    }
    return (double) tried / articles.size();
  }

  /** The numbers of the queries that match. */
  Set<Integer> matches(Article article) {
    run(article);
    Set<Integer> numbers = new TreeSet<>();
    for (int i = 0; i < matching.size(); i++) {
      numbers.add(matching.query(i));
    }
    return numbers;
  }
}
