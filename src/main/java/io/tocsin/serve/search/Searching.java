package io.tocsin.serve.search;

import io.tocsin.model.FieldSpan;
import io.tocsin.model.TaggedArticle;
import io.tocsin.wire.Topics;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Answers one question: takes candidates in their order and keeps those that match. */
final class Searching {
  /** A query has up to 2,000 words; Lucene's own limit is lower. */
  private static final int MOST_CLAUSES = 16_384;

  /**
   * One question holds so many articles against its query, or takes so long; then the page ends.
   */
  private static final int MOST_LOOKED = 50_000;

  /** A page of long articles ends when their records are so long together, in bytes. */
  private static final long MOST_HELD = 16L << 20;

  private static final Duration LONGEST = Duration.ofSeconds(3);
  private static final int LARGEST_BATCH = 2_000;
  private static final Sort NEWEST_FIRST =
      new Sort(
          new SortField(ArticleDocuments.TIME, SortField.Type.LONG, true),
          new SortField(ArticleDocuments.ID, SortField.Type.STRING));

  static {
    IndexSearcher.setMaxClauseCount(MOST_CLAUSES);
  }

  private final SearchQuestion question;
  private final Query candidates;
  private final @Nullable ExactMatch exact;
  private final long deadline = System.nanoTime() + LONGEST.toNanos();
  private final List<SearchPage.Hit> hits = new ArrayList<>();
  private @Nullable FieldDoc lastHit;
  private int looked;
  private long held;

  Searching(SearchQuestion question, Groups groups) {
    this.question = question;
    this.candidates = candidates(question, groups);
    io.tocsin.tag.query.Query query = question.query();
    this.exact = query == null ? null : new ExactMatch(query, groups);
  }

  /** Every article that can be an answer, and no fewer. */
  private static Query candidates(SearchQuestion question, Groups groups) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    all.add(new MatchAllDocsQuery(), Occur.FILTER);
    io.tocsin.tag.query.Query query = question.query();
    if (query != null) {
      new Candidates(groups).of(query).ifPresent(part -> all.add(part, Occur.FILTER));
    }
    question.subjects().forEach(id -> all.add(Candidates.subject(id), Occur.FILTER));
    Instant from = question.from();
    Instant to = question.to();
    if (from != null || to != null) {
      all.add(
          LongPoint.newRangeQuery(
              ArticleDocuments.TIME,
              from == null ? Long.MIN_VALUE : ceiling(from),
              to == null ? Long.MAX_VALUE : ceiling(to) - 1),
          Occur.FILTER);
    }
    return all.build();
  }

  /** The first whole millisecond at or after an instant. */
  private static long ceiling(Instant instant) {
    long millis = instant.toEpochMilli();
    return instant.isAfter(Instant.ofEpochMilli(millis)) ? millis + 1 : millis;
  }

  /** The page. */
  SearchPage in(IndexSearcher searcher) throws IOException {
    ScoreDoc after = first(searcher);
    int batch = Math.max(64, Math.min(2 * question.limit(), LARGEST_BATCH));
    while (true) {
      ScoreDoc[] docs = searcher.searchAfter(after, candidates, batch, NEWEST_FIRST).scoreDocs;
      for (ScoreDoc doc : docs) {
        FieldDoc at = (FieldDoc) doc;
        Optional<SearchPage.Hit> hit = look(searcher, doc.doc);
        if (hit.isPresent() && hits.size() == question.limit()) {
          return page(lastHit, true); // there is one more, so there is a next page
        }
        if (hit.isPresent()) {
          hits.add(hit.get());
          lastHit = at;
        }
        if (looked >= MOST_LOOKED || held >= MOST_HELD || System.nanoTime() > deadline) {
          return page(at, hits.size() == question.limit());
        }
        after = at;
      }
      if (docs.length < batch) {
        return page(null, true);
      }
      batch = Math.min(2 * batch, LARGEST_BATCH);
    }
  }

  private @Nullable FieldDoc first(IndexSearcher searcher) {
    SearchCursor cursor = question.after();
    if (cursor == null) {
      return null;
    }
    // No two documents have the same id, so the number only has to be one that exists.
    int last = Math.max(0, searcher.getIndexReader().maxDoc() - 1);
    return new FieldDoc(last, Float.NaN, new Object[] {cursor.time(), new BytesRef(cursor.id())});
  }

  /** The article, when it matches; what it holds in memory then counts. */
  private Optional<SearchPage.Hit> look(IndexSearcher searcher, int doc) throws IOException {
    looked++;
    BytesRef record =
        searcher
            .storedFields()
            .document(doc, Set.of(ArticleDocuments.RECORD))
            .getBinaryValue(ArticleDocuments.RECORD);
    byte[] value = BytesRef.deepCopyOf(record).bytes;
    TaggedArticle article = Topics.TAGGED.value().deserializer().deserialize("", value);
    Optional<List<FieldSpan>> spans = exact == null ? Optional.of(List.of()) : exact.of(article);
    if (spans.isPresent()) {
      held += value.length;
    }
    return spans.map(found -> new SearchPage.Hit(article, found));
  }

  private SearchPage page(@Nullable FieldDoc end, boolean complete) {
    SearchCursor next =
        end == null
            ? null
            : new SearchCursor((Long) end.fields[0], ((BytesRef) end.fields[1]).utf8ToString());
    return new SearchPage(hits, next, complete, looked);
  }
}
