package io.tocsin.bench;

import io.tocsin.tag.query.Query;
import io.tocsin.tag.query.Query.And;
import io.tocsin.tag.query.Query.In;
import io.tocsin.tag.query.Query.Near;
import io.tocsin.tag.query.Query.Not;
import io.tocsin.tag.query.Query.Or;
import io.tocsin.tag.query.Query.Term;
import java.util.List;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.RegexpQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Our queries as Lucene's, over the field of all words and the field of the title's. */
final class LuceneQueries {
  static final String ALL = "all";
  static final String TITLE = "title";

  private final boolean regexps;

  /**
   * @param regexps whether beginnings of words are written as regular expressions, which Lucene's
   *     presearchers can take apart
   */
  LuceneQueries(boolean regexps) {
    this.regexps = regexps;
  }

  org.apache.lucene.search.Query of(Query query) {
    return of(query, ALL);
  }

  private org.apache.lucene.search.Query of(Query query, String field) {
    if (query instanceof Term term) {
      return term(term, field);
    }
    if (query instanceof In in) {
      return of(in.operand(), TITLE);
    }
    if (query instanceof Near near) {
      return near(near, field);
    }
    BooleanQuery.Builder builder = new BooleanQuery.Builder();
    if (query instanceof Not not) {
      builder.add(new MatchAllDocsQuery(), BooleanClause.Occur.MUST);
      return builder.add(of(not.operand(), field), BooleanClause.Occur.MUST_NOT).build();
    }
    for (Query operand : query.operands()) {
      if (query instanceof Or) {
        builder.add(of(operand, field), BooleanClause.Occur.SHOULD);
      } else if (query instanceof And && operand instanceof Not not) {
        builder.add(of(not.operand(), field), BooleanClause.Occur.MUST_NOT);
      } else {
        builder.add(of(operand, field), BooleanClause.Occur.MUST);
      }
    }
    return builder.build();
  }

  private org.apache.lucene.search.Query term(Term term, String field) {
    List<String> words = term.words();
    org.apache.lucene.index.Term first = new org.apache.lucene.index.Term(field, words.get(0));
    if (term.prefix() && words.size() == 1) {
      return regexps
          ? new RegexpQuery(new org.apache.lucene.index.Term(field, words.get(0) + ".*"))
          : new PrefixQuery(first);
    }
    return words.size() == 1
        ? new TermQuery(first)
        : new PhraseQuery(field, words.toArray(String[]::new));
  }

  private static org.apache.lucene.search.Query near(Near near, String field) {
    IntervalsSource left = source(near.left());
    IntervalsSource right = source(near.right());
    IntervalsSource both =
        near.ordered()
            ? Intervals.ordered(left, right)
            : Intervals.or(Intervals.ordered(left, right), Intervals.ordered(right, left));
    if (near.ordered()) {
      return new IntervalQuery(field, Intervals.maxgaps(near.distance() - 1, both));
    }
    return new IntervalQuery(
        field,
        Intervals.or(
            Intervals.maxgaps(near.distance() - 1, Intervals.ordered(left, right)),
            Intervals.maxgaps(near.distance() - 1, Intervals.ordered(right, left))));
  }

  private static IntervalsSource source(Query query) {
    if (query instanceof Term term) {
      if (term.prefix()) {
        return Intervals.prefix(new BytesRef(term.words().get(0)));
      }
      return term.words().size() == 1
          ? Intervals.term(term.words().get(0))
          : Intervals.phrase(term.words().toArray(String[]::new));
    }
    return Intervals.or(
        query.operands().stream().map(LuceneQueries::source).toArray(IntervalsSource[]::new));
  }
}
