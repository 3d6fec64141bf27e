package io.tocsin.guarantees;

import io.tocsin.model.Alert;
import io.tocsin.model.Article;
import io.tocsin.model.Measure;
import io.tocsin.model.Rel;
import io.tocsin.model.Severity;
import io.tocsin.model.SubjectCount;
import io.tocsin.model.SubjectMention;
import io.tocsin.model.SubjectRef;
import io.tocsin.model.TaggedArticle;
import io.tocsin.wire.ArticleWriter;
import io.tocsin.wire.Headers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Small runs made by hand, in which faults can be planted. */
final class Runs {
  private static final Instant NOON = Instant.parse("2024-03-04T12:00:30Z");
  private static final Instant MINUTE = Instant.parse("2024-03-04T12:00:00Z");

  final List<ConsumerRecord<byte[], byte[]>> articles = new ArrayList<>();
  final List<ConsumerRecord<byte[], byte[]>> rejected = new ArrayList<>();
  final List<TaggedArticle> tagged = new ArrayList<>();
  final List<SubjectCount> counts = new ArrayList<>();
  final List<Alert> alerts = new ArrayList<>();

  Results results() {
    return new Results(articles, rejected, tagged, counts, alerts);
  }

  void publish(String id, String title) {
    publish(ArticleWriter.bytes(article(id, title)));
  }

  void publish(byte[] value) {
    articles.add(new ConsumerRecord<>("news.articles", 0, articles.size(), new byte[0], value));
  }

  /** The record at an offset was refused. */
  void reject(int offset) {
    ConsumerRecord<byte[], byte[]> record =
        new ConsumerRecord<>("news.rejected", 0, rejected.size(), new byte[0], new byte[0]);
    Map.of(
            Headers.ORIGIN_TOPIC,
            "news.articles",
            Headers.ORIGIN_PARTITION,
            "0",
            Headers.ORIGIN_OFFSET,
            Integer.toString(offset))
        .forEach(
            (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    rejected.add(record);
  }

  void tag(String id, String title, int revision, String... subjects) {
    tagged.add(
        new TaggedArticle(
            id,
            article(id, title),
            "paper",
            NOON,
            NOON,
            Set.of(),
            List.of(),
            List.of(subjects).stream()
                .map(subject -> new SubjectMention(subject(subject), 1, Rel.MENTIONS))
                .toList(),
            List.of(),
            List.of(),
            "story",
            "",
            revision,
            1));
  }

  void count(String subject, long articles) {
    counts.add(
        new SubjectCount(
            subject(subject), MINUTE, Duration.ofMinutes(1), articles, articles, 1, articles, 0));
  }

  void alert(String id, Alert.State state, int sequence) {
    alerts.add(
        new Alert(
            id,
            state,
            Alert.Cause.SCORE,
            "rule",
            1,
            subject("place/x"),
            Severity.INFO,
            Map.of(),
            MINUTE,
            MINUTE,
            null,
            new Alert.Window(MINUTE, NOON),
            sequence,
            new Alert.Observed(1, 1, 1, 1),
            Measure.ARTICLES,
            1,
            null,
            null,
            null,
            List.of(),
            1,
            1,
            "x"));
  }

  private static SubjectRef subject(String id) {
    return SubjectRef.of(id, id);
  }

  private static Article article(String id, String title) {
    return new Article(id, null, null, title, null, null, "en", NOON, List.of(), null, null);
  }
}
