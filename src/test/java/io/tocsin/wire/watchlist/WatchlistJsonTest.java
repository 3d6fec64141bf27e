package io.tocsin.wire.watchlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.model.Condition;
import io.tocsin.model.Measure;
import io.tocsin.model.Rule;
import io.tocsin.model.Subject;
import io.tocsin.model.Watchlist;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file says survives the way over the topic, in the same words. */
class WatchlistJsonTest {

  @TempDir private Path folder;
  private Watchlist watchlist = Watchlist.EMPTY;

  @BeforeEach
  void readExample() throws IOException {
    watchlist = WatchlistFolder.read(Files.writeString(folder.resolve("all.yaml"), Examples.FULL));
  }

  @Test
  void everySubjectComesBackAsItWas() {
    assertThat(watchlist.subjects())
        .hasSize(6)
        .allSatisfy(
            subject ->
                assertThat(WatchlistJson.subject("s", WatchlistJson.bytes(subject)))
                    .isEqualTo(subject));
  }

  @Test
  void everyRuleComesBackAsItWasWithItsVersion() {
    assertThat(watchlist.rules())
        .hasSize(3)
        .map(rule -> rule.withVersion(7))
        .allSatisfy(
            rule -> assertThat(WatchlistJson.rule("r", WatchlistJson.bytes(rule))).isEqualTo(rule));
  }

  @Test
  void rulesThatLookAtThePastComeBackAsTheyWere() throws IOException {
    // Given
    Path file =
        Files.writeString(
            folder.resolve("all.yaml"),
            """
            subjects:
              - {id: place/a, name: A town, aliases: [Aria]}
            rules:
              - {id: newcomers, when: {newcomer: {voices: 4, unseen: 7d, kinds: [person]}}}
              - {id: gone, on: {all: true}, when: {silence: {after: 6h}}}
              - {id: less, on: {all: true}, when: {drop: {window: 3h, percent: 40, atLeast: 9}}}
              - {id: news, on: {all: true}, when: {first: {within: 7d}}}
              - {id: jumps, on: {all: true}, when: {spike: {voices: 3}}}
            """);

    // When
    Watchlist read = WatchlistFolder.read(file);

    // Then
    assertThat(read.rules())
        .hasSize(5)
        .allSatisfy(
            rule -> assertThat(WatchlistJson.rule("r", WatchlistJson.bytes(rule))).isEqualTo(rule));
  }

  @Test
  void recordsSpeakTheWordsOfTheFiles() {
    // Given
    Subject apple = watchlist.subjects().get(0);
    Rule volume = watchlist.rules().get(2);

    // When, Then
    assertThat(text(WatchlistJson.bytes(apple)))
        .isEqualTo(
            "{\"id\":\"organisation/apple\",\"name\":\"Apple Inc.\",\"aliases\":[\"Apple Inc\",{\"text\":\"Apple\",\"case\":\"exact\",\"needs\":[\"iPhone\",\"Tim Cook\"],\"never\":[\"pie\",\"Big Apple\"]}]}");
    assertThat(text(WatchlistJson.bytes(volume.withVersion(7))))
        .isEqualTo(
            "{\"id\":\"volume\",\"version\":7,\"on\":{\"subjects\":[\"theme/embargo\"],\"groups\":[\"leaders\"],\"kinds\":[\"place\"]},"
                + "\"when\":{\"threshold\":{\"window\":\"30m\",\"measure\":\"voices\",\"atLeast\":20,\"for\":\"5m\"}},\"severity\":\"info\",\"rearm\":\"12h\","
                + "\"resolve\":{\"below\":10,\"hold\":\"30m\"},\"labels\":{\"team\":\"policy\"}}");
  }

  @Test
  void spikeKeepsWhatItSaysAndFillsInTheRest() {
    // Given
    Rule said =
        WatchlistJson.rule(
            "r",
            bytes(
                "{\"id\":\"r\",\"on\":{\"all\":true},\"when\":{\"spike\":{\"window\":\"2h\",\"measure\":\"voices\",\"budget\":\"2/day\"}}}"));

    // When
    String written = text(WatchlistJson.bytes(said));

    // Then
    assertThat(said.when())
        .isEqualTo(
            new Condition.Spike(
                Duration.ofHours(2),
                Duration.ofDays(14),
                Measure.VOICES,
                Condition.Sensitivity.BALANCED,
                5,
                2,
                new Condition.Budget(2, Duration.ofDays(1))));
    assertThat(written)
        .contains(
            "{\"spike\":{\"window\":\"2h\",\"baseline\":\"14d\",\"measure\":\"voices\",\"sensitivity\":\"balanced\",\"atLeast\":5,\"voices\":2,\"budget\":\"2/day\"}}");
    assertThat(WatchlistJson.rule("r", bytes(written))).isEqualTo(said);
  }

  @Test
  void fieldsOfALaterVersionAreIgnored() {
    // When
    Subject subject =
        WatchlistJson.subject(
            "s",
            bytes(
                "{\"id\":\"place/a\",\"name\":\"A\",\"aliases\":[\"Aye\"],\"colour\":{\"r\":1}}"));

    // Then
    assertThat(subject.name()).isEqualTo("A");
  }

  @Test
  void badRecordsAreRefusedByTheSameValidator() {
    assertThatThrownBy(
            () ->
                WatchlistJson.subject(
                    "subject/place/a", bytes("{\"id\":\"place/a\",\"name\":\"A\"}")))
        .isInstanceOf(WatchlistException.class)
        .hasMessage(
            "subject/place/a: place/a: a subject needs the key 'aliases', such as aliases: [Kim Jong Un]; or give a query or weights");
    assertThatThrownBy(
            () -> WatchlistJson.rule("rule/r", bytes("{\"id\":\"r\",\"when\":{\"ramp\":{}}}")))
        .hasMessage(
            "rule/r: r: condition 'ramp' is not among those this version knows: threshold, spike, match, together, first, newcomer, drop, silence");
    assertThatThrownBy(() -> WatchlistJson.rule("rule/r", bytes("{\"id\":\"r\",")))
        .hasMessageStartingWith("rule/r: is not JSON: ");
    assertThatThrownBy(() -> WatchlistJson.rule("rule/r", new byte[0]))
        .hasMessageContaining("a rule must be a set of keys");
  }

  private static String text(byte[] json) {
    return new String(json, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }
}
