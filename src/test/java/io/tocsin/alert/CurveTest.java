package io.tocsin.alert;

import static io.tocsin.fixtures.MentionMaker.minute;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.alert.Curve.Step;
import io.tocsin.count.Counter;
import io.tocsin.fixtures.MemoryHours;
import io.tocsin.fixtures.MemoryPanes;
import io.tocsin.fixtures.MentionMaker;
import io.tocsin.model.Measure;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The measure over time rises where articles enter the window and falls where they leave it. */
class CurveTest {
  private final MemoryPanes panes = new MemoryPanes();
  private final Counter counter = new Counter(panes, new MemoryHours());
  private final MentionMaker norland = new MentionMaker("place/norland");

  @Test
  void stepsStandWherePanesEnterAndLeave() {
    // Given
    counter.count(norland.at(10, "a"));
    counter.count(norland.at(12, "b"));
    counter.count(norland.at(12, "c"));

    // When
    var steps =
        Curve.of(
            panes,
            "place/norland",
            Measure.ARTICLES,
            Duration.ofMinutes(30),
            minute(0),
            minute(60));

    // Then
    assertThat(steps)
        .containsExactly(
            new Step(minute(0), 0),
            new Step(minute(10), 1),
            new Step(minute(12), 3),
            new Step(minute(40), 2),
            new Step(minute(42), 0));
  }

  @Test
  void whatEnteredBeforeTheRangeIsInIt() {
    // Given
    counter.count(norland.at(10, "a"));

    // When
    var steps =
        Curve.of(
            panes,
            "place/norland",
            Measure.ARTICLES,
            Duration.ofMinutes(30),
            minute(20),
            minute(60));

    // Then
    assertThat(steps).containsExactly(new Step(minute(20), 1), new Step(minute(40), 0));
  }
}
