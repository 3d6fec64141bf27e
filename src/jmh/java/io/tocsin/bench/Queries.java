package io.tocsin.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Stored queries of the shapes that media monitoring uses: lists of names, names with topic words,
 * with NOT, near and in order, in the title, and stems. Topic words are drawn from the middle of
 * the texts' frequencies. The same seed gives the same queries.
 */
final class Queries {
  private static final Pattern NO_WORD = Pattern.compile("[^A-Za-z]+");
  private static final int SHORTEST_TOPIC = 5;

  private final Names names;
  private final List<String> topics;

  private Queries(Names names, List<String> topics) {
    this.names = names;
    this.topics = topics;
  }

  /** Queries about names and the topics of some texts. */
  static Queries of(Names names, List<String> texts) {
    TreeMap<String, Integer> counts = new TreeMap<>();
    for (String text : texts) {
      for (String word : NO_WORD.split(text, -1)) {
        if (word.length() >= SHORTEST_TOPIC
            && word.equals(word.toLowerCase(java.util.Locale.ROOT))) {
          counts.merge(word, 1, Integer::sum);
        }
      }
    }
    List<String> topics = new ArrayList<>();
    counts.forEach(
        (word, count) -> {
          if (count >= 3 && count <= texts.size() / 50) {
            topics.add(word);
          }
        });
    return new Queries(names, topics);
  }

  /**
   * Queries in the language.
   *
   * @param share of names that stand in the texts
   */
  List<String> draw(int count, double share, long seed) {
    Random random = new Random(seed);
    List<String> drawn = names.draw(Math.min(count, 200_000) + 10, share, seed);
    List<String> queries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      queries.add(query(random, drawn));
    }
    return queries;
  }

  private String query(Random random, List<String> drawn) {
    int shape = random.nextInt(100);
    String some = names(random, drawn, 1 + random.nextInt(3));
    if (shape < 30) {
      return names(random, drawn, 2 + random.nextInt(4));
    }
    if (shape < 55) {
      return some + " AND (" + topics(random, 3 + random.nextInt(6), true) + ")";
    }
    if (shape < 68) {
      return some + " AND (" + topics(random, 3, false) + ") AND NOT " + topic(random);
    }
    if (shape < 78) {
      return some + " NEAR/" + (5 + random.nextInt(16)) + " (" + topics(random, 3, false) + ")";
    }
    if (shape < 83) {
      return topic(random) + " ONEAR/" + (3 + random.nextInt(4)) + " " + topic(random);
    }
    if (shape < 88) {
      return "title:" + topic(random) + " AND " + some;
    }
    if (shape < 95) {
      return stem(random)
          + " AND ("
          + topics(random, 3, true)
          + ") AND ("
          + topics(random, 2, false)
          + ")";
    }
    return "(" + some + " OR " + topic(random) + ") AND " + topic(random);
  }

  private static String names(Random random, List<String> drawn, int count) {
    List<String> several = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      several.add('"' + drawn.get(random.nextInt(drawn.size())) + '"');
    }
    return count == 1 ? several.get(0) : "(" + String.join(" OR ", several) + ")";
  }

  private String topics(Random random, int count, boolean stems) {
    List<String> several = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      several.add(stems && random.nextInt(4) == 0 ? stem(random) : topic(random));
    }
    return String.join(" OR ", several);
  }

  private String topic(Random random) {
    return topics.get(random.nextInt(topics.size()));
  }

  private String stem(Random random) {
    return topic(random).substring(0, SHORTEST_TOPIC) + "*";
  }
}
