package io.tocsin.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dictionaries shaped like the labels of an encyclopaedia: 40 % are runs of one to four capitalised
 * words that occur in the corpus (single words only when they never stand there in lower case: no
 * encyclopaedia lists "said"), the rest are made by putting words of such runs together anew, two
 * to four at a time. Seeded: the same corpus gives the same dictionary.
 */
final class Aliases {
  private static final Pattern RUN =
      Pattern.compile("\\b[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){0,3}\\b");

  private static final Pattern LOWER_CASE = Pattern.compile("\\b[a-z]+\\b");

  private final List<String> runs;
  private final List<String> words;

  /** Collects the capitalised runs of texts. */
  Aliases(List<String> texts) {
    Set<String> found = new LinkedHashSet<>();
    Set<String> single = new LinkedHashSet<>();
    Set<String> lowerCase = new HashSet<>();
    for (String text : texts) {
      Matcher plain = LOWER_CASE.matcher(text);
      while (plain.find()) {
        lowerCase.add(plain.group());
      }
      Matcher matcher = RUN.matcher(text);
      while (matcher.find()) {
        found.add(matcher.group());
        single.addAll(List.of(matcher.group().split(" ", -1)));
      }
    }
    found.removeIf(run -> lowerCase.contains(run.toLowerCase(Locale.ROOT)));
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
