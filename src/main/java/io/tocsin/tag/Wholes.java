package io.tocsin.tag;

import io.tocsin.model.Form;
import io.tocsin.model.Subject;
import io.tocsin.tag.match.IntSet;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which subjects contain which: a tag of a part is an implied tag of every whole around it, at the
 * same place.
 */
final class Wholes {
  private static final int[] NONE = {};

  private final List<Subject> subjects;
  private final Map<String, Integer> numbers;
  private final Map<Integer, int[]> byPart = new HashMap<>();

  /**
   * @param subjects in order of their numbers
   */
  Wholes(List<Subject> subjects) {
    this(subjects, numbers(subjects));
  }

  private static Map<String, Integer> numbers(List<Subject> subjects) {
    Map<String, Integer> numbers = new HashMap<>();
    for (int number = 0; number < subjects.size(); number++) {
      numbers.put(subjects.get(number).id(), number);
    }
    return numbers;
  }

  /**
   * @param subjects in order of their numbers
   * @param numbers of subjects, by id; parts that are no subjects mean nothing
   */
  Wholes(List<Subject> subjects, Map<String, Integer> numbers) {
    this.subjects = subjects;
    this.numbers = numbers;
    Map<Integer, Set<Integer>> direct = new HashMap<>();
    for (int whole = 0; whole < subjects.size(); whole++) {
      for (String part : subjects.get(whole).contains()) {
        Integer number = numbers.get(part);
        if (number != null) {
          direct.computeIfAbsent(number, p -> new TreeSet<>()).add(whole);
        }
      }
    }
    direct.keySet().forEach(part -> byPart.put(part, around(part, direct)));
  }

  /** All wholes around a part; a circle of parts ends where it began. */
  private static int[] around(int part, Map<Integer, Set<Integer>> direct) {
    TreeSet<Integer> wholes = new TreeSet<>();
    Deque<Integer> open = new ArrayDeque<>(direct.getOrDefault(part, new TreeSet<>()));
    while (!open.isEmpty()) {
      int whole = open.pop();
      if (whole != part && wholes.add(whole)) {
        open.addAll(direct.getOrDefault(whole, new TreeSet<>()));
      }
    }
    return wholes.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The ids of every whole around a subject. */
  Set<String> around(String part) {
    Set<String> ids = new TreeSet<>();
    for (int whole : byPart.getOrDefault(numbers.getOrDefault(part, -1), NONE)) {
      ids.add(subjects.get(whole).id());
    }
    return ids;
  }

  /**
   * Adds what is implied: each whole once per place, and not where it is tagged itself.
   *
   * @param found sorted; unsorted afterwards when something was added
   * @param taken for use in here
   * @return whether something was added
   */
  boolean imply(Found found, IntSet taken) {
    int size = found.size();
    int end;
    for (int place = 0; place < size; place = end) {
      end = found.endOfPlace(place);
      taken.clear();
      for (int i = place; i < end; i++) {
        taken.add(found.subject(i));
      }
      for (int i = place; i < end; i++) {
        for (int whole : byPart.getOrDefault(found.subject(i), NONE)) {
          if (taken.addNew(whole)) {
            found.add(whole, Form.IMPLIED, found.first(i), found.last(i));
          }
        }
      }
    }
    return found.size() > size;
  }
}
