package io.tocsin.tag.stored;

import io.tocsin.tag.match.Hits;
import io.tocsin.tag.query.Place;
import io.tocsin.tag.query.Query.Term;
import io.tocsin.tag.query.WordPattern;
import io.tocsin.tag.text.Scan;
import io.tocsin.tag.text.Words;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Holds stored queries against one article after the other, for one thread. */
public final class Round {
  private final StoredQueries queries;
  private final Scan scan;
  private final Standing standing;
  private final Machine machine;
  private final Places places = new Places();
  private final IntList matched = new IntList();
  private final int[] stamps;
  private int stamp;
  private int tried;

  /**
   * @param scan the article, read anew before each {@link #read}
   */
  public Round(StoredQueries queries, Scan scan) {
    this.queries = queries;
    this.scan = scan;
    this.standing = new Standing(queries.leaves());
    this.machine = new Machine(queries.code(), queries.metas(), standing, scan);
    this.stamps = new int[queries.size()];
  }

  /**
   * Finds the queries that match.
   *
   * @param hits all phrases that stand in the article
   * @param tagged the subjects that stand in it
   * @return how many match
   */
  public int read(Hits hits, TaggedPlaces tagged) {
    standing.clear();
    machine.clear();
    matched.clear();
    tried = 0;
    if (queries.size() == 0) {
      return 0;
    }
    noteHits(hits);
    if (queries.asksForSubjects()) {
      noteSubjects(tagged);
    }
    tryAnchored();
    matched.sort();
    return matched.size();
  }

  /** Backwards, as places are kept with the last one in front. */
  private void noteHits(Hits hits) {
    int[] from = queries.byPhrase().from();
    int[] leaves = queries.byPhrase().values();
    for (int hit = hits.size() - 1; hit >= 0; hit--) {
      int end = from[hits.phrase(hit) + 1];
      for (int i = from[hits.phrase(hit)]; i < end; i++) {
        if (queries.checked().isEmpty() || isAsAsked(leaves[i], hits.first(hit), hits.last(hit))) {
          standing.add(leaves[i], hits.first(hit), hits.last(hit));
        }
      }
    }
  }

  private void noteSubjects(TaggedPlaces tagged) {
    for (int i = tagged.size() - 1; i >= 0; i--) {
      int[] leaves = queries.bySubject().get(tagged.subject(i));
      if (leaves != null) {
        for (int leaf : leaves) {
          standing.add(leaf, tagged.first(i), tagged.last(i));
        }
      }
    }
  }

  private void tryAnchored() {
    if (++stamp == 0) {
      java.util.Arrays.fill(stamps, 0);
      stamp = 1;
    }
    int[] from = queries.byAnchor().from();
    int[] anchored = queries.byAnchor().values();
    for (int n = 0; n < standing.leaves(); n++) {
      int end = from[standing.leaf(n) + 1];
      for (int i = from[standing.leaf(n)]; i < end; i++) {
        int query = anchored[i];
        if (stamps[query] != stamp) {
          stamps[query] = stamp;
          tried++;
          if (machine.holds(queries.start(query))) {
            matched.add(query);
          }
        }
      }
    }
  }

  /** Whether words whose folds fit are also written as a term wants them. */
  private boolean isAsAsked(int leaf, int first, int last) {
    Term term = queries.checked().get(leaf);
    if (term == null) {
      return true;
    }
    if (!term.pattern().isEmpty() && !WordPattern.matches(term.pattern(), folded(last))) {
      return false;
    }
    for (int i = 0; i < term.exact().size(); i++) {
      int word = first + i;
      String text = scan.article().text(scan.field(word));
      String written = Words.exact(text, scan.start(word), scan.end(word));
      boolean beginning = term.prefix() && word == last;
      String wanted = term.exact().get(i);
      if (beginning ? !written.startsWith(wanted) : !written.equals(wanted)) {
        return false;
      }
    }
    return true;
  }

  private String folded(int word) {
    int from = scan.foldedFrom(word);
    return new String(scan.folded(), from, scan.foldedTo(word) - from, StandardCharsets.UTF_8);
  }

  /** The number of a query that matches; they are in order. */
  public int query(int match) {
    return matched.get(match);
  }

  /** What made it match, in reading order. */
  public List<Place> places(int match) {
    places.clear();
    machine.collect(queries.start(matched.get(match)), places);
    places.settle();
    return places.toList();
  }

  /** How many queries were evaluated. */
  public int tried() {
    return tried;
  }
}
