package io.tocsin.tag;

import io.tocsin.model.FieldSpan;
import io.tocsin.model.Form;
import io.tocsin.model.RuleMatch;
import io.tocsin.model.Subject;
import io.tocsin.tag.Compiled.Rank;
import io.tocsin.tag.match.Hits;
import io.tocsin.tag.match.IntSet;
import io.tocsin.tag.query.Place;
import io.tocsin.tag.stored.Matching;
import io.tocsin.tag.text.Scan;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks the queries of a watchlist of one article: those of subjects, in an order in which each
 * finds the subjects that it asks for, and then those of rules. What is tagged by name comes before
 * all of them. Reused from article to article by one thread.
 */
final class Asked {
  private final Compiled compiled;
  private final Scan scan;
  private final Hits hits;
  private final List<Matching> ranks = new ArrayList<>();
  private final Matching rules;
  private final boolean anyAsksForTags;
  private final Found standing = new Found();
  private final IntSet taken = new IntSet();

  Asked(Compiled compiled, Scan scan, Hits hits) {
    this.compiled = compiled;
    this.scan = scan;
    this.hits = hits;
    compiled.ranks().forEach(rank -> ranks.add(rank.queries().matching()));
    this.rules = compiled.rules().queries().matching();
    this.anyAsksForTags =
        compiled.rules().queries().asksForTags()
            || compiled.ranks().stream().anyMatch(rank -> rank.queries().asksForTags());
  }

  /** Adds the subjects whose queries match to those that were found by name. */
  void addSubjects(Found found) {
    standing.clear();
    if (anyAsksForTags) {
      standing.addAll(found);
      settle();
    }
    for (int i = 0; i < ranks.size(); i++) {
      Rank rank = compiled.ranks().get(i);
      Matching matching = ranks.get(i);
      run(matching, rank);
      for (int match = 0; match < matching.size(); match++) {
        int query = matching.query(match);
        add(rank.numbers().get(query), matching.places(query), found);
      }
      if (anyAsksForTags && matching.size() > 0) {
        settle();
      }
    }
  }

  private void run(Matching matching, Rank rank) {
    matching.begin(scan, hits);
    if (rank.queries().asksForTags()) {
      for (int i = 0; i < standing.size(); i++) {
        Subject subject = compiled.watched().get(standing.subject(i));
        matching.add(subject.id(), subject.groups(), standing.first(i), standing.last(i));
      }
    }
    matching.run();
  }

  private void add(int subject, List<Place> places, Found found) {
    for (int i = 0; i < places.size(); i++) {
      Place place = places.get(i);
      if (i < Tagger.MAX_QUERY_TAGS) {
        found.add(subject, Form.QUERY, place.first(), place.last());
      }
      if (anyAsksForTags) {
        standing.add(subject, Form.QUERY, place.first(), place.last());
      }
    }
  }

  /** A tag of a part is a tag of every whole around it. */
  private void settle() {
    standing.sort();
    if (compiled.wholes().imply(standing, taken)) {
      standing.sort();
    }
  }

  /** The rules whose queries match, once the subjects are added. */
  List<RuleMatch> rules() {
    run(rules, compiled.rules());
    List<RuleMatch> matched = new ArrayList<>(rules.size());
    for (int match = 0; match < rules.size(); match++) {
      int query = rules.query(match);
      matched.add(new RuleMatch(compiled.rules().owners().get(query), spans(rules.places(query))));
    }
    return matched;
  }

  private List<FieldSpan> spans(List<Place> places) {
    List<FieldSpan> spans = new ArrayList<>();
    for (Place place : places.subList(0, Math.min(Tagger.MAX_QUERY_TAGS, places.size()))) {
      spans.add(
          new FieldSpan(
              scan.field(place.first()), scan.start(place.first()), scan.end(place.last())));
    }
    return spans;
  }
}
