package io.tocsin.tag.stored;

import io.tocsin.tag.match.Phrases;
import io.tocsin.tag.query.Query.About;
import io.tocsin.tag.query.Query.Anchor;
import io.tocsin.tag.query.Query.Group;
import io.tocsin.tag.query.Query.Term;
import java.util.HashMap;
import java.util.Map;

/** Numbers what queries look for: terms as phrases, subjects and groups by name. */
final class Leaves {
  private final Phrases.Builder phrases;
  private final Map<Anchor, Integer> numbers = new HashMap<>();
  private final Map<Integer, Term> checked = new HashMap<>();
  private final Map<String, Integer> subjects = new HashMap<>();
  private final Map<String, Integer> groups = new HashMap<>();
  private final IntList phraseOf = new IntList();

  Leaves(Phrases.Builder phrases) {
    this.phrases = phrases;
  }

  /** The number of what is looked for; the same for the same. */
  int of(Anchor anchor) {
    Integer known = numbers.putIfAbsent(anchor, phraseOf.size());
    if (known != null) {
      return known;
    }
    int number = phraseOf.size();
    phraseOf.add(anchor instanceof Term term ? phrases.add(term.words(), term.prefix()) : -1);
    if (anchor instanceof Term term) {
      if (!term.pattern().isEmpty() || !term.exact().isEmpty()) {
        checked.put(number, term);
      }
    } else if (anchor instanceof About about) {
      subjects.put(about.subject(), number);
    } else if (anchor instanceof Group group) {
      groups.put(group.name(), number);
    }
    return number;
  }

  int size() {
    return phraseOf.size();
  }

  /** The leaves of each of so many phrases. */
  Table byPhrase(int phraseCount) {
    IntList keys = new IntList();
    IntList values = new IntList();
    for (int leaf = 0; leaf < size(); leaf++) {
      if (phraseOf.get(leaf) >= 0) {
        keys.add(phraseOf.get(leaf));
        values.add(leaf);
      }
    }
    return Table.of(phraseCount, keys, values);
  }

  /** Terms whose hits must be looked at once more, by leaf: for a pattern, or for their case. */
  Map<Integer, Term> checked() {
    return Map.copyOf(checked);
  }

  /** The leaf of each subject that is asked for. */
  Map<String, Integer> subjects() {
    return subjects;
  }

  /** The leaf of each group that is asked for. */
  Map<String, Integer> groups() {
    return groups;
  }
}
