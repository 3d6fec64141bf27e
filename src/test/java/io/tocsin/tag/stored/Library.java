package io.tocsin.tag.stored;

import io.tocsin.model.Article;
import io.tocsin.tag.match.Hits;
import io.tocsin.tag.match.Phrases;
import io.tocsin.tag.query.Query;
import io.tocsin.tag.text.Scan;
import java.util.ArrayList;
import java.util.List;

/** Stored queries with all that is needed to hold an article against them. */
final class Library {
  final Scan scan = new Scan();
  final Hits hits = new Hits();
  final Phrases phrases;
  final StoredQueries queries;
  final Matching matching;

  Library(List<Query> all) {
    Phrases.Builder words = new Phrases.Builder();
    StoredQueries.Builder builder = new StoredQueries.Builder(words);
    all.forEach(builder::add);
    queries = builder.build();
    phrases = words.build();
    matching = queries.matching();
  }

  /** Begins an article; tags may be added before {@link Matching#run}. */
  Matching begin(Article article) {
    scan.read(article);
    phrases.find(scan, hits);
    matching.begin(scan, hits);
    return matching;
  }

  /** The numbers of the queries that match. */
  List<Integer> matches(Article article) {
    begin(article).run();
    return matches();
  }

  List<Integer> matches() {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < matching.size(); i++) {
      numbers.add(matching.query(i));
    }
    return numbers;
  }

  static Article article(String title, String body) {
    return new Article("id", null, null, title, null, body, null, null, List.of(), null, null);
  }
}
