package io.tocsin.serve.search;

import io.tocsin.tag.query.Query.About;
import io.tocsin.tag.query.Query.AtLeast;
import io.tocsin.tag.query.Query.Group;
import io.tocsin.tag.query.Query.In;
import io.tocsin.tag.query.Query.Meta;
import io.tocsin.tag.query.Query.Not;
import io.tocsin.tag.query.Query.Or;
import io.tocsin.tag.query.Query.Term;
import io.tocsin.tag.query.Query.Weighted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Makes of a query of our language one of Lucene's that finds every article that matches, and as
 * few others as words alone can tell: which words must stand somewhere. Order, distance, sentence,
 * zone, case, attributes and what must not stand are left to the evaluator.
 */
final class Candidates {
  private final Groups groups;

  Candidates(Groups groups) {
    this.groups = groups;
  }

  /** What every article that matches fulfils; empty when nothing can be said. */
  Optional<Query> of(io.tocsin.tag.query.Query query) {
    if (query instanceof Term term) {
      return Optional.of(term(term));
    }
    if (query instanceof About about) {
      return Optional.of(subject(about.subject()));
    }
    if (query instanceof Group group) {
      return Optional.of(group(group));
    }
    if (query instanceof Not || query instanceof Meta) {
      return Optional.empty();
    }
    if (query instanceof Or) {
      return any(query.operands());
    }
    if (query instanceof AtLeast || query instanceof In) {
      return of(query.operands().get(0));
    }
    if (query instanceof Weighted weighted) {
      return any(
          weighted.weights().entrySet().stream()
              .filter(entry -> entry.getValue() > 0)
              .map(Map.Entry::getKey)
              .toList());
    }
    // Of AND, NEAR, SENTENCE and PARAGRAPH every operand must match.
    return all(query.operands());
  }

  /** An article that mentions a subject. */
  static Query subject(String id) {
    return word(ArticleDocuments.SUBJECT, id);
  }

  private Query group(Group group) {
    List<String> members = groups.byName().getOrDefault(group.name(), List.of());
    return members.isEmpty()
        ? new MatchNoDocsQuery("no subject is in the group")
        : new TermInSetQuery(
            ArticleDocuments.SUBJECT, members.stream().map(BytesRef::new).toList());
  }

  private static Query term(Term term) {
    List<Query> words = new ArrayList<>();
    for (int i = 0; i < term.words().size(); i++) {
      String word = ArticleDocuments.key(term.words().get(i));
      boolean beginning = term.prefix() && i == term.words().size() - 1;
      words.add(
          beginning
              ? new PrefixQuery(new org.apache.lucene.index.Term(ArticleDocuments.WORD, word))
              : word(ArticleDocuments.WORD, word));
    }
    return join(words, Occur.FILTER);
  }

  private Optional<Query> all(List<io.tocsin.tag.query.Query> operands) {
    List<Query> parts = new ArrayList<>();
    operands.forEach(operand -> of(operand).ifPresent(parts::add));
    return parts.isEmpty() ? Optional.empty() : Optional.of(join(parts, Occur.FILTER));
  }

  private Optional<Query> any(List<? extends io.tocsin.tag.query.Query> operands) {
    List<Query> parts = new ArrayList<>();
    for (io.tocsin.tag.query.Query operand : operands) {
      Optional<Query> part = of(operand);
      if (part.isEmpty()) {
        return Optional.empty();
      }
      parts.add(part.get());
    }
    return Optional.of(
        parts.isEmpty()
            ? new MatchNoDocsQuery("nothing speaks for it")
            : join(parts, Occur.SHOULD));
  }

  private static Query join(List<Query> parts, Occur how) {
    if (parts.size() == 1) {
      return parts.get(0);
    }
    BooleanQuery.Builder joined = new BooleanQuery.Builder();
    parts.forEach(part -> joined.add(part, how));
    return joined.build();
  }

  private static Query word(String field, String word) {
    return new TermQuery(new org.apache.lucene.index.Term(field, word));
  }
}
