package io.tocsin.tag;

import io.tocsin.model.Form;
import io.tocsin.model.SubjectRef;
import io.tocsin.tag.text.Initials;
import io.tocsin.tag.text.Scan;
import java.util.List;

/**
 * Takes an abbreviation that the article itself explains in brackets beside a subject's name for a
 * short form of the subject, wherever it stands in the article with the same capitals: "Exian
 * Atomic Energy Agency (EAEA)". What is tagged already is left as it is, and persons are not
 * abbreviated. Reused from article to article by one thread.
 *
 * <p>Costs a look at two characters for each tag of several words; only an article that explains
 * one is gone over again.
 */
final class Abbreviated {
  /** An article that explains more of them is a glossary, and each costs a pass. */
  static final int MOST = 50;

  private final List<SubjectRef> subjects;
  private final Scan scan;
  private final Found meant = new Found();

  /**
   * @param subjects by their numbers
   */
  Abbreviated(List<SubjectRef> subjects, Scan scan) {
    this.subjects = subjects;
    this.scan = scan;
  }

  /**
   * Adds the short forms to what was found by name.
   *
   * @param found in reading order, and so it is left
   */
  void addTo(Found found) {
    meant.clear();
    for (int i = 0; i < found.size() && meant.size() < MOST; i++) {
      int first = found.first(i);
      int last = found.last(i);
      if (last > first && found.form(i) == Form.NAME && !isPerson(found.subject(i))) {
        int word = Initials.beside(scan, first, last);
        if (word >= 0 && isFirst(word) && isFree(found, i, word)) {
          meant.add(found.subject(i), Form.SHORT, word, word);
        }
      }
    }
    if (meant.size() > 0) {
      int tagged = found.size();
      for (int i = 0; i < meant.size(); i++) {
        spread(meant.subject(i), meant.first(i), found, tagged);
      }
      found.sort();
    }
  }

  private boolean isPerson(int subject) {
    return Spelling.isPerson(subjects.get(subject).id());
  }

  /** What the article explains first is meant; two subjects may share the place and the name. */
  private boolean isFirst(int word) {
    for (int i = 0; i < meant.size(); i++) {
      int other = meant.first(i);
      if (other != word && scan.keys()[other] == scan.keys()[word]) {
        return false;
      }
    }
    return true;
  }

  /** Whether a word right before or after a tagged name is not tagged itself. */
  private static boolean isFree(Found found, int name, int word) {
    if (word > found.last(name)) {
      int next = found.endOfPlace(name);
      return next == found.size() || found.first(next) > word;
    }
    int before = name;
    while (before >= 0 && found.first(before) > word) {
      before--;
    }
    return before < 0 || found.last(before) < word;
  }

  private void spread(int subject, int explained, Found found, int tagged) {
    String spelled = scan.surface(explained, explained);
    int next = 0;
    for (int word = 0; word < scan.size(); word++) {
      while (next < tagged && found.last(next) < word) {
        next++;
      }
      boolean free = next == tagged || found.first(next) > word;
      if (free
          && scan.keys()[word] == scan.keys()[explained]
          && scan.surface(word, word).equals(spelled)) {
        found.add(subject, Form.SHORT, word, word);
      }
    }
  }
}
