package io.tocsin.tag;

import io.tocsin.model.Rel;
import io.tocsin.model.SubjectMention;
import io.tocsin.model.SubjectRef;
import io.tocsin.tag.match.IntSet;
import io.tocsin.tag.text.Scan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Sums up what was found in one article: one mention per subject, in order of first tag. Reused
 * from article to article by one thread.
 */
final class Mentions {
  private static final int OFTEN = 3;

  private final List<SubjectRef> subjects;
  private final IntSet seen = new IntSet();
  private int[] occurrences = new int[64];
  private boolean[] prominent = new boolean[64];

  /**
   * @param subjects by their numbers
   */
  Mentions(List<SubjectRef> subjects) {
    this.subjects = subjects;
  }

  /** The mentions of what was found, in reading order. */
  List<SubjectMention> of(Found found, Scan scan) {
    seen.clear();
    for (int i = 0; i < found.size(); i++) {
      int index = indexOf(found.subject(i));
      occurrences[index]++;
      prominent[index] |= scan.isProminent(found.first(i));
    }
    List<SubjectMention> mentions = new ArrayList<>(seen.size());
    for (int index = 0; index < seen.size(); index++) {
      boolean about = occurrences[index] >= OFTEN || prominent[index];
      mentions.add(
          new SubjectMention(
              subjects.get(seen.number(index)),
              occurrences[index],
              about ? Rel.ABOUT : Rel.MENTIONS));
    }
    return mentions;
  }

  private int indexOf(int subject) {
    int known = seen.size();
    int index = seen.add(subject);
    if (index == known) {
      if (index == occurrences.length) {
        occurrences = Arrays.copyOf(occurrences, 2 * index);
        prominent = Arrays.copyOf(prominent, 2 * index);
      }
      occurrences[index] = 0;
      prominent[index] = false;
    }
    return index;
  }
}
