package io.tocsin.tag;

import io.tocsin.model.Subject;
import io.tocsin.tag.query.Query;
import io.tocsin.tag.query.Query.About;
import io.tocsin.tag.query.Query.Anchor;
import io.tocsin.tag.query.Query.Group;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Puts the queries of subjects into ranks: each asks only for subjects whose queries are of lower
 * ranks, also where it asks for a group or for a whole of which a part is found by a query.
 */
final class Ranks {
  private final Map<String, Query> queries;
  private final Map<Anchor, Set<String>> finders = new HashMap<>();
  private final Map<String, List<Anchor>> foundBy = new HashMap<>();
  private final Map<String, Set<Anchor>> asked = new HashMap<>();
  private final Map<Anchor, List<String>> askers = new HashMap<>();
  private final List<Map<String, Query>> ranks = new ArrayList<>();

  /** What is not ranked yet, with how many anchors it waits for. */
  private final Map<String, Integer> open = new LinkedHashMap<>();

  /**
   * @param queries by subject
   */
  Ranks(List<Subject> subjects, Wholes wholes, Map<String, Query> queries) {
    this.queries = queries;
    Map<String, List<String>> groups = new HashMap<>();
    subjects.forEach(subject -> groups.put(subject.id(), subject.groups()));
    for (String finder : queries.keySet()) {
      Set<String> found = new LinkedHashSet<>(wholes.around(finder));
      found.add(finder);
      for (String subject : found) {
        finders.computeIfAbsent(new About(subject), a -> new TreeSet<>()).add(finder);
        for (String group : groups.getOrDefault(subject, List.of())) {
          finders.computeIfAbsent(new Group(group), a -> new TreeSet<>()).add(finder);
        }
      }
    }
    finders.forEach(
        (anchor, found) ->
            found.forEach(
                subject -> foundBy.computeIfAbsent(subject, s -> new ArrayList<>()).add(anchor)));
    queries.forEach(
        (subject, query) -> {
          Set<Anchor> anchors = new LinkedHashSet<>(query.anchors());
          anchors.retainAll(finders.keySet());
          asked.put(subject, anchors);
          anchors.forEach(
              anchor -> askers.computeIfAbsent(anchor, a -> new ArrayList<>()).add(subject));
        });
    rank();
  }

  /**
   * The queries by rank, the lowest first. Time is linear in what the queries hold.
   *
   * @throws IllegalArgumentException naming the circle when there is one
   */
  List<Map<String, Query>> all() {
    Optional<List<String>> circle = circle();
    if (circle.isPresent()) {
      throw new IllegalArgumentException(
          "subject " + circle.get().get(0) + ": " + message(circle.get()));
    }
    return ranks;
  }

  /** Subjects of which each asks for the next, the last for the first; empty when all is well. */
  Optional<List<String>> circle() {
    return open.isEmpty() ? Optional.empty() : Optional.of(circle(open.keySet()));
  }

  /** What to say of a circle. */
  static String message(List<String> circle) {
    return "the queries ask for each other in a circle: "
        + String.join(" asks for ", circle.size() > 10 ? circle.subList(0, 10) : circle)
        + "; take one @subject or @group out";
  }

  private void rank() {
    queries.keySet().forEach(subject -> open.put(subject, asked(subject).size()));
    Map<Anchor, Integer> openFinders = new HashMap<>();
    finders.forEach((anchor, by) -> openFinders.put(anchor, by.size()));
    Map<String, Query> rank = new LinkedHashMap<>(queries);
    rank.keySet().removeIf(subject -> !asked(subject).isEmpty());
    while (!rank.isEmpty()) {
      ranks.add(rank);
      Map<String, Query> next = new LinkedHashMap<>();
      for (String subject : rank.keySet()) {
        open.remove(subject);
        for (Anchor anchor : foundBy.getOrDefault(subject, List.of())) {
          if (openFinders.merge(anchor, -1, Integer::sum) == 0) {
            settle(anchor, next);
          }
        }
      }
      rank = next;
    }
  }

  /** All that finds an anchor is ranked: queries that wait for nothing else come next. */
  private void settle(Anchor anchor, Map<String, Query> next) {
    for (String asker : askers.getOrDefault(anchor, List.of())) {
      Query query = queries.get(asker);
      if (query != null && open.merge(asker, -1, Integer::sum) == 0) {
        next.put(asker, query);
      }
    }
  }

  private Set<Anchor> asked(String subject) {
    return asked.getOrDefault(subject, Set.of());
  }

  /** Every open query waits for another open one, so that following them must come round. */
  private List<String> circle(Set<String> waiting) {
    Set<String> path = new LinkedHashSet<>();
    String at = waiting.iterator().next();
    while (path.add(at)) {
      at =
          asked(at).stream()
              .flatMap(anchor -> finders.getOrDefault(anchor, Set.of()).stream())
              .filter(waiting::contains)
              .findFirst()
              .orElseThrow();
    }
    List<String> walked = new ArrayList<>(path);
    List<String> circle = new ArrayList<>(walked.subList(walked.indexOf(at), walked.size()));
    circle.add(at);
    return circle;
  }
}
