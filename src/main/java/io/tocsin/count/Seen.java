package io.tocsin.count;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is remembered of an article id.
 *
 * @param texts hashes of the versions that came, oldest first, at most {@link #MAX_TEXTS}
 * @param revision number of the newest version, 0 for the first
 * @param counted keys of the series in which the article was counted: it counts once in each,
 *     whatever its corrections say
 */
public record Seen(List<String> texts, int revision, Set<String> counted) {
  /**
   * A text that changes more often than this within the window is a live blog; its oldest versions
   * are forgotten.
   */
  static final int MAX_TEXTS = 16;

  /** Makes the collections immutable. */
  public Seen {
    texts = List.copyOf(texts);
    counted = Collections.unmodifiableSet(new TreeSet<>(counted));
  }

  static Seen first(String text, Set<String> counted) {
    return new Seen(List.of(text), 0, counted);
  }

  boolean knows(String text) {
    return texts.contains(text);
  }

  Seen corrected(String text, Set<String> nowCounted) {
    List<String> all = new ArrayList<>(texts);
    all.add(text);
    return new Seen(
        all.subList(Math.max(0, all.size() - MAX_TEXTS), all.size()), revision + 1, nowCounted);
  }
}
