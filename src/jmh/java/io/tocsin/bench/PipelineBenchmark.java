package io.tocsin.bench;

import com.sun.management.OperatingSystemMXBean;
import io.tocsin.runtime.Cluster;
import io.tocsin.runtime.DataFolder;
import io.tocsin.runtime.EmbeddedBroker;
import io.tocsin.runtime.TopicAdmin;
import io.tocsin.topology.CompiledWatchlist;
import io.tocsin.topology.FlowSettings;
import io.tocsin.topology.Flows;
import io.tocsin.topology.Watchlists;
import io.tocsin.wire.Topics;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;

/**
 * The pipeline with its broker in one process: counting packed and naive against reading alone, and
 * the whole flow packed, naive and without counting. The clock runs from the first article that is
 * read until all mentions came through; exactly once, two stream threads.
 *
 * <p>Arguments: articles, articles of the warm-up, rounds, commit interval in milliseconds,
 * articles in a second of event time, and the names of the contenders.
 */
final class PipelineBenchmark implements AutoCloseable {
  private final DataFolder folder;
  private final EmbeddedBroker broker;
  private final Watchlists watchlists;
  private final PipelineNews news;
  private final int commitMillis;
  private int applications;

  private PipelineBenchmark(int perSecond, int commitMillis) throws IOException {
    this.commitMillis = commitMillis;
    this.news = new PipelineNews(1, perSecond);
    folder = DataFolder.open(Files.createTempDirectory("tocsin-bench"));
    broker = EmbeddedBroker.start(folder, 0);
    CompiledWatchlist watchlist = CompiledWatchlist.of(news.watchlist());
    watchlists = receivedAt -> watchlist;
  }

  /** What one run took. */
  private record Took(long nanos, long cpuNanos, long panes) {}

  /** Runs it and writes the figures. */
  public static void main(String[] args) throws Exception {
    int articles = Integer.parseInt(argument(args, 0, "400000"));
    int warmup = Integer.parseInt(argument(args, 1, "40000"));
    int rounds = Integer.parseInt(argument(args, 2, "3"));
    int commitMillis = Integer.parseInt(argument(args, 3, "1000"));
    int perSecond = Integer.parseInt(argument(args, 4, "2000"));
    List<String> names =
        args.length > 5
            ? List.of(args).subList(5, args.length)
            : List.of("parse", "packed", "naive");
    Map<String, List<Took>> took = new LinkedHashMap<>();
    try (PipelineBenchmark pipeline = new PipelineBenchmark(perSecond, commitMillis)) {
      pipeline.publish("warm.", warmup);
      pipeline.publish("bench.", articles);
      for (String name : names) {
        pipeline.run(name, "warm.", warmup);
      }
      for (int round = 0; round < rounds; round++) {
        for (String name : names) {
          Took one = pipeline.run(name, "bench.", articles);
          Console.say(name + " " + summary(List.of(one), articles));
          took.computeIfAbsent(name, n -> new ArrayList<>()).add(one);
        }
      }
    }
    Figures figures = new Figures(names.contains("parse") ? "pipeline" : "pipeline-whole");
    figures.put("articles", articles).put("warmUp", warmup).put("commitMillis", commitMillis);
    figures.put("articlesPerSecondOfEventTime", perSecond);
    figures.put("mentionsPerArticle", PipelineNews.MENTIONS);
    took.forEach((name, all) -> figures.put(name, summary(all, articles)));
    Console.say("figures in " + figures.write());
  }

  private static String argument(String[] args, int at, String otherwise) {
    return args.length > at ? args[at] : otherwise;
  }

  private static Map<String, Object> summary(List<Took> all, int articles) {
    Took median =
        all.stream().sorted(Comparator.comparing(Took::nanos)).toList().get(all.size() / 2);
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("articlesPerSecond", Math.round(articles / (median.nanos() / 1e9)));
    row.put("cpuMicrosPerArticle", Math.round(median.cpuNanos() / 1e2 / articles) / 10.0);
    row.put("paneWritesPerArticle", Math.round(median.panes() * 100.0 / articles) / 100.0);
    row.put(
        "roundsArticlesPerSecond",
        all.stream().map(t -> Math.round(articles / (t.nanos() / 1e9))).toList());
    return row;
  }

  private void publish(String prefix, int articles) throws Exception {
    TopicAdmin.on(new Cluster(broker.bootstrap(), prefix, Map.of()), TopicAdmin::apply);
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            broker.bootstrap(),
            "enable.idempotence",
            false,
            "linger.ms",
            20,
            "compression.type",
            "lz4");
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      String topic = Topics.ARTICLES.name(prefix);
      long bytes = 0;
      List<Future<RecordMetadata>> sent = new ArrayList<>();
      for (int i = 0; i < articles; i++) {
        byte[] article = news.next();
        bytes += article.length;
        sent.add(
            producer.send(
                new ProducerRecord<>(topic, i % Topics.ARTICLES.partitions(), null, article)));
      }
      for (Future<RecordMetadata> one : sent) {
        one.get();
      }
      Console.say(articles + " articles of " + bytes / articles + " bytes on " + topic);
    }
  }

  private Took run(String name, String prefix, int articles) throws IOException {
    Flows flows = new Flows(settings(prefix));
    Topology topology = topology(name).apply(flows);
    boolean counts = !name.equals("parse") && !name.equals("tagged");
    Path state = Files.createTempDirectory("tocsin-bench-state");
    OperatingSystemMXBean clock = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    try (KafkaStreams streams = new KafkaStreams(topology, properties(state))) {
      streams.start();
      await(() -> flows.articles() > 0);
      long cpu = clock.getProcessCpuTime();
      long start = System.nanoTime();
      long mentions = counts ? (long) articles * PipelineNews.MENTIONS : 0;
      await(() -> flows.articles() >= articles && flows.mentions() >= mentions);
      long nanos = System.nanoTime() - start;
      long cpuNanos = clock.getProcessCpuTime() - cpu;
      if (flows.mentions() != mentions) {
        throw new IllegalStateException(
            name + " counted " + flows.mentions() + ", not " + mentions);
      }
      return new Took(nanos, cpuNanos, flows.panes());
    } finally {
      delete(state);
    }
  }

  private Function<Flows, Topology> topology(String name) {
    return switch (name) {
      case "parse" -> Flows::parse;
      case "packed" -> Flows::packed;
      case "naive" -> Flows::naive;
      case "tagged" -> flows -> flows.wholeTagged(watchlists);
      case "wholePacked" -> flows -> flows.wholePacked(watchlists);
      case "wholeNaive" -> flows -> flows.wholeNaive(watchlists);
      default -> throw new IllegalArgumentException("no contender is called " + name);
    };
  }

  private static void await(java.util.function.BooleanSupplier until) {
    while (!until.getAsBoolean()) {
      LockSupport.parkNanos(2_000_000);
    }
  }

  private static FlowSettings settings(String prefix) {
    return new FlowSettings(
        prefix,
        Duration.ofMinutes(10),
        Duration.ofHours(1),
        1_048_576,
        Duration.ofDays(7),
        Duration.ofDays(35),
        List.of("en"),
        true);
  }

  private Properties properties(Path state) {
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "bench-" + ++applications);
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrap());
    properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, commitMillis);
    properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 2);
    properties.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
    properties.put("processing.exception.handler.global.enabled", true);
    properties.put(StreamsConfig.mainConsumerPrefix("auto.offset.reset"), "earliest");
    properties.put(StreamsConfig.mainConsumerPrefix("max.poll.records"), 1_000);
    properties.put(StreamsConfig.producerPrefix("compression.type"), "lz4");
    properties.put(StreamsConfig.producerPrefix("linger.ms"), 10);
    properties.put(StreamsConfig.producerPrefix("max.request.size"), 10 << 20);
    return properties;
  }

  @Override
  public void close() throws IOException {
    broker.close();
    folder.close();
    delete(folder.path());
  }

  private static void delete(Path root) throws IOException {
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(root)) {
      paths = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : paths) {
      Files.deleteIfExists(path);
    }
  }
}
