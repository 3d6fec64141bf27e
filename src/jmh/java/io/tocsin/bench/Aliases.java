package io.tocsin.bench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dictionaries shaped like the labels of an encyclopaedia: 40 % are runs of one to four capitalised
 * words that occur in the corpus, the rest are made by putting words of such runs together anew,
 * two to four at a time. Seeded: the same corpus gives the same dictionary.
 */
final class Aliases {
  private static final Pattern RUN =
      Pattern.compile("\\b[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){0,3}\\b");

  private final List<String> runs;
  private final List<String> words;

  /** Collects the capitalised runs of texts. */
  Aliases(List<String> texts) {
    Set<String> found = new LinkedHashSet<>();
    Set<String> single = new LinkedHashSet<>();
    for (String text : texts) {
      Matcher matcher = RUN.matcher(text);
      while (matcher.find()) {
        found.add(matcher.group());
        single.addAll(List.of(matcher.group().split(" ", -1)));
      }
    }
    runs = new ArrayList<>(found);
    words = new ArrayList<>(single);
  }

  /** So many different aliases; fewer runs than 40 % of them are made up for. */
  List<String> take(int count, long seed) {
    Random random = new Random(seed);
    Set<String> taken = new LinkedHashSet<>();
    int fromCorpus = Math.min(count * 2 / 5, runs.size() * 9 / 10);
    while (taken.size() < fromCorpus) {
      taken.add(runs.get(random.nextInt(runs.size())));
    }
    while (taken.size() < count) {
      StringBuilder alias = new StringBuilder(words.get(random.nextInt(words.size())));
      for (int i = random.nextInt(3); i >= 0; i--) {
        alias.append(' ').append(words.get(random.nextInt(words.size())));
      }
      taken.add(alias.toString());
    }
    return new ArrayList<>(taken);
  }
}
