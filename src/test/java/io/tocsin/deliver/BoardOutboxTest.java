package io.tocsin.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.deliver.channel.Answer;
import io.tocsin.deliver.config.Grouping;
import io.tocsin.deliver.config.Route;
import io.tocsin.deliver.config.SinkSpec;
import io.tocsin.deliver.config.Target;
import io.tocsin.model.Alert;
import io.tocsin.model.Delivery;
import io.tocsin.model.Delivery.Result;
import io.tocsin.model.Severity;
import io.tocsin.settings.Secret;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A sink that is told of open alerts again and again; the sink is a list. */
class BoardOutboxTest {

  private final ListChannel sink = new ListChannel();
  private final Desks desks = desks();

  @Test
  void anOpenAlertIsRepeatedUntilItIsResolvedAndWrittenDownOnce() {
    // Given
    desks.tell(AlertMaker.opened("a"));
    desks.send();
    for (int minute = 0; minute < 10; minute++) {
      desks.pass(Duration.ofMinutes(1));
    }
    long held = desks.committed();

    // When
    desks.tell(AlertMaker.resolved("a", 2));
    desks.send();
    desks.pass(Duration.ofHours(1));

    // Then
    assertThat(held).as("a restart must find the open alert").isEqualTo(0);
    assertThat(sink.sent()).hasSize(12);
    assertThat(sink.last().changes()).extracting(Alert::state).containsOnly(Alert.State.RESOLVED);
    assertThat(desks.results()).containsExactly(Result.DELIVERED, Result.DELIVERED);
    assertThat(desks.committed()).isEqualTo(2);
  }

  @Test
  void whatIsDueLeavesTogetherAndOnlyTheNewestChangeCounts() {
    // When
    desks.tell(AlertMaker.opened("a"));
    desks.tell(AlertMaker.opened("b"));
    desks.tell(AlertMaker.change("a", 2, Alert.State.UPDATED, Severity.WARNING));
    desks.send();

    // Then
    assertThat(sink.contents()).containsExactly(List.of("a", "b"));
    assertThat(sink.last().changes().get(0).sequence()).isEqualTo(2);
  }

  @Test
  void aReceiverThatIsDownForADayIsToldOnceItIsBack() {
    // Given
    sink.answer(new Answer.Failed(null, "no connection", false, null));
    desks.tell(AlertMaker.opened("a"));
    for (int minute = 0; minute < 24 * 60; minute++) {
      desks.pass(Duration.ofMinutes(1));
    }
    int written = desks.log.size();

    // When
    sink.answer(new Answer.Taken(200));
    desks.pass(Duration.ofMinutes(2));

    // Then
    assertThat(written).as("attempts that are worth a record").isLessThanOrEqualTo(10);
    assertThat(desks.last().result()).isEqualTo(Result.DELIVERED);
  }

  @Test
  void aResolutionThatNobodyTakesIsGivenUp() {
    // Given
    sink.answer(new Answer.Failed(400, "no", false, null));

    // When
    desks.tell(AlertMaker.resolved("a", 2));
    for (int minute = 0; minute < 60; minute++) {
      desks.pass(Duration.ofMinutes(1));
    }

    // Then
    assertThat(desks.results()).hasSize(10).endsWith(Result.GAVE_UP);
    assertThat(desks.committed()).isEqualTo(1);
  }

  @Test
  void afterARestartOpenAlertsAreToldAgainAndResolvedOnesAreNot() {
    // Given
    desks.tell(AlertMaker.opened("open"));
    desks.tell(AlertMaker.opened("closed"));
    desks.tell(AlertMaker.resolved("closed", 2));
    desks.send();
    Map<String, Delivery> history = new HashMap<>();
    desks.log.forEach(one -> history.put(one.alert() + "." + one.sequence(), one));
    sink.sent().clear();
    Desks after = desks();

    // When
    after.desk.remember(history);
    after.tell(AlertMaker.opened("open"));
    after.tell(AlertMaker.opened("closed"));
    after.tell(AlertMaker.resolved("closed", 2));
    after.send();

    // Then
    assertThat(sink.contents()).containsExactly(List.of("open"));
    assertThat(after.log).as("a repetition").isEmpty();
  }

  private Desks desks() {
    Target target =
        new Target.Alertmanager(new Secret("http://am.example/"), null, Duration.ofMinutes(1));
    return new Desks(
        new SinkSpec("board", target, Route.ALL, Grouping.ALONE, Duration.ZERO, null), sink);
  }
}
