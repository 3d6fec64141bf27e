package io.tocsin.tag.stored;

import io.tocsin.tag.match.Hits;
import io.tocsin.tag.query.Place;
import io.tocsin.tag.text.Scan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Holds one article after the other against stored queries; one thread's. Per article: {@link
 * #begin}, {@link #add} for every subject that was tagged, {@link #run}; then the answers stay
 * until the next article. Nothing is allocated but the lists of places.
 */
public final class Matching {
  private final StoredQueries queries;
  private final Standing standing;
  private final Machine machine;
  private final Spots spots = new Spots();
  private final TagPlaces tags = new TagPlaces();

  /** One bit a query: whether it was looked at. */
  private final long[] seen;

  private int[] looked = new int[64];
  private int lookedSize;
  private int[] matched = new int[64];
  private int matchedSize;

  Matching(StoredQueries queries) {
    this.queries = queries;
    this.standing = new Standing(queries.entryStarts.length - 1, queries.leaves.lateWords());
    this.machine = new Machine(standing, queries.leaves.attributes());
    this.seen = new long[(queries.size() + 63) / 64];
  }

  /**
   * Begins an article.
   *
   * @param scan the article
   * @param hits every phrase that stands in it
   */
  public void begin(Scan scan, Hits hits) {
    for (int i = 0; i < lookedSize; i++) {
      seen[looked[i] >>> 6] = 0;
    }
    lookedSize = 0;
    matchedSize = 0;
    standing.begin(scan);
    tags.clear();
    machine.begin(scan);
    queries.leaves.note(scan, hits, standing);
  }

  /**
   * Notes a tag.
   *
   * @param subject its id
   * @param groups those of the subject
   * @param first index of its first word
   * @param last index of its last word
   */
  public void add(String subject, List<String> groups, int first, int last) {
    tags.add(queries.leaves.subject(subject), first, last);
    for (String group : groups) {
      tags.add(queries.leaves.group(group), first, last);
    }
  }

  /** Finds the queries that match; those whose anchor does not stand are not even looked at. */
  public void run() {
    tags.note(standing);
    int[] entries = queries.entries;
    int standingBefore = standing.leaves(); // what is looked up from here on is no anchor
    for (int i = 0; i < standingBefore; i++) {
      int leaf = standing.leaf(i);
      int end = queries.entryStarts[leaf + 1];
      for (int at = queries.entryStarts[leaf]; at < end; ) {
        int query = entries[at];
        int rest = entries[at + 1];
        at += 2;
        if ((seen[query >>> 6] >>> query & 1) == 0) {
          look(query);
          if (rest == 0
              || (rest == StoredQueries.WHOLE
                  ? machine.matches(queries.code, queries.starts[query])
                  : machine.matches(entries, at))) {
            match(query);
          }
        }
        at += Math.max(0, rest);
      }
    }
    for (int query : queries.unanchored) {
      look(query);
      if (machine.matches(queries.code, queries.starts[query])) {
        match(query);
      }
    }
    Arrays.sort(matched, 0, matchedSize);
  }

  private void look(int query) {
    seen[query >>> 6] |= 1L << query;
    if (lookedSize == looked.length) {
      looked = Arrays.copyOf(looked, 2 * lookedSize);
    }
    looked[lookedSize++] = query;
  }

  private void match(int query) {
    if (matchedSize == matched.length) {
      matched = Arrays.copyOf(matched, 2 * matchedSize);
    }
    matched[matchedSize++] = query;
  }

  /** How many queries match. */
  public int size() {
    return matchedSize;
  }

  /** The number of one that matches, in the order in which they were added. */
  public int query(int index) {
    return matched[index];
  }

  /** How many queries were tried. */
  public int tried() {
    return lookedSize;
  }

  /** Where a query matches: what made it match, in reading order; empty when it does not. */
  public List<Place> places(int query) {
    machine.collect(queries.code, queries.starts[query], spots);
    List<Place> places = new ArrayList<>(spots.size());
    for (int i = 0; i < spots.size(); i++) {
      places.add(new Place(spots.first(i), spots.last(i)));
    }
    return places;
  }

  /** Whether what {@link StoredQueries.Builder#leaf} numbered stands in the article. */
  public boolean stands(int leaf) {
    return standing.stands(leaf);
  }
}
