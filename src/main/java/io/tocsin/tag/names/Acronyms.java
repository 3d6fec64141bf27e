package io.tocsin.tag.names;

import io.tocsin.tag.text.Initials;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Says which words in capitals abbreviate a longer name of the same article, so that both are one
 * name: what stands in brackets beside it, and what consists of its initials.
 */
final class Acronyms {
  /** Two letters are too often the initials of something else. */
  private static final int SURE = 3;

  private static final long SEVERAL = 0;

  private final ArticleWords words;

  /** The key of the name by the key of its abbreviation. */
  private final Map<Long, Long> names = new HashMap<>();

  /**
   * @param runs of the article; only when one of them is in capitals the others are looked at
   */
  Acronyms(ArticleWords words, List<Run> runs) {
    this.words = words;
    Map<String, Long> open = new HashMap<>();
    for (Run run : runs) {
      if (isCandidate(run)) {
        String letters = letters(run.first);
        if (!letters.isEmpty()) {
          open.put(letters, words.scan.keys()[run.first]);
        }
      }
    }
    if (!open.isEmpty()) {
      runs.stream().filter(run -> run.words() > 1).forEach(this::explained);
      byInitials(runs, open);
    }
  }

  /** What a run is grouped by: the key of its words, or of the name that it abbreviates. */
  long key(Run run) {
    long key = words.key(run.first, run.last);
    return names.isEmpty() ? key : names.getOrDefault(key, key);
  }

  private boolean isCandidate(Run run) {
    return run.words() == 1
        && words.shape(run.first) == Shape.UPPER
        && words.tags().kind(run.first) == null
        && !words.isShouted(run.first);
  }

  private String letters(int word) {
    String text = words.scan.article().text(words.scan.field(word));
    return Initials.letters(text, words.scan.start(word), words.scan.end(word));
  }

  private void explained(Run run) {
    int abbreviation = Initials.beside(words.scan, run.first, run.last);
    if (abbreviation >= 0) {
      names.putIfAbsent(words.key(abbreviation, abbreviation), words.key(run.first, run.last));
    }
  }

  private void byInitials(List<Run> runs, Map<String, Long> open) {
    Map<String, Long> byInitials = new HashMap<>();
    for (Run run : runs) {
      String initials = run.words() >= SURE ? initials(run) : "";
      if (initials.length() >= SURE && open.containsKey(initials)) {
        byInitials.merge(
            initials,
            words.key(run.first, run.last),
            (one, other) -> one.equals(other) ? one : SEVERAL);
      }
    }
    byInitials.forEach(
        (initials, name) -> {
          Long abbreviation = open.get(initials);
          if (abbreviation != null && name != SEVERAL) {
            names.putIfAbsent(WordTable.join(0, abbreviation), name);
          }
        });
  }

  /** Of the words with a capital; empty when one of them is no such word. */
  private String initials(Run run) {
    StringBuilder initials = new StringBuilder();
    for (int i = run.first; i <= run.last; i++) {
      if (words.shape(i) == Shape.CAPITAL) {
        initials.append(words.scan.article().text(words.scan.field(i)).charAt(words.scan.start(i)));
      } else if (words.shape(i) != Shape.LOWER) {
        return "";
      }
    }
    return initials.toString();
  }
}
