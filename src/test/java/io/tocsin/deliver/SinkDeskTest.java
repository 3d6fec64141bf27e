package io.tocsin.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.deliver.config.Grouping;
import io.tocsin.deliver.config.QuietHours;
import io.tocsin.deliver.config.Route;
import io.tocsin.deliver.config.SinkSpec;
import io.tocsin.deliver.config.Target;
import io.tocsin.model.Alert;
import io.tocsin.model.Delivery;
import io.tocsin.model.Delivery.Result;
import io.tocsin.model.Severity;
import io.tocsin.settings.Secret;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What leaves together, when and in which order; the sink is a list. */
class SinkDeskTest {

  private final ListChannel sink = new ListChannel();

  @Test
  void everyChangeLeavesAloneAndInOrder() {
    // Given
    Desks desks = desks(Grouping.ALONE, Duration.ZERO, null);

    // When
    desks.tell(AlertMaker.opened("a"));
    desks.tell(AlertMaker.opened("b"));
    desks.tell(AlertMaker.resolved("a", 2));
    desks.send();

    // Then
    assertThat(sink.ids()).containsExactly("a.1", "b.1", "a.2");
  }

  @Test
  void aLaterChangeWaitsForTheEarlierOneOfItsAlertAndForNoOther() {
    // Given
    Desks desks = desks(Grouping.ALONE, Duration.ZERO, null);
    sink.fail(true);
    desks.tell(AlertMaker.opened("a"));
    desks.send();
    sink.fail(false);

    // When
    desks.tell(AlertMaker.resolved("a", 2));
    desks.tell(AlertMaker.opened("b"));
    desks.send();
    desks.pass(Duration.ofSeconds(5));

    // Then
    assertThat(sink.ids()).containsExactly("a.1", "b.1", "a.1", "a.2");
  }

  @Test
  void theFirstUnsettledChangeIsWhatIsCommitted() {
    // Given
    Desks desks = desks(Grouping.ALONE, Duration.ZERO, null);
    sink.fail(true);
    desks.tell(AlertMaker.opened("a"));
    desks.send();
    sink.fail(false);

    // When
    desks.tell(AlertMaker.opened("b"));
    desks.tell(AlertMaker.opened("c"));
    desks.send();
    long before = desks.committed();
    desks.pass(Duration.ofSeconds(5));

    // Then
    assertThat(before).isEqualTo(0);
    assertThat(desks.committed()).isEqualTo(3);
  }

  @Test
  void afterARestartWhatWasSettledIsNotSentAndWhatWasTriedGoesOn() {
    // Given
    Desks before = desks(Grouping.ALONE, Duration.ZERO, null);
    before.tell(AlertMaker.opened("taken"));
    before.send();
    sink.fail(true);
    before.tell(AlertMaker.opened("tried"));
    before.send();
    sink.fail(false);
    sink.sent().clear();
    Desks after = desks(Grouping.ALONE, Duration.ZERO, null);

    // When
    after.desk.remember(Map.of("taken.1", before.log.get(0), "tried.1", before.log.get(1)));
    after.tell(AlertMaker.opened("taken"));
    after.tell(AlertMaker.opened("tried"));
    after.tell(AlertMaker.opened("new"));
    after.send();
    after.pass(Duration.ofSeconds(5));

    // Then
    assertThat(sink.ids()).containsExactly("new.1", "tried.1");
    assertThat(after.last().attempt()).isEqualTo(2);
    assertThat(after.committed()).isEqualTo(3);
  }

  @Test
  void aGroupLeavesTogetherAfterItsWindowAndAgainAfterARestart() {
    // Given
    Grouping grouping = new Grouping(true, List.of("severity"), Duration.ofSeconds(30), 10);
    Desks before = desks(grouping, Duration.ZERO, null);
    sink.fail(true);
    before.tell(AlertMaker.opened("a"));
    before.tell(AlertMaker.change("x", 1, Alert.State.OPENED, Severity.CRITICAL));
    before.pass(Duration.ofSeconds(29));
    int early = sink.sent().size();
    before.tell(AlertMaker.opened("b"));
    before.pass(Duration.ofSeconds(1));
    sink.fail(false);
    Desks after = desks(grouping, Duration.ZERO, null);
    after.clock.advance(Duration.ofMinutes(1));

    // When
    Map<String, Delivery> history = new HashMap<>();
    before.log.forEach(one -> history.put(one.alert() + "." + one.sequence(), one));
    after.desk.remember(history);
    after.tell(AlertMaker.opened("a"));
    after.tell(AlertMaker.change("x", 1, Alert.State.OPENED, Severity.CRITICAL));
    after.tell(AlertMaker.opened("b"));
    after.send();

    // Then
    assertThat(early).isZero();
    assertThat(sink.sent()).hasSize(4);
    assertThat(sink.sent().get(2).id()).isEqualTo(sink.sent().get(0).id());
    assertThat(sink.contents())
        .containsExactly(List.of("a", "b"), List.of("x"), List.of("a", "b"), List.of("x"));
  }

  @Test
  void thePaceIsKept() {
    // Given
    Desks desks = desks(Grouping.ALONE, Duration.ofSeconds(1), null);
    desks.tell(AlertMaker.opened("a"));
    desks.tell(AlertMaker.opened("b"));

    // When
    desks.send();
    desks.pass(Duration.ofMillis(999));
    int early = sink.sent().size();
    desks.pass(Duration.ofMillis(1));

    // Then
    assertThat(early).isEqualTo(1);
    assertThat(sink.ids()).containsExactly("a.1", "b.1");
  }

  @Test
  void quietHoursEndWithADigestAndCriticalAlertsDoNotWait() {
    // Given
    QuietHours quiet =
        new QuietHours(LocalTime.of(11, 0), LocalTime.of(13, 0), ZoneOffset.UTC, Severity.CRITICAL);
    Desks desks = desks(Grouping.ALONE, Duration.ZERO, quiet);

    // When
    desks.tell(AlertMaker.opened("a"));
    desks.tell(AlertMaker.opened("b"));
    desks.tell(AlertMaker.change("urgent", 1, Alert.State.OPENED, Severity.CRITICAL));
    desks.send();
    desks.pass(Duration.ofMinutes(59));
    int during = sink.sent().size();
    desks.pass(Duration.ofMinutes(1));
    desks.tell(AlertMaker.opened("c"));
    desks.send();

    // Then
    assertThat(during).isEqualTo(1);
    assertThat(sink.contents()).containsExactly(List.of("urgent"), List.of("a", "b"), List.of("c"));
  }

  @Test
  void whatTheRouteDoesNotTakeIsSettledAtOnce() {
    // Given
    Route route =
        new Route(
            Severity.WARNING,
            Set.of("harbour"),
            Set.of(Alert.State.OPENED),
            Map.of("team", "desk"));
    SinkSpec spec = new SinkSpec("desk", target(), route, Grouping.ALONE, Duration.ZERO, null);
    Desks desks = new Desks(spec, sink);

    // When
    desks.tell(AlertMaker.change("a", 1, Alert.State.OPENED, Severity.INFO));
    desks.tell(AlertMaker.resolved("a", 2));
    desks.tell(AlertMaker.opened("b"));
    desks.send();

    // Then
    assertThat(sink.ids()).containsExactly("b.1");
    assertThat(desks.committed()).isEqualTo(3);
    assertThat(desks.log).hasSize(1);
  }

  @Test
  void partitionsOfOthersAreForgotten() {
    // Given
    Desks desks = desks(Grouping.ALONE, Duration.ZERO, null);
    desks.tell(AlertMaker.opened("a"));

    // When
    desks.desk.forget(Set.of(Desks.PARTITION));
    desks.send();

    // Then
    assertThat(sink.sent()).isEmpty();
    assertThat(desks.committed()).isEqualTo(-1);
  }

  @Test
  void attemptsAndWhatIsPendingAreCounted() {
    // Given
    Desks desks = desks(Grouping.ALONE, Duration.ZERO, null);
    desks.tell(AlertMaker.opened("a"));
    desks.send();
    sink.fail(true);
    desks.tell(AlertMaker.opened("b"));
    desks.send();

    // When
    String scrape = desks.meters.scrape(null);

    // Then
    assertThat(scrape)
        .contains("tocsin_deliveries_total{result=\"delivered\",sink=\"desk\"} 1.0")
        .contains("tocsin_deliveries_total{result=\"retry\",sink=\"desk\"} 1.0")
        .contains("tocsin_deliveries_total{result=\"gave_up\",sink=\"desk\"} 0.0")
        .contains("tocsin_deliveries_pending{sink=\"desk\"} 1.0")
        .contains("tocsin_delivery_latency_seconds_count{sink=\"desk\"} 1");
    assertThat(desks.results()).containsExactly(Result.DELIVERED, Result.RETRY);
  }

  private Desks desks(Grouping grouping, Duration pace, @Nullable QuietHours quiet) {
    return new Desks(new SinkSpec("desk", target(), Route.ALL, grouping, pace, quiet), sink);
  }

  private static Target target() {
    return new Target.Webhook(new Secret("https://hooks.example.org/"), new Secret("secret"));
  }
}
