package io.tocsin.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.backtest.Comparison.Difference;
import io.tocsin.backtest.Comparison.Kind;
import io.tocsin.model.Alert.State;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What two watchlists tell of the same articles. */
class ComparisonTest {

  @Test
  void alertsOfOneSideAreToldAsItsOwn() {
    // When
    List<Difference> differences =
        Comparison.of(
            List.of(Made.history("one", "kim", 0, 60)), List.of(Made.history("two", "xi", 5, 60)));

    // Then
    assertThat(differences).extracting(Difference::kind).containsExactly(Kind.ONLY_A, Kind.ONLY_B);
    assertThat(differences).extracting(Difference::by).containsOnly(Duration.ZERO);
  }

  @Test
  void sameIdIsTheSameAlertEarlierOrLater() {
    // When
    List<Difference> differences =
        Comparison.of(
            List.of(
                Made.history("one", "kim", 0, 60),
                Made.history("two", "kim", 200, 60),
                Made.history("three", "kim", 400, 60)),
            List.of(
                Made.history("one", "kim", 35, 60),
                Made.history("two", "kim", 200, 60),
                Made.history("three", "kim", 390, 60)));

    // Then
    assertThat(differences)
        .extracting(Difference::kind)
        .containsExactly(Kind.LATER, Kind.SAME, Kind.EARLIER);
    assertThat(differences)
        .extracting(Difference::by)
        .containsExactly(Duration.ofMinutes(35), Duration.ZERO, Duration.ofMinutes(10));
  }

  @Test
  void alertsWithOtherIdsAreOneAnotherWhenOpenAtTheSameTime() {
    // When
    List<Difference> differences =
        Comparison.of(
            List.of(Made.history("one", "kim", 0, 60), Made.history("two", "kim", 500, 60)),
            List.of(Made.history("other", "kim", 20, 60), Made.history("more", "xi", 500, 60)));

    // Then
    assertThat(differences)
        .extracting(Difference::kind)
        .containsExactlyInAnyOrder(Kind.LATER, Kind.ONLY_A, Kind.ONLY_B);
  }

  @Test
  void openAlertLastsToTheEnd() {
    // Given
    History open = new History(List.of(Made.record("one", "kim", State.OPENED, 0, null)));

    // When
    List<Difference> differences =
        Comparison.of(List.of(open), List.of(Made.history("other", "kim", 9_000, 60)));

    // Then
    assertThat(differences).extracting(Difference::kind).containsExactly(Kind.LATER);
  }

  @Test
  void reportShowsWhatDiffersAndCountsTheRest() {
    // Given
    List<Difference> differences =
        Comparison.of(
            List.of(Made.history("one", "kim", 0, 60), Made.history("two", "kim", 200, 60)),
            List.of(Made.history("one", "kim", 35, 60), Made.history("two", "kim", 200, 60)));

    // When
    List<String> lines = TextReport.of(differences);

    // Then
    assertThat(lines)
        .containsExactly(
            "B later by 35 min     2026-03-02 06:00  warning   surge  kim  9 articles, 8 stories and 7 voices in 1 h; over after 1 h",
            "",
            "only A 0   only B 0   earlier in B 0   later in B 1   the same 1");
  }
}
