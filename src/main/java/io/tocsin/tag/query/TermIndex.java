package io.tocsin.tag.query;

import io.tocsin.tag.query.Query.Term;
import io.tocsin.tag.text.Reading;
import io.tocsin.tag.text.Trie;
import io.tocsin.tag.text.Word;
import io.tocsin.tag.text.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All terms of all queries and contexts in one trie, so that an article is searched once for all of
 * them.
 */
public final class TermIndex {
  private final Trie<Term> trie = new Trie<>();

  private TermIndex() {}

  /** Compiles terms. */
  public static TermIndex of(Collection<Term> terms) {
    TermIndex index = new TermIndex();
    Set<Term> distinct = new LinkedHashSet<>(terms);
    distinct.forEach(term -> index.trie.add(term.words(), term.prefix(), term));
    return index;
  }

  /** The places of every term that stands in an article; terms that do not are absent. */
  public Map<Term, List<Place>> find(Reading reading) {
    Map<Term, List<Place>> found = new HashMap<>();
    for (int i = 0; i < reading.words().size(); i++) {
      for (Trie.Found<Term> hit : trie.at(reading.words(), i)) {
        Place place = new Place(i, i + hit.length() - 1);
        if (fits(hit.value(), place, reading)) {
          found.computeIfAbsent(hit.value(), t -> new ArrayList<>()).add(place);
        }
      }
    }
    return found;
  }

  /** Whether words that are folded as they must be also look and are written as they must be. */
  private static boolean fits(Term term, Place place, Reading reading) {
    Word last = reading.words().get(place.last());
    if (!term.pattern().isEmpty() && !WordPattern.matches(term.pattern(), last.folded())) {
      return false;
    }
    for (int i = 0; i < term.exact().size(); i++) {
      Word word = reading.words().get(place.first() + i);
      String text = reading.article().text(word.field());
      String written = Words.exact(text, word.start(), word.end());
      String wanted = term.exact().get(i);
      boolean beginning = term.prefix() && i == term.exact().size() - 1;
      if (beginning ? !written.startsWith(wanted) : !written.equals(wanted)) {
        return false;
      }
    }
    return true;
  }
}
