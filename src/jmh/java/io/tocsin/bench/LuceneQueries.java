package io.tocsin.bench;

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
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.RegexpQuery;
import org.apache.lucene.search.TermQuery;

/** Says in Lucene's words what a query says. */
final class LuceneQueries {
  private final boolean regexps;

  /**
   * @param regexps whether a stem is a regular expression, which a presearcher can look up by its
   *     letters, rather than a prefix query, which is faster to run
   */
  LuceneQueries(boolean regexps) {
    this.regexps = regexps;
  }

  Query of(io.tocsin.tag.query.Query query) {
    return of(query, LuceneWords.ALL);
  }

  private Query of(io.tocsin.tag.query.Query query, String field) {
    if (query instanceof Term term) {
      return term(term, field);
    }
    if (query instanceof And and) {
      BooleanQuery.Builder all = new BooleanQuery.Builder();
      for (io.tocsin.tag.query.Query operand : and.operands()) {
        if (operand instanceof Not not) {
          all.add(of(not.operand(), field), Occur.MUST_NOT);
        } else {
          all.add(of(operand, field), Occur.MUST);
        }
      }
      return all.build();
    }
    if (query instanceof Or or) {
      BooleanQuery.Builder any = new BooleanQuery.Builder();
      or.operands().forEach(operand -> any.add(of(operand, field), Occur.SHOULD));
      return any.build();
    }
    if (query instanceof In in) {
      return of(in.operand(), LuceneWords.TITLE);
    }
    if (query instanceof Near near) {
      IntervalsSource left = source(near.left());
      IntervalsSource right = source(near.right());
      IntervalsSource both =
          near.ordered() ? Intervals.ordered(left, right) : Intervals.unordered(left, right);
      return new IntervalQuery(field, Intervals.maxgaps(near.distance() - 1, both));
    }
    throw new IllegalStateException("not among the shapes: " + query);
  }

  private Query term(Term term, String field) {
    List<String> words = term.words();
    if (words.size() > 1) {
      return new PhraseQuery(field, words.toArray(String[]::new));
    }
    org.apache.lucene.index.Term word = new org.apache.lucene.index.Term(field, words.get(0));
    if (!term.prefix()) {
      return new TermQuery(word);
    }
    return regexps
        ? new RegexpQuery(new org.apache.lucene.index.Term(field, words.get(0) + ".*"))
        : new PrefixQuery(word);
  }

  private static IntervalsSource source(io.tocsin.tag.query.Query query) {
    if (query instanceof Term term) {
      return term.words().size() == 1
          ? Intervals.term(term.words().get(0))
          : Intervals.phrase(term.words().toArray(String[]::new));
    }
    return Intervals.or(query.operands().stream().map(LuceneQueries::source).toList());
  }
}
