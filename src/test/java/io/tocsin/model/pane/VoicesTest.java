package io.tocsin.model.pane;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.pane.Tally.Link;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Voices are distinct publishers of distinct stories. */
class VoicesTest {

  @Test
  void aWireCopyInManyPapersIsOneVoice() {
    List<Link> links = List.of(new Link("wire", "a"), new Link("wire", "b"), new Link("wire", "c"));

    long voices = Voices.count(links);

    assertThat(voices).isEqualTo(1);
  }

  @Test
  void onePaperWithManyStoriesIsOneVoice() {
    List<Link> links = List.of(new Link("x", "a"), new Link("y", "a"), new Link("z", "a"));

    long voices = Voices.count(links);

    assertThat(voices).isEqualTo(1);
  }

  @Test
  void aPaperThatHasACopyAndAStoryOfItsOwnStillSpeaks() {
    List<Link> links = List.of(new Link("wire", "a"), new Link("wire", "b"), new Link("own", "a"));

    long voices = Voices.count(links);

    assertThat(voices).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void agreesWithTryingEveryAssignment(long seed) {
    Random random = new Random(seed);
    List<Link> links = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      links.add(new Link("s" + random.nextInt(5), "p" + random.nextInt(5)));
    }

    long voices = Voices.count(links);

    assertThat(voices)
        .as("seed %d, links %s", seed, links)
        .isEqualTo(best(links, 0, new HashSet<>(), new HashSet<>()));
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void neverFallsWhenALinkIsAdded(long seed) {
    Random random = new Random(seed);
    List<Link> links = new ArrayList<>();
    List<Long> course = new ArrayList<>();

    for (int i = 0; i < 60; i++) {
      links.add(new Link("s" + random.nextInt(12), "p" + random.nextInt(9)));
      course.add(Voices.count(links));
    }

    assertThat(course).as("seed %d", seed).isSorted();
  }

  @Test
  void aChainOfTenThousandPublishersIsNoCauseForAStackOverflow() {
    List<Link> links = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      links.add(new Link("s%05d".formatted(i), "p%05d".formatted(i)));
      links.add(new Link("s%05d".formatted(i + 1), "p%05d".formatted(i)));
    }

    long voices = Voices.count(links);

    assertThat(voices).isEqualTo(10_000);
  }

  /** Every way to give stories to publishers, the best of them. */
  private static long best(
      List<Link> links, int from, Set<String> stories, Set<String> publishers) {
    if (from == links.size()) {
      return stories.size();
    }
    long best = best(links, from + 1, stories, publishers);
    Link link = links.get(from);
    if (!stories.contains(link.story()) && !publishers.contains(link.publisher())) {
      Set<String> moreStories = new HashSet<>(stories);
      Set<String> morePublishers = new HashSet<>(publishers);
      moreStories.add(link.story());
      morePublishers.add(link.publisher());
      best = Math.max(best, best(links, from + 1, moreStories, morePublishers));
    }
    return best;
  }
}
