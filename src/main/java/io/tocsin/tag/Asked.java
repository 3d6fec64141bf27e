package io.tocsin.tag;

import io.tocsin.model.Subject;
import io.tocsin.model.Tag;
import io.tocsin.tag.query.Evaluator;
import io.tocsin.tag.query.Place;
import io.tocsin.tag.query.Query;
import io.tocsin.tag.query.Query.Term;
import io.tocsin.tag.query.Standing;
import io.tocsin.tag.query.StoredQueries;
import io.tocsin.tag.text.Reading;
import io.tocsin.tag.text.Word;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The queries of a watchlist: those of subjects, in an order in which each finds the subjects that
 * it asks for, and then those of rules. What is tagged by name comes before all of them.
 */
final class Asked {

  /**
   * What matched.
   *
   * @param subjects places by subject; all of them, in order of rank, then as given
   * @param rules places by rule
   * @param evaluator the article with everything that was found in it, for further queries
   */
  record Answers(
      Map<String, List<Place>> subjects, Map<String, List<Place>> rules, Evaluator evaluator) {}

  private final Map<String, List<String>> groups = new HashMap<>();
  private final Wholes wholes;
  private final List<StoredQueries> ranks;
  private final StoredQueries rules;

  /**
   * @param ofSubjects the queries by subject
   * @param ofRules the queries by rule
   * @throws IllegalArgumentException when subjects ask for each other in a circle
   */
  Asked(
      List<Subject> subjects,
      Wholes wholes,
      Map<String, Query> ofSubjects,
      Map<String, Query> ofRules) {
    subjects.forEach(subject -> groups.put(subject.id(), subject.groups()));
    this.wholes = wholes;
    this.ranks =
        new Ranks(subjects, wholes, ofSubjects).all().stream().map(StoredQueries::new).toList();
    this.rules = new StoredQueries(ofRules);
  }

  /**
   * Holds all queries against an article.
   *
   * @param terms every term of every query that stands in it
   * @param tags the subjects that were found by name
   */
  Answers of(Reading reading, Map<Term, List<Place>> terms, List<Tag> tags) {
    Standing standing = new Standing(terms, groups);
    tags.forEach(tag -> add(tag.subject(), List.of(place(tag, reading.words())), standing));
    Evaluator evaluator = new Evaluator(reading, standing);
    Map<String, List<Place>> subjects = new LinkedHashMap<>();
    for (StoredQueries rank : ranks) {
      Map<String, List<Place>> matches = rank.matches(evaluator);
      matches.forEach((subject, places) -> add(subject, places, standing));
      subjects.putAll(matches);
    }
    return new Answers(subjects, rules.matches(evaluator), evaluator);
  }

  /** A tag of a part is a tag of every whole around it. */
  private void add(String subject, Collection<Place> places, Standing standing) {
    standing.add(subject, places);
    wholes.around(subject).forEach(whole -> standing.add(whole, places));
  }

  /** The words that a tag covers. */
  private static Place place(Tag tag, List<Word> words) {
    int low = 0;
    int high = words.size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      Word word = words.get(middle);
      int order = word.field().compareTo(tag.field());
      if (order < 0 || (order == 0 && word.end() <= tag.start())) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    int last = low;
    while (words.get(last).end() < tag.end()) {
      last++;
    }
    return new Place(low, last);
  }
}
