package io.tocsin.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.Alert;
import io.tocsin.model.Alert.State;
import io.tocsin.wire.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Alerts as lines for other programs and for people. */
class AlertLinesTest {

  @Test
  void jsonIsWhatStandsOnTheTopic() {
    // Given
    Alert alert = Made.record("one", "kim", State.OPENED, 0, null);

    // When
    byte[] line = AlertLines.json(alert).getBytes(StandardCharsets.UTF_8);

    // Then
    assertThat(line).isEqualTo(Topics.ALERTS.value().serializer().serialize("alerts", alert));
  }

  @Test
  void csvQuotesWhatMustBeQuotedAndDisarmsFormulas() {
    assertThat(AlertLines.csv(List.of("a,b", "say \"no\"", "=1+1", -2, 2.5)))
        .isEqualTo("\"a,b\",\"say \"\"no\"\"\",'=1+1,-2,2.5");
    assertThat(AlertLines.csv(Made.history("one", "kim", 0, 60)).split(",", -1))
        .startsWith("one", "2026-03-02T06:00:00Z", "2026-03-02T07:00:00Z", "below", "warning");
    assertThat(AlertLines.CSV_HEAD.split(",", -1)).hasSize(15);
  }

  @Test
  void reportCountsEachDayAndSumsUp() {
    // Given
    List<History> histories =
        List.of(
            Made.history("one", "kim", 0, 60),
            Made.history("two", "xi", 10, 600),
            Made.history("three", "kim", 2_900, 30));
    Account.Sums sums = new Account.Sums(1_200, 1_100, 100, Map.of(), 50, 0, 6);

    // When
    List<String> lines = TextReport.of(histories, sums);

    // Then
    assertThat(lines)
        .contains(
            "alerts opened per day",
            "2026-03-02  2  ##",
            "2026-03-03  0",
            "2026-03-04  1  #",
            "1,200 articles = 1,100 tagged + 100 duplicate + 0 rejected",
            "3 alerts by 1 rule, 0 still open at the end");
    assertThat(lines.get(1)).contains("2026-03-02 06:10", "xi").contains("over after");
  }
}
