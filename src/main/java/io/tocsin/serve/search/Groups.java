package io.tocsin.serve.search;

import io.tocsin.model.Subject;
import io.tocsin.model.Watchlist;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which subjects are in which groups, as a version of the watchlist says. A tagged article names
 * its subjects but not their groups.
 *
 * @param bySubject the groups of each subject that has any
 * @param byName the subjects of each group
 */
record Groups(Map<String, List<String>> bySubject, Map<String, List<String>> byName) {
  /** No groups at all. */
  static final Groups NONE = new Groups(Map.of(), Map.of());

  /** The groups of a watchlist. */
  static Groups of(Watchlist watchlist) {
    Map<String, List<String>> bySubject = new HashMap<>();
    Map<String, List<String>> byName = new HashMap<>();
    for (Subject subject : watchlist.subjects()) {
      if (!subject.groups().isEmpty()) {
        bySubject.put(subject.id(), subject.groups());
        subject
            .groups()
            .forEach(
                name -> byName.computeIfAbsent(name, n -> new ArrayList<>()).add(subject.id()));
      }
    }
    return new Groups(bySubject, byName);
  }
}
