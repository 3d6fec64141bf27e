package io.tocsin.tag;

import io.tocsin.model.FieldSpan;
import io.tocsin.model.Form;
import io.tocsin.model.RuleMatch;
import io.tocsin.tag.Compiled.Rank;
import io.tocsin.tag.match.Hits;
import io.tocsin.tag.match.IntSet;
import io.tocsin.tag.query.Place;
import io.tocsin.tag.stored.Round;
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
  private final List<Round> ranks = new ArrayList<>();
  private final Round rules;
  private final boolean anyAsksForSubjects;
  private final Found standing = new Found();
  private final IntSet taken = new IntSet();

  Asked(Compiled compiled, Scan scan, Hits hits) {
    this.compiled = compiled;
    this.scan = scan;
    this.hits = hits;
    compiled.ranks().forEach(rank -> ranks.add(new Round(rank.queries(), scan)));
    this.rules = new Round(compiled.rules().queries(), scan);
    this.anyAsksForSubjects =
        compiled.rules().queries().asksForSubjects()
            || compiled.ranks().stream().anyMatch(rank -> rank.queries().asksForSubjects());
  }

  /** Adds the subjects whose queries match to those that were found by name. */
  void addSubjects(Found found) {
    standing.clear();
    if (anyAsksForSubjects) {
      standing.addAll(found);
      settle();
    }
    for (int i = 0; i < ranks.size(); i++) {
      Rank rank = compiled.ranks().get(i);
      Round round = ranks.get(i);
      int matches = round.read(hits, standing);
      for (int match = 0; match < matches; match++) {
        add(rank.numbers().get(round.query(match)), round.places(match), found);
      }
      if (anyAsksForSubjects && matches > 0) {
        settle();
      }
    }
  }

  private void add(int subject, List<Place> places, Found found) {
    for (int i = 0; i < places.size(); i++) {
      Place place = places.get(i);
      if (i < Tagger.MAX_QUERY_TAGS) {
        found.add(subject, Form.QUERY, place.first(), place.last());
      }
      if (anyAsksForSubjects) {
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
    int matches = rules.read(hits, standing);
    List<RuleMatch> matched = new ArrayList<>(matches);
    for (int match = 0; match < matches; match++) {
      String rule = compiled.rules().owners().get(rules.query(match));
      matched.add(new RuleMatch(rule, spans(rules.places(match))));
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
