package io.tocsin.wire;

import io.tocsin.model.Alert;
import io.tocsin.model.Delivery;
import io.tocsin.model.SubjectCount;
import io.tocsin.model.TaggedArticle;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;

/** Every topic of the house, in the order of the flow. */
public final class Topics {
  /** Articles as producers offer them; the values are bytes because anybody may write here. */
  public static final Topic<byte[], byte[]> ARTICLES =
      new Topic<>("articles", Serdes.ByteArray(), Serdes.ByteArray(), 4, Duration.ofDays(7), false);

  /** Records that are no articles, with reason and origin in their headers. */
  public static final Topic<byte[], byte[]> REJECTED =
      new Topic<>(
          "rejected", Serdes.ByteArray(), Serdes.ByteArray(), 1, Duration.ofDays(30), false);

  /** Articles with their tags, by article id. */
  public static final Topic<String, TaggedArticle> TAGGED =
      new Topic<>(
          "tagged",
          Serdes.String(),
          JsonSerde.of(TaggedArticle.class),
          4,
          Duration.ofDays(7),
          false);

  /** Counts per subject and pane, by subject. */
  public static final Topic<String, SubjectCount> COUNTS =
      new Topic<>(
          "counts",
          Serdes.String(),
          JsonSerde.of(SubjectCount.class),
          4,
          Duration.ofDays(30),
          false);

  /** One record per change of state of an alert, by alert id. */
  public static final Topic<String, Alert> ALERTS =
      new Topic<>(
          "alerts", Serdes.String(), JsonSerde.of(Alert.class), 4, Duration.ofDays(90), false);

  /** One record per attempt to bring an alert to a sink, by alert id and sink. */
  public static final Topic<String, Delivery> DELIVERIES =
      new Topic<>(
          "deliveries",
          Serdes.String(),
          JsonSerde.of(Delivery.class),
          4,
          Duration.ofDays(30),
          false);

  /** Subjects and rules by {@code kind/id}; one partition, because their order is their meaning. */
  public static final Topic<String, byte[]> WATCHLIST =
      new Topic<>("watchlist", Serdes.String(), Serdes.ByteArray(), 1, Duration.ZERO, true);

  /** What is known of each feed, by its id; who owns a partition polls its feeds. */
  public static final Topic<String, byte[]> FEEDS =
      new Topic<>("feeds", Serdes.String(), Serdes.ByteArray(), 4, Duration.ZERO, true);

  /** All of them. */
  public static final List<Topic<?, ?>> ALL =
      List.of(ARTICLES, REJECTED, TAGGED, COUNTS, ALERTS, WATCHLIST, FEEDS, DELIVERIES);

  private Topics() {}
}
