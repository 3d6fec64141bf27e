package io.tocsin.tag.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** What papers do to a wire story, from a new credit line to a rewrite, with seeded randomness. */
final class EditedCopies {
  /** Levels of editing, each heavier than the one before. */
  static final int LEVELS = 4;

  private static final String LEAD =
      "Editors of this paper have put together what is known so far about the matter below. ";

  private static final String END =
      " Readers who know more are asked to write to the desk before the evening edition closes.";

  private static final List<String> OTHER_WORDS =
      List.of("amid", "reportedly", "several", "town", "later", "claimed", "near", "briefly");

  private final Random random;

  EditedCopies(long seed) {
    this.random = new Random(seed);
  }

  /**
   * A copy of a text.
   *
   * @param level 0: a credit line; 1: a tenth cut from the end, 1 % of the words changed; 2: a
   *     quarter cut, 3 % changed, a new lead; 3: 40 % cut anywhere, 6 % changed, a new lead and end
   */
  String copy(String text, int level) {
    List<String> words = new ArrayList<>(Arrays.asList(text.split(" ", -1)));
    return switch (level) {
      case 0 -> text + "\n\n(Reporting by A. Nother; editing by S. Omeone)";
      case 1 -> String.join(" ", changed(tailCut(words, 0.10), 0.01));
      case 2 -> LEAD + String.join(" ", changed(tailCut(words, 0.25), 0.03));
      case 3 -> LEAD + String.join(" ", changed(cut(words, 0.40), 0.06)) + END;
      default -> throw new IllegalArgumentException("level " + level);
    };
  }

  private static List<String> tailCut(List<String> words, double share) {
    return words.subList(0, (int) (words.size() * (1 - share)));
  }

  /** Takes out pieces of about twenty words, wherever. */
  private List<String> cut(List<String> words, double share) {
    List<String> kept = new ArrayList<>(words);
    int size = (int) (words.size() * (1 - share));
    while (kept.size() > size) {
      int length = Math.min(20, kept.size() - size);
      int from = random.nextInt(kept.size() - length + 1);
      kept.subList(from, from + length).clear();
    }
    return kept;
  }

  private List<String> changed(List<String> words, double share) {
    List<String> changed = new ArrayList<>(words);
    for (int i = 0; i < changed.size(); i++) {
      if (random.nextDouble() < share) {
        changed.set(i, OTHER_WORDS.get(random.nextInt(OTHER_WORDS.size())));
      }
    }
    return changed;
  }

  /** The true Jaccard similarity of the runs of four words in two texts. */
  static double jaccard(List<String> one, List<String> other) {
    Set<List<String>> ofOne = runs(one);
    Set<List<String>> ofOther = runs(other);
    int all = ofOne.size() + ofOther.size();
    ofOne.retainAll(ofOther);
    int common = ofOne.size();
    return all == common ? 1 : (double) common / (all - common);
  }

  private static Set<List<String>> runs(List<String> words) {
    Set<List<String>> runs = new HashSet<>();
    for (int i = 0; i + 4 <= words.size(); i++) {
      runs.add(words.subList(i, i + 4));
    }
    return runs;
  }
}
