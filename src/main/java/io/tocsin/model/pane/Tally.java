package io.tocsin.model.pane;

import java.util.List;
import java.util.TreeSet;

/**
 * What was counted of some mentions. Adding is commutative, so that the order of arrival leaves no
 * trace.
 *
 * @param articles mentions
 * @param occurrences tags in them
 * @param links who published which story, without repetition, sorted
 */
public record Tally(long articles, long occurrences, List<Link> links) {
  /** Nothing counted. */
  public static final Tally ZERO = new Tally(0, 0, List.of());

  /** Makes the links immutable. */
  public Tally {
    links = List.copyOf(links);
  }

  /**
   * A publisher carried a story.
   *
   * @param story fingerprint of the story
   * @param publisher who published it
   */
  public record Link(String story, String publisher) implements Comparable<Link> {
    @Override
    public int compareTo(Link other) {
      int byStory = story.compareTo(other.story);
      return byStory != 0 ? byStory : publisher.compareTo(other.publisher);
    }
  }

  /** This and one mention more. */
  public Tally plus(Link link, int moreOccurrences) {
    return plus(new Tally(1, moreOccurrences, List.of(link)));
  }

  /** This and another tally together. */
  public Tally plus(Tally other) {
    if (other.articles == 0) {
      return this;
    }
    if (articles == 0) {
      return other;
    }
    return new Tally(
        articles + other.articles, occurrences + other.occurrences, joined(other.links));
  }

  private List<Link> joined(List<Link> others) {
    if (links.containsAll(others)) {
      return links;
    }
    TreeSet<Link> all = new TreeSet<>(links);
    all.addAll(others);
    return List.copyOf(all);
  }

  /**
   * This with at most so many links, the first in their order: stories' hashes come in no order of
   * time, so what stays does not depend on which article came first.
   */
  Tally atMost(int most) {
    return links.size() <= most ? this : new Tally(articles, occurrences, links.subList(0, most));
  }

  /** Distinct stories. */
  public long stories() {
    return links.stream().map(Link::story).distinct().count();
  }

  /** Independent voices: see {@link Voices}. */
  public long voices() {
    return Voices.count(links);
  }
}
