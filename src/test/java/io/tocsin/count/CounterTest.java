package io.tocsin.count;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.fixtures.MemoryHours;
import io.tocsin.fixtures.MemoryPanes;
import io.tocsin.fixtures.MentionMaker;
import io.tocsin.model.SubjectCount;
import io.tocsin.model.pane.Minutes;
import org.junit.jupiter.api.Test;

/** Each mention is added to its minute, and the answer is the minute's new count. */
class CounterTest {
  private final MemoryPanes panes = new MemoryPanes();
  private final Counter counter = new Counter(panes, new MemoryHours());
  private final MentionMaker maker = new MentionMaker("place/kp");

  @Test
  void mentionsOfOneMinuteAddUp() {
    counter.count(maker.copy(4, "a", "wire"));
    counter.count(maker.copy(4, "b", "wire"));

    SubjectCount count = counter.count(maker.copy(4, "b", "own"));

    assertThat(count.articles()).isEqualTo(3);
    assertThat(count.stories()).isEqualTo(2);
    assertThat(count.voices()).isEqualTo(2);
    assertThat(count.late()).isZero();
    assertThat(count.start()).isEqualTo(MentionMaker.minute(4));
    assertThat(count.size()).isEqualTo(Minutes.PANE);
  }

  @Test
  void anotherMinuteIsAnotherPane() {
    counter.count(maker.at(4, "a"));

    SubjectCount count = counter.count(maker.at(5, "a"));

    assertThat(count.articles()).isEqualTo(1);
    assertThat(panes.between("place/kp", Long.MIN_VALUE, Long.MAX_VALUE)).hasSize(2);
  }

  @Test
  void lateMentionsAreCountedAndSaidToBeLate() {
    counter.count(maker.at(4, "a"));

    SubjectCount count = counter.count(maker.late(4, "b"));

    assertThat(count.articles()).isEqualTo(2);
    assertThat(count.late()).isEqualTo(1);
  }
}
