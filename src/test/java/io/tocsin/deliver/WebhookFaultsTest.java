package io.tocsin.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tocsin.model.Delivery;
import io.tocsin.model.Delivery.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A webhook sink against a real server with every fault that we know, over days of a hand's clock.
 */
@Timeout(60)
class WebhookFaultsTest {

  private final Receiver receiver = new Receiver();
  private final Desks desks = Desks.webhook(receiver.url("/a-secret-path"), receiver.port());

  @AfterEach
  void close() {
    desks.close();
    receiver.close();
  }

  @Test
  void whatIsTakenIsSentOnceAndSettled() {
    // When
    desks.tell(AlertMaker.opened("a"));
    desks.send();
    desks.pass(Duration.ofDays(5));

    // Then
    assertThat(receiver.got()).hasSize(1);
    assertThat(desks.results()).containsExactly(Result.DELIVERED);
    assertThat(desks.committed()).isEqualTo(1);
  }

  @Test
  void aServerThatIsDownIsTriedTenTimesOverThreeDaysUnderOneId() {
    // Given
    receiver.answerWith(500, "no\nidea: /a-secret-path");
    List<Duration> pauses = new ArrayList<>();

    // When
    desks.tell(AlertMaker.opened("a"));
    desks.send();
    while (desks.last().nextAttempt() != null) {
      pauses.add(desks.untilNext());
      desks.pass(desks.untilNext());
    }
    desks.pass(Duration.ofDays(30));

    // Then
    assertThat(pauses)
        .containsExactly(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));
    assertThat(desks.results()).hasSize(10).endsWith(Result.RETRY, Result.GAVE_UP);
    assertThat(receiver.got())
        .hasSize(10)
        .extracting(got -> got.headers().get("webhook-id"))
        .containsOnly("a.1");
    assertThat(receiver.got().get(1).headers().get("webhook-timestamp"))
        .as("a repetition is signed anew, or it would look like a replay")
        .isEqualTo(Long.toString(AlertMaker.NOON.plusSeconds(5).getEpochSecond()));
    assertThat(desks.last().detail()).isEqualTo("no idea: ***");
    assertThat(desks.committed()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void aRedirectIsAFailureAndIsNotFollowed(int status) {
    // Given
    Receiver elsewhere = new Receiver();
    receiver.behave(
        exchange -> {
          exchange.getResponseHeaders().set("Location", elsewhere.url("/"));
          Receiver.answer(exchange, status, "");
        });

    // When
    desks.tell(AlertMaker.opened("a"));
    desks.send();

    // Then
    assertThat(desks.results()).containsExactly(Result.RETRY);
    assertThat(desks.last().status()).isEqualTo(status);
    assertThat(desks.last().detail()).startsWith("redirects are not followed");
    assertThat(elsewhere.got()).isEmpty();
    elsewhere.close();
  }

  @Test
  void goneDisablesTheSinkAndWhatComesAfterIsWrittenDown() {
    // Given
    receiver.answerWith(410, "");
    desks.tell(AlertMaker.opened("a"));
    desks.tell(AlertMaker.opened("b"));

    // When
    desks.send();
    desks.tell(AlertMaker.opened("c"));
    desks.pass(Duration.ofDays(5));

    // Then
    assertThat(receiver.got()).hasSize(1);
    assertThat(desks.log)
        .extracting(Delivery::alert, Delivery::result, Delivery::attempt)
        .containsExactly(
            tuple("a", Result.DISABLED, 1),
            tuple("b", Result.DISABLED, 0),
            tuple("c", Result.DISABLED, 0));
    assertThat(desks.committed()).isEqualTo(3);
    assertThat(desks.desk.state()).contains("gone");
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 502, 503, 504})
  void aBusyServerIsLeftAloneAsLongAsItAsks(int status) {
    // Given
    receiver.behave(
        exchange -> {
          exchange.getResponseHeaders().set("Retry-After", "120");
          Receiver.answer(exchange, status, "");
        });
    desks.tell(AlertMaker.opened("a"));
    desks.tell(AlertMaker.opened("b"));
    desks.send();
    receiver.answerWith(200, "");

    // When
    desks.pass(Duration.ofSeconds(119));
    int early = receiver.got().size();
    desks.pass(Duration.ofSeconds(1));

    // Then
    assertThat(early).as("neither the one that failed nor another").isEqualTo(1);
    assertThat(desks.results()).containsExactly(Result.RETRY, Result.DELIVERED, Result.DELIVERED);
  }

  @Test
  void retryAfterMayBeADate() {
    // Given
    receiver.behave(
        exchange -> {
          exchange.getResponseHeaders().set("Retry-After", "Mon, 04 Mar 2024 12:10:00 GMT");
          Receiver.answer(exchange, 429, "");
        });

    // When
    desks.tell(AlertMaker.opened("a"));
    desks.send();

    // Then
    assertThat(desks.last().nextAttempt()).isEqualTo(AlertMaker.NOON.plusSeconds(600));
  }

  @Test
  void aServerDownForADayIsAskedNowAndThenAndGetsEverythingInOrderWhenItIsBack() {
    // Given
    receiver.answerWith(500, "");
    Instant end = AlertMaker.NOON.plus(Duration.ofDays(1));
    for (int i = 0; i < 20; i++) {
      desks.tell(AlertMaker.opened("alert-" + i));
    }
    desks.tell(AlertMaker.resolved("alert-7", 2));

    // When
    while (desks.clock.instant().isBefore(end)) {
      desks.pass(Duration.ofMinutes(1));
    }
    int asked = receiver.got().size();
    receiver.answerWith(200, "");
    desks.tell(AlertMaker.opened("the next"));
    desks.pass(Duration.ofMinutes(6));

    // Then
    assertThat(asked).as("requests to a server that is down").isBetween(24, 300);
    List<Receiver.Got> back = receiver.got().subList(asked, receiver.got().size());
    assertThat(back).hasSize(22);
    List<String> ids = back.stream().map(got -> got.headers().get("webhook-id")).toList();
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(ids.indexOf("alert-7.1")).isLessThan(ids.indexOf("alert-7.2"));
    assertThat(Collections.frequency(desks.results(), Result.DELIVERED)).isEqualTo(22);
    assertThat(desks.committed()).isEqualTo(22);
  }
}
