package io.tocsin.model.pane;

import io.tocsin.model.Alert.Observed;
import io.tocsin.model.Measure;
import io.tocsin.model.Mention;
import java.util.ArrayList;
import java.util.Collections;
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

  /** What some mentions amount to, all of them. */
  static Tally of(List<Mention> mentions) {
    long occurrences = 0;
    TreeSet<Link> links = new TreeSet<>();
    for (Mention mention : mentions) {
      occurrences += mention.occurrences();
      links.add(new Link(mention.story(), mention.evidence().publisher()));
    }
    return new Tally(mentions.size(), occurrences, List.copyOf(links));
  }

  /** Some tallies together: each of their links is sorted in once. */
  public static Tally sum(List<Tally> tallies) {
    if (tallies.size() == 1) {
      return tallies.get(0);
    }
    long articles = 0;
    long occurrences = 0;
    List<Link> links = new ArrayList<>();
    for (Tally tally : tallies) {
      articles += tally.articles;
      occurrences += tally.occurrences;
      links.addAll(tally.links);
    }
    Collections.sort(links);
    List<Link> distinct = new ArrayList<>(links.size());
    for (Link link : links) {
      if (distinct.isEmpty() || !distinct.get(distinct.size() - 1).equals(link)) {
        distinct.add(link);
      }
    }
    return new Tally(articles, occurrences, distinct);
  }

  /** The number that a rule looks at. */
  public long of(Measure measure) {
    return switch (measure) {
      case ARTICLES -> articles;
      case STORIES -> stories();
      case VOICES -> voices();
      case OCCURRENCES -> occurrences;
    };
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

  /**
   * Both lists are sorted and without repetition, and so is what comes of them. One walk: a busy
   * minute holds a thousand links and is added to often.
   */
  private List<Link> joined(List<Link> others) {
    if (others.size() == 1 && Collections.binarySearch(links, others.get(0)) >= 0) {
      return links;
    }
    List<Link> all = new ArrayList<>(links.size() + others.size());
    int mine = 0;
    int theirs = 0;
    while (mine < links.size() && theirs < others.size()) {
      int order = links.get(mine).compareTo(others.get(theirs));
      all.add(order <= 0 ? links.get(mine) : others.get(theirs));
      mine += order <= 0 ? 1 : 0;
      theirs += order >= 0 ? 1 : 0;
    }
    all.addAll(links.subList(mine, links.size()));
    all.addAll(others.subList(theirs, others.size()));
    return all;
  }

  /**
   * This with at most so many links, the first in their order: stories' hashes come in no order of
   * time, so what stays does not depend on which article came first.
   */
  Tally atMost(int most) {
    return links.size() <= most ? this : new Tally(articles, occurrences, links.subList(0, most));
  }

  /** Every measure of it. */
  public Observed observed() {
    return new Observed(articles, stories(), voices(), occurrences);
  }

  /** Distinct stories. */
  public long stories() {
    long stories = 0;
    String before = null;
    for (Link link : links) {
      stories += link.story().equals(before) ? 0 : 1;
      before = link.story();
    }
    return stories;
  }

  /** Independent voices: see {@link Voices}. */
  public long voices() {
    return Voices.count(links);
  }
}
