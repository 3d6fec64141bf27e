package io.tocsin.tag;

import io.tocsin.model.Condition;
import io.tocsin.model.Rule;
import io.tocsin.model.Subject;
import io.tocsin.model.Watchlist;
import io.tocsin.tag.Compiled.Rank;
import io.tocsin.tag.match.Phrases;
import io.tocsin.tag.query.Query;
import io.tocsin.tag.stored.StoredQueries;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compiles a watchlist, in about a second for a million aliases and a hundred thousand queries:
 * first everything that is looked for goes into one table of phrases, then what the phrases mean is
 * written down by their numbers.
 */
final class Compilation {
  /**
   * Longest chain of queries that ask for each other: nobody can read more, and each costs a pass.
   */
  static final int MAX_RANKS = 64;

  private final Watchlist watchlist;
  private final List<Subject> subjects;
  private final ParsedQueries.Reader queries;
  private final Map<String, Integer> numbers;
  private final Phrases.Builder phrases = new Phrases.Builder();

  /**
   * @param before the queries of the version before, of which those that did not change are taken
   */
  Compilation(Watchlist watchlist, ParsedQueries before) {
    this.watchlist = watchlist;
    this.queries = new ParsedQueries.Reader(before);
    this.numbers = new HashMap<>(2 * watchlist.subjects().size());
    this.subjects = new ArrayList<>(watchlist.subjects());
    this.subjects.sort(Comparator.comparing(Subject::id));
    for (int number = 0; number < subjects.size(); number++) {
      if (numbers.put(subjects.get(number).id(), number) != null) {
        throw new IllegalArgumentException(
            "subject " + subjects.get(number).id() + " is there twice: join the two");
      }
    }
  }

  /**
   * Compiles it.
   *
   * @throws IllegalArgumentException when an alias or a query cannot be compiled; the message names
   *     it
   */
  Compiled compiled() {
    Lexicon.Builder lexicon = new Lexicon.Builder();
    Ways ways = new Ways(phrases, lexicon);
    for (int number = 0; number < subjects.size(); number++) {
      ways.add(subjects.get(number), number);
    }
    for (int number = 0; number < subjects.size(); number++) {
      ways.addForms(subjects.get(number), number);
    }
    Wholes wholes = new Wholes(subjects, numbers);
    List<Collected> ranks = new ArrayList<>();
    for (Map<String, Query> rank : new Ranks(subjects, wholes::around, ofSubjects()).all()) {
      if (ranks.size() == MAX_RANKS) {
        throw tooLong(rank.keySet().iterator().next());
      }
      ranks.add(collected(rank));
    }
    Collected rules = collected(ofRules());
    // All phrases are in: now their number is known.
    return new Compiled(
        subjects,
        subjects.stream().map(Subject::ref).toList(),
        phrases.build(),
        lexicon.build(phrases.size(), subjects.size()),
        wholes,
        ranks.stream().map(this::rank).toList(),
        rank(rules),
        queries.all());
  }

  private static IllegalArgumentException tooLong(String subject) {
    return new IllegalArgumentException(
        "subject "
            + subject
            + ": its query asks for a subject whose query asks for another, and so on, "
            + MAX_RANKS
            + " times: ask for the last ones by their own words");
  }

  private Map<String, Query> ofSubjects() {
    Map<String, Query> bySubject = new LinkedHashMap<>();
    for (Subject subject : subjects) {
      Spellings.query(subject, queries::read)
          .ifPresent(query -> bySubject.put(subject.id(), query));
    }
    return bySubject;
  }

  private Map<String, Query> ofRules() {
    Map<String, Query> byRule = new LinkedHashMap<>();
    for (Rule rule : watchlist.rules()) {
      if (rule.when() instanceof Condition.Match match) {
        byRule.put(rule.id(), queries.read("rule " + rule.id(), match.query()));
      }
    }
    return byRule;
  }

  /** Queries whose terms are in the phrases. */
  private record Collected(List<String> owners, StoredQueries.Builder queries) {}

  private Collected collected(Map<String, Query> byOwner) {
    StoredQueries.Builder builder = new StoredQueries.Builder(phrases);
    byOwner.values().forEach(builder::add);
    return new Collected(List.copyOf(byOwner.keySet()), builder);
  }

  private Rank rank(Collected collected) {
    return new Rank(
        collected.queries().build(),
        collected.owners(),
        collected.owners().stream().map(id -> numbers.getOrDefault(id, -1)).toList());
  }
}
