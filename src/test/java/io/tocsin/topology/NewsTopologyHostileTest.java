package io.tocsin.topology;

import static io.tocsin.topology.FlowBench.article;
import static io.tocsin.topology.FlowBench.header;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.fixtures.Lists;
import io.tocsin.model.Alert;
import io.tocsin.model.Mark;
import io.tocsin.model.SubjectCount;
import io.tocsin.model.TaggedArticle;
import io.tocsin.wire.Headers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What must not stop the flow: bombs, faults of ours, nothing at all. Each test ends with the
 * arithmetic.
 */
class NewsTopologyHostileTest {
  private final FlowBench flow;

  NewsTopologyHostileTest(@TempDir Path stateFolder) {
    flow = new FlowBench(Lists.leaders(7), stateFolder);
  }

  @AfterEach
  void nothingIsLostAndNothingElseCameOut() {
    flow.finish();
  }

  @Test
  void anArticleFullOfNamesIsCutNotFatal() {
    String body = "Norland Ada Vale Bo Rask ".repeat(38_000);

    flow.send(article("u1", "A list", body, "11:50"));

    TaggedArticle tagged = flow.tagged.readValue();
    assertThat(tagged.marks()).contains(Mark.TAGS_CUT);
    assertThat(tagged.tags()).hasSize(300);
    assertThat(tagged.mentions()).allMatch(mention -> mention.occurrences() == 38_000);
    assertThat(flow.counts.readValuesToList())
        .extracting(SubjectCount::occurrences)
        .containsOnly(38_000L);
    assertThat(flow.alerts.readValuesToList()).hasSize(1);
  }

  @Test
  void aTitleAsLongAsABookDoesNotTravelWithEveryMention() {
    flow.send(
        article("u1", "Ada Vale and Bo Rask ".repeat(20_000), "Ada Vale met Bo Rask.", "11:50"));

    Alert alert = flow.alerts.readValue();
    assertThat(alert.evidence().get(0).title()).hasSizeLessThanOrEqualTo(300);
    flow.tagged.readValue();
    assertThat(flow.counts.readValuesToList()).hasSize(2);
  }

  @Test
  void whatTheTaggerStumblesOnIsKeptAsideAndTheStreamGoesOn() {
    flow.breakTagger();
    flow.send(article("u1", "Norland", "Calm.", "11:50"));
    flow.watch(Lists.leaders(8));
    flow.send(article("u2", "Norland", "Calm.", "11:51"));

    TestRecord<byte[], byte[]> failed = flow.rejected.readRecord();
    assertThat(header(failed, Headers.REASON)).isEqualTo("processing_failed");
    assertThat(new String(failed.value(), StandardCharsets.UTF_8))
        .contains("\"title\":\"Norland\"");
    assertThat(flow.tagged.readValuesToList()).hasSize(1);
    assertThat(flow.counts.readValuesToList()).hasSize(1);
  }

  @Test
  void aRefusedValueIsCutAndSaysHowLongItWas() {
    flow.send("x".repeat(100_000));

    TestRecord<byte[], byte[]> record = flow.rejected.readRecord();
    assertThat(record.value()).hasSize(Rejection.MAX_BYTES);
    assertThat(header(record, Headers.ORIGINAL_BYTES)).isEqualTo("100000");
  }

  @Test
  void theMarkOfAReplayStaysWithWhatIsRefusedAgainAndAForgedOneDoesNot() {
    byte[] value = "{\"title\": ".getBytes(StandardCharsets.UTF_8);
    for (String mark : List.of("0/17", "0/17 or more")) {
      RecordHeaders headers = new RecordHeaders();
      headers.add(Headers.REPLAY_OF, mark.getBytes(StandardCharsets.US_ASCII));
      flow.send(new TestRecord<>(null, value, headers, FlowBench.RECEIVED));
    }

    assertThat(header(flow.rejected.readRecord(), Headers.REPLAY_OF)).isEqualTo("0/17");
    assertThat(flow.rejected.readRecord().headers().lastHeader(Headers.REPLAY_OF)).isNull();
  }

  @Test
  void aRecordWithoutValueIsRefusedAndTheStreamGoesOn() {
    flow.send(new TestRecord<>((byte[]) null, (byte[]) null, FlowBench.RECEIVED));
    flow.send(article("u1", "Norland", "It goes on.", "11:50"));

    assertThat(header(flow.rejected.readRecord(), Headers.REASON)).isEqualTo("malformed_json");
    assertThat(flow.tagged.readValuesToList()).hasSize(1);
    assertThat(flow.counts.readValuesToList()).hasSize(1);
  }
}
