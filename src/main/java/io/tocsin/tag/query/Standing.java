package io.tocsin.tag.query;

import io.tocsin.tag.query.Query.About;
import io.tocsin.tag.query.Query.Anchor;
import io.tocsin.tag.query.Query.Group;
import io.tocsin.tag.query.Query.Term;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What stands where in one article: terms, and subjects with their groups. Subjects are added as
 * they are found, so that queries can ask for subjects that are queries themselves.
 */
public final class Standing {
  private final Map<Term, List<Place>> terms;
  private final Map<String, ? extends Collection<String>> groups;
  private final Map<Anchor, Set<Place>> tags = new HashMap<>();

  /**
   * @param terms every term of the queries to come that stands in the article
   * @param groups the groups of each subject that has any
   */
  public Standing(Map<Term, List<Place>> terms, Map<String, ? extends Collection<String>> groups) {
    this.terms = terms;
    this.groups = groups;
  }

  /** Adds places of a subject, and so of its groups. */
  public void add(String subject, Collection<Place> places) {
    if (places.isEmpty()) {
      return;
    }
    add(new About(subject), places);
    Collection<String> names = groups.get(subject);
    if (names != null) {
      names.forEach(name -> add(new Group(name), places));
    }
  }

  private void add(Anchor anchor, Collection<Place> places) {
    tags.computeIfAbsent(anchor, a -> new TreeSet<>(Place.ORDER)).addAll(places);
  }

  /** All places, in reading order; empty when it does not stand in the article. */
  List<Place> places(Anchor anchor) {
    return anchor instanceof Term term
        ? terms.getOrDefault(term, List.of())
        : List.copyOf(tags.getOrDefault(anchor, Set.of()));
  }

  /** The terms that stand in the article. */
  public Set<Term> terms() {
    return terms.keySet();
  }

  /** The subjects and groups that stand in it so far. */
  Set<Anchor> tags() {
    return tags.keySet();
  }
}
