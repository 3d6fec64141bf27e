package io.tocsin.model.pane;

import io.tocsin.model.pane.Tally.Link;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Independent voices: distinct publishers of distinct stories. It is the largest number of (story,
 * publisher) pairs in which no story and no publisher comes twice — a maximum matching of the
 * bipartite graph of who carried what, found by shortest augmenting paths (Berge 1957). A wire copy
 * in forty papers is one voice; one paper with forty stories is one voice.
 *
 * <p>More links can only make it grow. That is what lets a rule on voices decide early without ever
 * being proved wrong by an article that arrives out of order.
 */
final class Voices {
  private final Map<String, List<String>> storiesOf = new HashMap<>();
  private final Map<String, String> tellerOf = new HashMap<>();
  private final Map<String, String> storyOf = new HashMap<>();

  private Voices(List<Link> links) {
    for (Link link : links) {
      storiesOf.computeIfAbsent(link.publisher(), p -> new ArrayList<>()).add(link.story());
    }
  }

  static long count(List<Link> links) {
    if (links.size() <= 1) {
      return links.size();
    }
    Voices voices = new Voices(links);
    long matched = 0;
    for (String publisher : voices.storiesOf.keySet()) {
      if (voices.place(publisher)) {
        matched++;
      }
    }
    return matched;
  }

  /**
   * Gives the publisher a story of its own, moving others to another of theirs. Breadth first and
   * without recursion: a path may be as long as there are publishers.
   */
  private boolean place(String publisher) {
    Map<String, String> reachedFrom = new HashMap<>();
    Deque<String> waiting = new ArrayDeque<>(List.of(publisher));
    for (String at = waiting.poll(); at != null; at = waiting.poll()) {
      for (String story : storiesOf.getOrDefault(at, List.of())) {
        if (reachedFrom.putIfAbsent(story, at) != null) {
          continue;
        }
        String holder = tellerOf.get(story);
        if (holder == null) {
          moveAlong(story, reachedFrom);
          return true;
        }
        waiting.add(holder);
      }
    }
    return false;
  }

  /**
   * Hands the free story to whoever reached it, that one's story to whoever reached that, and so on
   * back to the start.
   */
  private void moveAlong(String free, Map<String, String> reachedFrom) {
    String story = free;
    while (story != null) {
      story = hand(story, reachedFrom.get(story));
    }
  }

  private @Nullable String hand(String story, @Nullable String publisher) {
    if (publisher == null) {
      return null;
    }
    tellerOf.put(story, publisher);
    return storyOf.put(publisher, story);
  }
}
