package io.tocsin.model.pane;

import io.tocsin.model.pane.Tally.Link;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Independent voices: distinct publishers of distinct stories. It is the largest number of (story,
 * publisher) pairs in which no story and no publisher comes twice — a maximum matching of the
 * bipartite graph of who carried what (augmenting paths, Kuhn 1955). A wire copy in forty papers is
 * one voice; one paper with forty stories is one voice.
 *
 * <p>More links can only make it grow. That is what lets a rule on voices decide early without ever
 * being proved wrong by an article that arrives out of order.
 */
final class Voices {
  private final Map<String, List<String>> storiesOf = new HashMap<>();
  private final Map<String, String> tellerOf = new HashMap<>();

  private Voices(List<Link> links) {
    for (Link link : links) {
      storiesOf.computeIfAbsent(link.publisher(), p -> new ArrayList<>()).add(link.story());
    }
  }

  static long count(List<Link> links) {
    Voices voices = new Voices(links);
    long matched = 0;
    for (String publisher : voices.storiesOf.keySet()) {
      if (voices.placed(publisher, new HashSet<>())) {
        matched++;
      }
    }
    return matched;
  }

  /**
   * Gives the publisher a story of its own, moving others to another of theirs; depth is at most
   * the number of publishers.
   */
  private boolean placed(String publisher, Set<String> tried) {
    for (String story : storiesOf.getOrDefault(publisher, List.of())) {
      if (!tried.add(story)) {
        continue;
      }
      String holder = tellerOf.get(story);
      if (holder == null || placed(holder, tried)) {
        tellerOf.put(story, publisher);
        return true;
      }
    }
    return false;
  }
}
