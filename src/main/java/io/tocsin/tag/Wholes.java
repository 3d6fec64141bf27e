package io.tocsin.tag;

import io.tocsin.model.Field;
import io.tocsin.model.Form;
import io.tocsin.model.Subject;
import io.tocsin.model.Tag;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which subjects contain which: a tag of a part is an implied tag of every whole around it, at the
 * same place.
 */
final class Wholes {
  /** A place in an article. */
  private record Where(Field field, int start, int end) {}

  private final Map<String, Set<String>> byPart = new HashMap<>();

  Wholes(List<Subject> subjects) {
    Map<String, List<String>> direct = new HashMap<>();
    for (Subject subject : subjects) {
      subject
          .contains()
          .forEach(part -> direct.computeIfAbsent(part, p -> new ArrayList<>()).add(subject.id()));
    }
    direct.keySet().forEach(part -> byPart.put(part, around(part, direct)));
  }

  /** All wholes around a part; a circle of parts ends where it began. */
  private static Set<String> around(String part, Map<String, List<String>> direct) {
    Set<String> wholes = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>(direct.getOrDefault(part, List.of()));
    while (!open.isEmpty()) {
      String whole = open.pop();
      if (!whole.equals(part) && wholes.add(whole)) {
        open.addAll(direct.getOrDefault(whole, List.of()));
      }
    }
    return wholes;
  }

  /** Every whole around a subject. */
  Set<String> around(String part) {
    return byPart.getOrDefault(part, Set.of());
  }

  /**
   * The implied tags of some tags: each whole once per place, and not where it is tagged itself.
   */
  List<Tag> implied(List<Tag> tags) {
    Map<Where, List<Tag>> byPlace = new LinkedHashMap<>();
    for (Tag tag : tags) {
      if (byPart.containsKey(tag.subject())) {
        byPlace.computeIfAbsent(where(tag), w -> new ArrayList<>()).add(tag);
      }
    }
    if (byPlace.isEmpty()) {
      return List.of();
    }
    Map<Where, Set<String>> taken = new HashMap<>();
    tags.forEach(tag -> taken.computeIfAbsent(where(tag), w -> new TreeSet<>()).add(tag.subject()));
    List<Tag> implied = new ArrayList<>();
    byPlace.forEach(
        (place, parts) -> {
          Set<String> wholes = new TreeSet<>();
          parts.forEach(part -> wholes.addAll(byPart.getOrDefault(part.subject(), Set.of())));
          wholes.removeAll(taken.getOrDefault(place, Set.of()));
          wholes.forEach(whole -> implied.add(of(whole, parts.get(0))));
        });
    return implied;
  }

  private static Where where(Tag tag) {
    return new Where(tag.field(), tag.start(), tag.end());
  }

  private static Tag of(String whole, Tag part) {
    return new Tag(
        whole,
        part.field(),
        part.start(),
        part.end(),
        part.surface(),
        Form.IMPLIED,
        part.sentence());
  }
}
