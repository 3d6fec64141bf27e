package io.tocsin.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tocsin.model.Article;
import io.tocsin.model.Tag;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Whom surnames mean in real wire stories; these lie outside the project, in the folder that
 * TOCSIN_DATA names.
 */
class ReutersPeopleTest {
  private static final String JAMES = "james-baker";
  private static final String HOWARD = "howard-baker";
  private static final double RIGHT_AT_LEAST = 0.95;
  private static final double OTHER_AT_MOST = 0.03;

  @Test
  void ofTwoPeopleWithOneSurnameTheRightOneIsTagged() throws IOException {
    // Given
    ReutersPeople reuters = ReutersPeople.read(folder());
    Tagger tagger = Tagger.compile(reuters.people());
    int stories = 0;
    int right = 0;
    int other = 0;

    // When
    for (Article story : reuters.stories()) {
      Set<String> labels = reuters.labels().getOrDefault(story.id(), Set.of());
      boolean one = labels.contains(JAMES) != labels.contains(HOWARD);
      if (!one || !text(story).toLowerCase(Locale.ROOT).contains("baker")) {
        continue;
      }
      Set<String> found = people(tagger, story);
      String wanted = labels.contains(JAMES) ? JAMES : HOWARD;
      stories++;
      right += found.contains(wanted) ? 1 : 0;
      other += found.contains(wanted.equals(JAMES) ? HOWARD : JAMES) ? 1 : 0;
    }

    // Then
    assertThat(stories).isGreaterThan(100);
    assertThat((double) right / stories).isGreaterThanOrEqualTo(RIGHT_AT_LEAST);
    assertThat((double) other / stories).isLessThanOrEqualTo(OTHER_AT_MOST);
  }

  @Test
  void anOrdinaryWordWrittenSmallIsNoPerson() throws IOException {
    // Given
    Tagger tagger = Tagger.compile(ReutersPeople.ordinaryWords());
    List<String> small = new ArrayList<>();
    int tagged = 0;

    // When
    for (Article story : ReutersPeople.read(folder()).stories()) {
      for (Tag tag : tagger.tag(story).tags()) {
        tagged++;
        if (Character.isLowerCase(tag.surface().charAt(0))) {
          small.add(story.id() + " " + tag.surface());
        }
      }
    }

    // Then
    assertThat(small).isEmpty();
    assertThat(tagged).isPositive();
  }

  static Set<String> people(Tagger tagger, Article story) {
    Set<String> people = new TreeSet<>();
    tagger
        .tag(story)
        .tags()
        .forEach(tag -> people.add(tag.subject().substring("person/".length())));
    return people;
  }

  private static String text(Article story) {
    return story.title() + " " + story.body();
  }

  private static Path folder() {
    String folder = System.getenv("TOCSIN_DATA");
    assumeTrue(folder != null, "TOCSIN_DATA is not set: the wire stories are not at hand");
    return Path.of(folder);
  }
}
