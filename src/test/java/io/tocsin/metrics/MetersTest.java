package io.tocsin.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.model.Alert;
import io.tocsin.model.Article;
import io.tocsin.model.Mark;
import io.tocsin.model.Measure;
import io.tocsin.model.Name;
import io.tocsin.model.Reason;
import io.tocsin.model.Rel;
import io.tocsin.model.Severity;
import io.tocsin.model.SubjectMention;
import io.tocsin.model.SubjectRef;
import io.tocsin.model.TaggedArticle;
import io.tocsin.model.Tagging;
import io.tocsin.model.Watchlist;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is counted, under which labels, and that labels stay few. */
class MetersTest {
  private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");

  private final Meters meters = new Meters("1.2.3");

  @AfterEach
  void close() {
    meters.close();
  }

  @Test
  void zerosAreShownBeforeTheFirstRecord() {
    String scrape = meters.scrape(null);

    assertThat(scrape)
        .contains("tocsin_records_received_total 0.0")
        .contains("tocsin_records_rejected_total{reason=\"malformed_json\"} 0.0")
        .contains("tocsin_mentions_total{kind=\"other\"} 0.0")
        .contains("tocsin_build_info{java=");
  }

  @Test
  void eachCallMovesItsCounterAndNoOther() {
    meters.flow().received();
    meters.flow().received();
    meters.flow().received();
    meters.flow().duplicate();
    meters.flow().rejected(Reason.NO_TEXT);
    meters
        .flow()
        .tagged(article(NOON, Set.of(Mark.LATE, Mark.CORRECTED), "place"), tagging(), 40_000);

    assertThat(meters.scrape(null))
        .contains("tocsin_records_received_total 3.0")
        .contains("tocsin_articles_duplicate_total 1.0")
        .contains("tocsin_records_rejected_total{reason=\"no_text\"} 1.0")
        .contains("tocsin_records_rejected_total{reason=\"too_deep\"} 0.0")
        .contains("tocsin_articles_tagged_total 1.0")
        .contains("tocsin_articles_late_total 1.0")
        .contains("tocsin_articles_corrected_total 1.0")
        .contains("tocsin_articles_marked_total{mark=\"late\"} 1.0")
        .contains("tocsin_articles_marked_total{mark=\"clock_skew\"} 0.0")
        .contains("tocsin_mentions_total{kind=\"place\"} 1.0")
        .contains("tocsin_names_total 1.0")
        .contains("tocsin_aliases_ambiguous_total 2.0")
        .contains("tocsin_tag_duration_seconds_bucket{le=\"5.0E-5\"} 1")
        .contains("tocsin_event_time_lag_seconds_bucket{le=\"60.0\"} 1");
  }

  @Test
  void aKindThatNobodyKnowsIsOther() {
    meters.flow().tagged(article(NOON, Set.of(), "=HYPERLINK(1)"), tagging(), 1);

    assertThat(meters.scrape(null))
        .contains("tocsin_mentions_total{kind=\"other\"} 1.0")
        .doesNotContain("HYPERLINK");
  }

  @Test
  void anEventAfterItsReceiptHasLagZeroAndIsCounted() {
    meters.flow().tagged(article(NOON.plus(Duration.ofDays(1)), Set.of(), "place"), tagging(), 1);

    assertThat(meters.scrape(null))
        .contains("tocsin_event_time_lag_clamped_total 1.0")
        .contains("tocsin_event_time_lag_seconds_sum 0.0");
  }

  @Test
  void manyRulesMakeNoMoreSeriesThanTheCapAllows() {
    for (int i = 0; i < 100_000; i++) {
      meters.flow().alert(alert("rule-" + i));
    }

    long series =
        meters.scrape(null).lines().filter(line -> line.startsWith("tocsin_alerts_total{")).count();
    assertThat(series).isEqualTo(FlowMeters.RULES + 1);
    assertThat(meters.scrape(null))
        .contains("tocsin_alerts_total{rule=\"other\",state=\"opened\"} 99800.0")
        .contains("tocsin_label_values_cut_total{label=\"rule\"} 99800.0");
  }

  @Test
  void feedsBeyondTheLimitShareOneSeries() {
    for (int i = 0; i < 100_000; i++) {
      meters.feeds().polled("feed-" + i, "ok", true, Duration.ofMillis(1));
    }

    String scrape = meters.scrape(null);
    assertThat(
            scrape
                .lines()
                .filter(line -> line.startsWith("tocsin_feed_last_success_timestamp_seconds{")))
        .hasSize(FeedMeters.FEEDS + 1);
    assertThat(scrape)
        .contains("tocsin_feed_fetches_total{outcome=\"ok\"} 100000.0")
        .contains("tocsin_label_values_cut_total{label=\"feed\"} 99000.0");
  }

  @Test
  void feedThatRecoversOrLeavesFailsNoMore() {
    meters.feeds().polled("one", "timeout", false, Duration.ofMillis(1));
    meters.feeds().polled("two", "empty", false, Duration.ofMillis(1));
    meters.feeds().polled("three", "empty", false, Duration.ofMillis(1));
    meters.feeds().polled("one", "ok", true, Duration.ofMillis(1));
    meters.feeds().left("three");

    assertThat(meters.scrape(null)).contains("tocsin_feeds_failing 1.0");
  }

  @Test
  void aRefusedWatchlistKeepsTheNumbersOfTheLastGoodOne() {
    meters.watchlistLoaded(new Watchlist(7, NOON, List.of(), List.of()));
    meters.watchlistRefused();

    assertThat(meters.scrape(null))
        .contains("tocsin_watchlist_version 7.0")
        .contains("tocsin_watchlist_load_success 0.0");
  }

  @Test
  void unknownMethodsShareOneSeries() {
    for (int i = 0; i < 50; i++) {
      meters.http().answered("other", "BREW" + i, 405, Duration.ofMillis(1));
    }

    assertThat(meters.scrape(null))
        .contains("tocsin_http_requests_total{method=\"other\",path=\"other\",status=\"405\"} 50.0")
        .doesNotContain("BREW");
  }

  @Test
  void kafkaMetersThatAreDeadAtInfoAreLeftOut() {
    meters.bind(
        registry -> {
          Counter.builder("kafka.stream.thread.process.total").register(registry).increment();
          Counter.builder("kafka.stream.processor.node.process.rate")
              .register(registry)
              .increment();
          Counter.builder("kafka.stream.state.put.rate").register(registry).increment();
        });

    assertThat(meters.scrape(null))
        .contains("kafka_stream_thread_process_total")
        .doesNotContain("kafka_stream_processor_node")
        .doesNotContain("kafka_stream_state");
  }

  @Test
  void aGaugeWithoutAValueIsNotThereUntilItHasOne() {
    AtomicReference<Double> lag = new AtomicReference<>(Double.NaN);
    meters.bind(registry -> lag(registry, "news.articles", lag::get));

    assertThat(meters.scrape(null)).doesNotContain("NaN", "kafka_consumer");

    lag.set(4.0);
    assertThat(meters.scrape(null))
        .contains(
            "kafka_consumer_fetch_manager_records_lag_max{partition=\"0\",topic=\"news.articles\"} 4.0");
  }

  @Test
  void aTopicIsShownInItsOwnSpellingOnly() {
    meters.bind(
        registry -> {
          lag(registry, "news_articles", () -> 1);
          lag(registry, "news.articles", () -> 1);
          lag(registry, "other_topic", () -> 1);
        });

    assertThat(meters.scrape(null))
        .contains("topic=\"news.articles\"", "topic=\"other_topic\"")
        .doesNotContain("news_articles");
  }

  @Test
  void openMetricsIsSpokenWhenAskedFor() {
    String accept = "application/openmetrics-text;version=1.0.0;q=0.5,*/*;q=0.1";

    assertThat(meters.contentType(accept)).startsWith("application/openmetrics-text");
    assertThat(meters.scrape(accept)).endsWith("# EOF\n");
    assertThat(meters.scrape("text/plain")).doesNotContain("# EOF");
  }

  private static void lag(MeterRegistry registry, String topic, Supplier<Number> value) {
    Gauge.builder("kafka.consumer.fetch.manager.records.lag.max", value)
        .tag("topic", topic)
        .tag("partition", "0")
        .register(registry);
  }

  static TaggedArticle article(Instant eventTime, Set<Mark> marks, String kind) {
    Article article =
        new Article("a", null, null, "Title", null, null, null, eventTime, List.of(), null, null);
    SubjectRef subject = new SubjectRef(kind + "/x", "X", kind);
    return new TaggedArticle(
        "a",
        article,
        "unknown",
        eventTime,
        NOON.plusSeconds(30),
        marks,
        List.of(),
        List.of(new SubjectMention(subject, 1, Rel.ABOUT)),
        List.of(),
        List.of(),
        "s",
        "",
        0,
        1);
  }

  static Tagging tagging() {
    Name name = new Name("Ada Example", "person", 0.9, List.of());
    return new Tagging(
        List.of(), List.of(), List.of(name), List.of(), 2, "s", "", List.of(), false);
  }

  static Alert alert(String rule) {
    return new Alert(
        "id",
        Alert.State.OPENED,
        Alert.Cause.SCORE,
        rule,
        1,
        SubjectRef.of("place/x", "X"),
        Severity.INFO,
        Map.of(),
        NOON,
        NOON,
        null,
        new Alert.Window(NOON, NOON),
        1,
        new Alert.Observed(1, 1, 1, 1),
        Measure.ARTICLES,
        1,
        null,
        null,
        null,
        List.of(),
        0,
        1,
        "summary");
  }
}
