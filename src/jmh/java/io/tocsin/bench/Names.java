package io.tocsin.bench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names to look for: some are runs of capitalised words of the real texts, the rest is made by
 * putting the words of such runs together anew, so that they share beginnings with what stands in
 * the texts and mostly do not stand there themselves. The same seed gives the same names.
 */
final class Names {
  private static final Pattern RUN =
      Pattern.compile("(?<=[a-z,] )[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){0,3}");

  private final List<String> runs;
  private final List<String> words;

  private Names(List<String> runs, List<String> words) {
    this.runs = runs;
    this.words = words;
  }

  /** The names of some texts. */
  static Names of(List<String> texts) {
    Set<String> runs = new LinkedHashSet<>();
    Set<String> words = new LinkedHashSet<>();
    for (String text : texts) {
      Matcher matcher = RUN.matcher(text);
      while (matcher.find()) {
        runs.add(matcher.group());
        words.addAll(List.of(matcher.group().split(" ")));
      }
    }
    return new Names(new ArrayList<>(runs), new ArrayList<>(words));
  }

  /**
   * Different names.
   *
   * @param count how many
   * @param share of names that stand in the texts, as far as there are so many
   */
  List<String> draw(int count, double share, long seed) {
    Random random = new Random(seed);
    Set<String> names = new LinkedHashSet<>();
    int real = (int) Math.min(count * share, runs.size() * 0.9);
    while (names.size() < real) {
      names.add(runs.get(random.nextInt(runs.size())));
    }
    while (names.size() < count) {
      StringBuilder name = new StringBuilder(word(random));
      for (int more = 1 + random.nextInt(3); more > 0; more--) {
        name.append(' ').append(word(random));
      }
      names.add(name.toString());
    }
    return new ArrayList<>(names);
  }

  private String word(Random random) {
    return words.get(random.nextInt(words.size()));
  }
}
