package io.tocsin.topology;

import static io.tocsin.topology.FlowBench.article;
import static io.tocsin.topology.FlowBench.header;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.fixtures.Lists;
import io.tocsin.model.Alert;
import io.tocsin.model.Form;
import io.tocsin.model.Mark;
import io.tocsin.model.Name;
import io.tocsin.model.SubjectCount;
import io.tocsin.model.TaggedArticle;
import io.tocsin.wire.Headers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The flow as a whole. Every test ends with received = tagged + duplicate + rejected, and with
 * nothing left on any topic.
 */
class NewsTopologyTest {
  private final FlowBench flow;

  NewsTopologyTest(@TempDir Path stateFolder) {
    flow = new FlowBench(Lists.leaders(7), stateFolder);
  }

  @AfterEach
  void nothingIsLostAndNothingElseCameOut() {
    flow.finish();
  }

  @Test
  void anArticleComesOutTaggedCountedAndAlertedWithItsSentence() {
    flow.send(
        article(
            "u1", "A visit", "It rained. Ada Vale met Bo Rask in Norland. They left.", "11:50"));

    TaggedArticle tagged = flow.tagged.readValue();
    assertThat(tagged.tags())
        .extracting(t -> t.surface())
        .containsExactly("Ada Vale", "Bo Rask", "Norland");
    assertThat(tagged.tags()).allMatch(t -> t.form() == Form.NAME);
    assertThat(tagged.watchlistVersion()).isEqualTo(7);
    assertThat(tagged.revision()).isZero();
    List<SubjectCount> counts = flow.counts.readValuesToList();
    assertThat(counts).hasSize(3).allMatch(c -> c.articles() == 1 && c.voices() == 1);
    assertThat(counts.get(0).start()).isEqualTo(Instant.parse("2026-03-02T11:50:00Z"));
    List<Alert> alerts = flow.alerts.readValuesToList();
    assertThat(alerts).hasSize(1);
    assertThat(alerts.get(0).rule()).isEqualTo("vale-and-rask");
    assertThat(alerts.get(0).subject().name()).isEqualTo("Ada Vale with Bo Rask");
    assertThat(alerts.get(0).evidence().get(0).snippet())
        .isEqualTo("Ada Vale met Bo Rask in Norland.");
    assertThat(alerts.get(0).evidence().get(0).spans()).hasSize(2);
  }

  @Test
  void unlistedNamesAreFoundUnlessSwitchedOff(@TempDir Path other) {
    String article = article("u1", "A visit", "Ada Vale met Mary Smith in Norland.", "11:50");
    flow.send(article);
    TaggedArticle with = flow.tagged.readValue();
    List<SubjectCount> counts = flow.counts.readValuesToList();
    try (FlowBench bare = new FlowBench(Lists.leaders(7), other, FlowBench.settings(false))) {
      bare.send(article);

      TaggedArticle without = bare.tagged.readValue();
      assertThat(with.names()).extracting(Name::text).containsExactly("Mary Smith");
      assertThat(without.names()).isEmpty();
      assertThat(without.tags()).isEqualTo(with.tags());
      assertThat(bare.counts.readValuesToList()).isEqualTo(counts);
    }
  }

  @Test
  void leadersInDifferentSentencesAreNotTogether() {
    flow.send(article("u1", "Two visits", "Ada Vale rested. Bo Rask worked.", "11:50"));

    assertThat(flow.alerts.isEmpty()).isTrue();
    flow.tagged.readValue();
    assertThat(flow.counts.readValuesToList()).hasSize(2);
  }

  @Test
  void aMatchAlertsOncePerStoryNotPerCopy() {
    flow.send(
        article(
            "u1", "Rocket launched", "The rocket was launched from the coast at dawn.", "11:50"));
    flow.send(
        article(
            "u2", "Rocket launched", "The rocket was launched from the coast at dawn.", "11:51"));

    List<Alert> alerts = flow.alerts.readValuesToList();
    assertThat(alerts).extracting(Alert::id).containsOnly(alerts.get(0).id());
    assertThat(alerts.stream().filter(a -> a.state() == Alert.State.OPENED)).hasSize(1);
    List<TaggedArticle> tagged = flow.tagged.readValuesToList();
    assertThat(tagged).extracting(TaggedArticle::story).containsOnly(tagged.get(0).story());
    assertThat(alerts.get(0).subject().id()).isEqualTo("story/" + tagged.get(0).story());
  }

  @Test
  void theSameIdAndTextIsADuplicate() {
    flow.send(article("u1", "Norland", "Norland again.", "11:50"));
    flow.send(article("u1", "Norland", "Norland again.", "11:50"));

    assertThat(flow.tagged.readValuesToList()).hasSize(1);
    assertThat(flow.counts.readValuesToList()).hasSize(1);
    assertThat(flow.meter("tocsin.articles.duplicate")).isEqualTo(1);
  }

  @Test
  void theSameIdAfterTheWindowCountsAgain() {
    flow.send(article("u1", "Norland", "Norland again.", "11:50"));
    flow.send(
        article("u1", "Norland", "Norland again.", "11:50"),
        FlowBench.RECEIVED.plus(Duration.ofDays(8)));

    assertThat(flow.tagged.readValuesToList()).hasSize(2);
    assertThat(flow.counts.readValuesToList())
        .extracting(SubjectCount::articles)
        .containsExactly(1L, 2L);
  }

  @Test
  void aCorrectionIsTaggedAnewAndMentionsNothingTwice() {
    flow.send(article("u1", "Norland", "Ada Vale spoke in Norland.", "11:50"));
    flow.send(article("u1", "Norland", "Bo Rask spoke in Norland.", "11:50"));
    flow.send(article("u1", "Norland", "Ada Vale spoke in Norland.", "11:50"));

    List<TaggedArticle> tagged = flow.tagged.readValuesToList();
    assertThat(tagged).extracting(TaggedArticle::revision).containsExactly(0, 1);
    assertThat(tagged.get(1).marks()).contains(Mark.CORRECTED);
    assertThat(flow.counts.readValuesToList())
        .extracting(c -> c.subject().id() + " " + c.articles())
        .containsExactlyInAnyOrder("person/ada-vale 1", "place/norland 1", "person/bo-rask 1");
    assertThat(flow.meter("tocsin.articles.duplicate")).as("the first text again").isEqualTo(1);
  }

  @Test
  void whatIsNoArticleIsKeptWithReasonOriginAndBytes() {
    flow.send("{\"title\": ");

    TestRecord<byte[], byte[]> record = flow.rejected.readRecord();
    assertThat(record.value()).isEqualTo("{\"title\": ".getBytes(StandardCharsets.UTF_8));
    assertThat(header(record, Headers.REASON)).isEqualTo("malformed_json");
    assertThat(header(record, Headers.ORIGIN_TOPIC)).isEqualTo("news.articles");
    assertThat(header(record, Headers.ORIGIN_PARTITION)).isEqualTo("0");
    assertThat(header(record, Headers.ORIGIN_OFFSET)).isEqualTo("0");
    assertThat(header(record, Headers.ERROR)).isNotBlank();
  }

  @Test
  void lateArticleIsCountedAsLateAndAlertsNothing() {
    flow.send(article("u1", "Calm", "Nothing here.", "11:50"));
    flow.send(article("u2", "Old", "Ada Vale met Bo Rask.", "09:00"));

    assertThat(flow.tagged.readValuesToList())
        .extracting(TaggedArticle::marks)
        .last()
        .asString()
        .contains("LATE");
    assertThat(flow.counts.readValuesToList())
        .extracting(SubjectCount::late)
        .containsExactly(1L, 1L);
    assertThat(flow.alerts.isEmpty()).isTrue();
  }

  @Test
  void aClockThatRunsAheadIsClampedAndMakesNobodyLate() {
    flow.send(
        "{\"url\":\"https://e.example/f\",\"title\":\"Norland\",\"publishedAt\":\"2099-01-01T00:00:00Z\"}");
    flow.send(article("u2", "Norland", "On time.", "08:00"));

    List<TaggedArticle> tagged = flow.tagged.readValuesToList();
    assertThat(tagged.get(0).marks()).contains(Mark.CLOCK_SKEW);
    assertThat(tagged.get(0).eventTime()).isEqualTo(FlowBench.RECEIVED);
    assertThat(tagged.get(1).marks()).doesNotContain(Mark.LATE);
    assertThat(flow.counts.readValuesToList()).extracting(SubjectCount::late).containsOnly(0L);
  }

  @Test
  void threeVoicesOpenTheVolumeAlertAndCopiesDoNot() {
    for (String outlet : List.of("a", "b", "c")) {
      flow.send(
          from(outlet, "Norland floods", "The wire says Norland is flooded today again.", "11:40"));
    }
    assertThat(flow.alerts.isEmpty()).as("one story").isTrue();
    flow.send(
        from(
            "b",
            "Norland: our view",
            "We saw the water ourselves in Norland this morning.",
            "11:45"));
    flow.send(
        from("c", "Norland in water", "Our own reporter drove through Norland by boat.", "11:46"));

    Alert alert = flow.alerts.readValue();
    assertThat(alert.observed().voices()).isEqualTo(3);
    assertThat(alert.observed().articles()).isEqualTo(5);
    assertThat(alert.observed().stories()).isEqualTo(3);
    assertThat(flow.tagged.readValuesToList()).hasSize(5);
    assertThat(flow.counts.readValuesToList()).hasSize(5);
  }

  @Test
  void aChangedWatchlistTakesEffectWhileRunningAndIsNamed() {
    flow.send(article("u1", "Norland", "Ada Vale.", "11:50"));
    flow.watch(Lists.without(Lists.leaders(8), "person/ada-vale", 8));
    flow.send(article("u2", "Norland", "Ada Vale.", "11:51"));

    List<TaggedArticle> tagged = flow.tagged.readValuesToList();
    assertThat(tagged).extracting(TaggedArticle::watchlistVersion).containsExactly(7L, 8L);
    assertThat(tagged).extracting(t -> t.tags().size()).containsExactly(2, 1);
    assertThat(flow.counts.readValuesToList()).hasSize(3);
  }

  @Test
  void outgoingRecordsAreCloudEventsAndCarryTheTraceButNoForeignHeaders() {
    String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    RecordHeaders headers = new RecordHeaders();
    headers.add(Headers.TRACEPARENT, trace.getBytes(StandardCharsets.US_ASCII));
    headers.add("ce_id", new byte[] {(byte) 0xff, 13, 10});
    for (int i = 0; i < 10_000; i++) {
      headers.add("bomb-" + i, new byte[100]);
    }
    byte[] value = article("u1", "Calm", "Nothing.", "11:50").getBytes(StandardCharsets.UTF_8);

    flow.send(new TestRecord<>(null, value, headers, FlowBench.RECEIVED));

    TestRecord<String, TaggedArticle> record = flow.tagged.readRecord();
    assertThat(header(record, Headers.TRACEPARENT)).isEqualTo(trace);
    assertThat(header(record, Headers.CE_TYPE)).isEqualTo("io.tocsin.article.tagged");
    assertThat(header(record, Headers.CE_ID)).isEqualTo(record.value().id() + "@0");
    assertThat(record.headers().toArray()).hasSize(7);
  }

  private static String from(String outlet, String title, String body, String time) {
    return """
        {"url":"https://%s.example/%s","source":"%s","title":"%s","body":"%s","language":"en","publishedAt":"2026-03-02T%s:00Z"}"""
        .formatted(outlet, time.replace(":", ""), outlet, title, body, time);
  }
}
