package io.tocsin.tag.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A filter may be wrong in one direction only, and seldom; the seed is in every message. */
class NodeFilterTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 50, 20_000})
  void everyAnswerThatWasAddedIsGiven(int count) {
    // Given
    Random random = new Random(count);
    Map<Long, Integer> added = new HashMap<>();
    for (int i = 0; i < count; i++) {
      added.put(random.nextLong(), 1 + random.nextInt(3));
    }

    // When
    NodeFilter filter = filled(added);

    // Then
    added.forEach(
        (node, what) -> assertThat(filter.of(node) & what).as("seed " + count).isEqualTo(what));
    assertThat(filter.of(random.nextLong()) & ~3).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {1_000, 20_000, 300_000})
  void fewAnswersAreWronglyYes(int count) {
    // Given
    Random random = new Random(count);
    Map<Long, Integer> added = new HashMap<>();
    for (int i = 0; i < count; i++) {
      added.put(random.nextLong(), i % 2 == 0 ? NodeFilter.STANDS : NodeFilter.GOES_ON);
    }
    NodeFilter filter = filled(added);

    // When
    int wrong = 0;
    for (int i = 0; i < 20_000; i++) {
      wrong += filter.of(random.nextLong()) & NodeFilter.STANDS;
    }

    // Then
    assertThat(wrong).as("seed " + count).isLessThan(20_000 * 3 / 100);
  }

  private static NodeFilter filled(Map<Long, Integer> answers) {
    NodeFilter filter = new NodeFilter(answers.values().stream().mapToInt(Integer::bitCount).sum());
    answers.forEach(filter::add);
    return filter;
  }
}
