package io.tocsin.bench;

import io.tocsin.tag.query.Query;
import io.tocsin.tag.query.Query.And;
import io.tocsin.tag.query.Query.In;
import io.tocsin.tag.query.Query.Near;
import io.tocsin.tag.query.Query.Not;
import io.tocsin.tag.query.Query.Or;
import io.tocsin.tag.query.Query.Term;
import io.tocsin.tag.query.Zone;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Queries as media monitors write them: 30 % one of several aliases, 25 % aliases with topic words,
 * 13 % the same without others, 10 % near, 5 % in order and near, 5 % in the title, 7 % a stem and
 * two lists, 10 % an alias with one topic. Of the names, 40 % are such as stand in the articles.
 */
final class QueryShapes {
  private static final String[] SYLLABLES =
      "ka ro mi ten vo la shi bar du nel go ri sha mon ta ki der po lu zan ev or in ul"
          .split(" ", -1);

  private final Random random;
  private final List<String> names;
  private final List<String> topics;

  /**
   * @param corpus whose words and names are asked for, the frequent ones more often
   * @param seed of the choice
   */
  QueryShapes(Corpus corpus, long seed) {
    random = new Random(seed);
    names = drawn(corpus.pairs(), 1, Integer.MAX_VALUE);
    topics = drawn(corpus.counts(), 3, corpus.articles().size() / 8);
  }

  /** Each as often as its count to the power of 0.6; topics are words of four letters or more. */
  private static List<String> drawn(Map<String, Integer> counts, int least, int most) {
    List<String> drawn = new ArrayList<>();
    counts.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .filter(entry -> entry.getValue() >= least && entry.getValue() <= most)
        .filter(entry -> entry.getKey().length() >= 4)
        .filter(entry -> entry.getKey().chars().allMatch(c -> c == ' ' || (c >= 'a' && c <= 'z')))
        .forEach(
            entry -> {
              for (int i = (int) Math.pow(entry.getValue(), 0.6); i > 0; i--) {
                drawn.add(entry.getKey());
              }
            });
    return drawn;
  }

  /** So many queries. */
  List<Query> make(int count) {
    List<Query> queries = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      queries.add(query(random.nextInt(100)));
    }
    return queries;
  }

  private Query query(int percent) {
    List<Term> name = aliases();
    Set<String> used = words(name);
    if (percent < 30) {
      return or(name);
    }
    if (percent < 55) {
      return new And(List.of(or(name), or(topics(3 + random.nextInt(6), used, true))));
    }
    if (percent < 68) {
      Query never = new Not(or(topics(1 + random.nextInt(2), used, false)));
      return new And(List.of(or(name), or(topics(3 + random.nextInt(5), used, true)), never));
    }
    if (percent < 78) {
      Query topic = or(topics(1 + random.nextInt(3), used, false));
      return new Near(or(name), topic, 5 + random.nextInt(16), false);
    }
    if (percent < 83) {
      List<Term> two = topics(2, Set.of(), false);
      return new Near(two.get(0), two.get(1), 3 + random.nextInt(4), true);
    }
    if (percent < 88) {
      return new In(Zone.TITLE, random.nextBoolean() ? or(name) : or(topics(1, used, false)));
    }
    if (percent < 95) {
      return new And(
          List.of(
              stem(topic()),
              or(topics(2 + random.nextInt(4), Set.of(), false)),
              or(topics(2 + random.nextInt(3), Set.of(), false))));
    }
    return new And(List.of(name.get(0), topics(1, used, false).get(0)));
  }

  /** A full name, and often one or two other ways to write it. */
  private List<Term> aliases() {
    List<Term> aliases = new ArrayList<>();
    String name =
        random.nextInt(100) < 40
            ? names.get(random.nextInt(names.size()))
            : invented() + " " + invented();
    aliases.add(term(name));
    int others = random.nextInt(4);
    for (int i = 0; i < others; i++) {
      aliases.add(i == 1 ? term(invented()) : term(invented() + " " + name));
    }
    return aliases;
  }

  private String invented() {
    StringBuilder word = new StringBuilder();
    for (int i = 2 + random.nextInt(3); i > 0; i--) {
      word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
    }
    return word.toString();
  }

  private List<Term> topics(int count, Set<String> without, boolean stems) {
    List<Term> terms = new ArrayList<>();
    Set<String> used = new HashSet<>(without);
    while (terms.size() < count) {
      String word = topic();
      if (used.add(word)) {
        terms.add(stems && random.nextInt(6) == 0 ? stem(word) : term(word));
      }
    }
    return terms;
  }

  private String topic() {
    return topics.get(random.nextInt(topics.size()));
  }

  private static Term stem(String word) {
    return new Term(List.of(word.substring(0, Math.max(4, word.length() - 2))), true);
  }

  private static Term term(String words) {
    return new Term(Arrays.asList(words.split(" ", -1)), false);
  }

  private static Set<String> words(List<Term> terms) {
    Set<String> words = new HashSet<>();
    terms.forEach(term -> words.addAll(term.words()));
    return words;
  }

  private static Query or(List<Term> terms) {
    return terms.size() == 1 ? terms.get(0) : new Or(List.copyOf(terms));
  }
}
