package io.tocsin.topology;

import io.tocsin.model.Article;
import io.tocsin.model.Evidence;
import io.tocsin.model.Mark;
import io.tocsin.model.Mention;
import io.tocsin.model.Outcome;
import io.tocsin.model.Span;
import io.tocsin.model.SubjectRef;
import io.tocsin.model.TaggedArticle;
import io.tocsin.topology.TagStage.Result;
import io.tocsin.wire.ArticleReader;
import io.tocsin.wire.Received;
import io.tocsin.wire.Topics;
import io.tocsin.wire.binary.Pack;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;

/**
 * The flow and parts of it, with numbers on the way, to see what each part costs. In the parts an
 * article's mentions are the subjects that its {@code authors} field names; reading alone is what
 * nothing can be faster than. Packed and naive count the same measures with the same evidence.
 */
public final class Flows {
  private static final int SNIPPET = 120;
  private static final Map<String, SubjectRef> SERIES = new ConcurrentHashMap<>();

  private final FlowSettings settings;
  private final LongAdder articles = new LongAdder();
  private final LongAdder mentions = new LongAdder();
  private final LongAdder panes = new LongAdder();

  /** Topologies that count what passes into this object's numbers. */
  public Flows(FlowSettings settings) {
    this.settings = settings;
  }

  /** How many articles were read so far. */
  public long articles() {
    return articles.sum();
  }

  /** How many mentions came out of the repartition so far. */
  public long mentions() {
    return mentions.sum();
  }

  /** How often a pane was written so far. */
  public long panes() {
    return panes.sum();
  }

  /** Reads articles and does nothing with them. */
  public Topology parse() {
    StreamsBuilder builder = new StreamsBuilder();
    read(builder).foreach((key, article) -> {}, Named.as("drop"));
    return builder.build();
  }

  /** Reads and counts, packed. */
  public Topology packed() {
    StreamsBuilder builder = new StreamsBuilder();
    countPacked(builder, results(builder));
    return builder.build();
  }

  /** Reads and counts, a record for each mention. */
  public Topology naive() {
    StreamsBuilder builder = new StreamsBuilder();
    countNaive(builder, results(builder));
    return builder.build();
  }

  /** The whole flow, as {@link NewsTopology} chains it. */
  public Topology wholePacked(Watchlists watchlists) {
    StreamsBuilder builder = new StreamsBuilder();
    KStream<String, Result> tagged = tagged(builder, watchlists);
    new AlertStage(settings, watchlists, FlowMeter.NONE)
        .apply(builder, countPacked(builder, tagged));
    return builder.build();
  }

  /** The whole flow, as {@link NaiveTopology} chains it. */
  public Topology wholeNaive(Watchlists watchlists) {
    StreamsBuilder builder = new StreamsBuilder();
    KStream<String, Result> tagged = tagged(builder, watchlists);
    new AlertStage(settings, watchlists, FlowMeter.NONE)
        .apply(builder, countNaive(builder, tagged));
    return builder.build();
  }

  /** The flow until articles are tagged. */
  public Topology wholeTagged(Watchlists watchlists) {
    StreamsBuilder builder = new StreamsBuilder();
    tagged(builder, watchlists);
    return builder.build();
  }

  private KStream<String, Result> tagged(StreamsBuilder builder, Watchlists watchlists) {
    KStream<String, Passage> screened = new ScreenStage(settings, FlowMeter.NONE).apply(builder);
    return new TagStage(settings, watchlists, FlowMeter.NONE)
        .apply(builder, screened)
        .peek((id, result) -> articles.increment(), Named.as("number"));
  }

  private KStream<String, Counted> countPacked(
      StreamsBuilder builder, KStream<String, Result> results) {
    KStream<String, Pack> packs =
        new PackStage()
            .apply(builder, results)
            .peek((key, pack) -> mentions.add(pack.mentions().size()), Named.as("weigh"));
    KStream<String, Counted> counted =
        new CountStage(settings, FlowMeter.NONE).apply(builder, packs);
    counted.foreach((series, pane) -> panes.increment(), Named.as("drop"));
    return counted;
  }

  private KStream<String, Counted> countNaive(
      StreamsBuilder builder, KStream<String, Result> results) {
    KStream<String, Counted> counted = new NaiveCount(settings).apply(builder, results);
    counted.foreach(
        (series, pane) -> {
          mentions.increment();
          panes.increment();
        },
        Named.as("drop"));
    return counted;
  }

  private KStream<byte[], Article> read(StreamsBuilder builder) {
    ArticleReader reader = new ArticleReader();
    return builder.stream(
            Topics.ARTICLES.name(settings.prefix()),
            Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName(Names.READ_ARTICLES))
        .mapValues(
            bytes -> {
              articles.increment();
              return ((Outcome.Accepted<Received>) reader.read(bytes)).value().article();
            },
            Named.as("parse"));
  }

  private KStream<String, Result> results(StreamsBuilder builder) {
    return read(builder)
        .map(
            (key, article) -> KeyValue.pair(Objects.requireNonNull(article.id()), result(article)),
            Named.as("find"));
  }

  private static Result result(Article article) {
    List<Mention> mentions = new ArrayList<>();
    Instant published = Objects.requireNonNull(article.publishedAt());
    String id = Objects.requireNonNull(article.id());
    String publisher = Objects.requireNonNull(article.source());
    String body = Objects.requireNonNull(article.body());
    String story = Integer.toHexString(body.hashCode());
    int place = 0;
    for (String subject : article.authors()) {
      place += body.length() / 20;
      String snippet = body.substring(place, Math.min(body.length(), place + SNIPPET));
      Evidence evidence =
          new Evidence(
              id,
              article.title(),
              article.url(),
              publisher,
              published,
              snippet,
              List.of(new Span(3, 15)));
      // The tagger hands out the same object for a subject each time.
      SubjectRef series =
          SERIES.computeIfAbsent(subject, name -> SubjectRef.of("org/" + name, name));
      mentions.add(new Mention(series, null, story, 1, false, evidence, published, 1, published));
    }
    return new Result.Tagged(tagged(article, id, publisher, published), mentions, published);
  }

  private static TaggedArticle tagged(Article article, String id, String publisher, Instant at) {
    return new TaggedArticle(
        id,
        article,
        publisher,
        at,
        at,
        Set.<Mark>of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        "",
        "",
        0,
        1);
  }
}
