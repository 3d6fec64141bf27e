package io.tocsin.model.pane;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.fixtures.MentionMaker;
import io.tocsin.model.Mention;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A pane is the same whatever the order in which it filled. */
class PaneTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void isTheSameInAnyOrderOfArrival(long seed) {
    MentionMaker maker = new MentionMaker("place/kp");
    List<Mention> mentions = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      mentions.add(maker.copy(5, "p" + i % 7, "s" + i % 4));
    }
    Pane inOrder = fill(mentions);

    Collections.shuffle(mentions, new Random(seed));
    Pane shuffled = fill(mentions);

    assertThat(shuffled).as("seed %d", seed).isEqualTo(inOrder);
  }

  @Test
  void keepsTheEarliestArticlesAsExhibitsAndCountsAll() {
    MentionMaker maker = new MentionMaker("place/kp");
    Pane pane = Pane.EMPTY;
    for (int i = 0; i < 25; i++) {
      pane = pane.plus(maker.at(3, "paper"));
    }

    Tally all = pane.all();

    assertThat(all.articles()).isEqualTo(25);
    assertThat(pane.exhibits()).hasSize(Pane.MAX_EXHIBITS);
  }

  @Test
  void lateMentionsAreCountedApart() {
    MentionMaker maker = new MentionMaker("place/kp");

    Pane pane = Pane.EMPTY.plus(maker.at(1, "a")).plus(maker.late(1, "b"));

    assertThat(pane.onTime().articles()).isEqualTo(1);
    assertThat(pane.late().articles()).isEqualTo(1);
    assertThat(pane.all().voices()).isEqualTo(2);
    assertThat(pane.exhibits()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5})
  void keepsAThousandLinksWhateverCameFirst(long seed) {
    MentionMaker maker = new MentionMaker("place/us");
    List<Mention> mentions = new ArrayList<>();
    for (int i = 0; i < 1_500; i++) {
      mentions.add(maker.copy(5, "p" + i % 9, "story" + i));
    }
    Pane inOrder = fill(mentions);

    Collections.shuffle(mentions, new Random(seed));
    Pane shuffled = fill(mentions);

    assertThat(shuffled.onTime().articles()).isEqualTo(1_500);
    assertThat(shuffled.onTime().links()).hasSize(Pane.MAX_LINKS);
    assertThat(shuffled).as("seed %d", seed).isEqualTo(inOrder);
  }

  private static Pane fill(List<Mention> mentions) {
    Pane pane = Pane.EMPTY;
    for (Mention mention : mentions) {
      pane = pane.plus(mention);
    }
    return pane;
  }
}
