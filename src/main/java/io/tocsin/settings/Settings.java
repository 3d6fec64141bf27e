package io.tocsin.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Every setting of the application, validated and immutable.
 *
 * @param data folder for the embedded broker and the stores
 * @param kafka the cluster and how its topics are named
 * @param broker the embedded broker, used only when no cluster is named
 * @param http where the service listens
 * @param streams the Kafka Streams engine
 * @param time rules of event time
 * @param articles limits and identity of articles
 * @param watchlist where the first watchlist comes from
 * @param counts how long panes are kept
 * @param search the index that articles are searched in
 * @param feeds which feeds are polled
 * @param deliver where alerts are brought
 */
public record Settings(
    Path data,
    Kafka kafka,
    Broker broker,
    Http http,
    Streams streams,
    Time time,
    Articles articles,
    WatchlistSource watchlist,
    Counts counts,
    Search search,
    Feeds feeds,
    Deliver deliver) {

  /**
   * The cluster.
   *
   * @param bootstrapServers {@code kafka.bootstrap.servers}; null starts the embedded broker
   * @param topicPrefix {@code kafka.topic.prefix}, such as {@code news.}
   * @param properties {@code kafka.properties}: handed to every Kafka client, for TLS and SASL
   */
  public record Kafka(
      @Nullable String bootstrapServers, String topicPrefix, Map<String, String> properties) {

    /** Names the properties but not their values: passwords may be among them. */
    @Override
    public String toString() {
      return "Kafka[bootstrapServers="
          + bootstrapServers
          + ", topicPrefix="
          + topicPrefix
          + ", properties="
          + new TreeSet<>(properties.keySet())
          + "]";
    }
  }

  /**
   * The embedded broker.
   *
   * @param port {@code broker.port} on loopback; 0 takes a free one and keeps it over restarts
   */
  public record Broker(int port) {}

  /**
   * The HTTP server.
   *
   * @param host {@code http.host}; loopback unless set
   * @param port {@code http.port}; 0 takes a free one
   * @param token {@code http.token}; needed when the host is not loopback
   */
  public record Http(String host, int port, @Nullable Secret token) {}

  /**
   * Kafka Streams.
   *
   * @param applicationId {@code streams.application.id}
   * @param threads {@code streams.threads}
   * @param guarantee {@code streams.processing.guarantee}: exactly_once_v2 or at_least_once
   * @param commitInterval {@code streams.commit.interval}; bounds the delay that each hop adds
   * @param standbys {@code streams.standby.replicas}
   */
  public record Streams(
      String applicationId, int threads, String guarantee, Duration commitInterval, int standbys) {}

  /**
   * Event time.
   *
   * @param grace {@code time.grace}: how far behind the newest trusted time an article is still on
   *     time
   * @param ahead {@code time.ahead}: how far ahead of the receive time an article's time is still
   *     believed
   */
  public record Time(Duration grace, Duration ahead) {}

  /**
   * Articles.
   *
   * @param maxBytes {@code articles.max.bytes}: longer text is cut and marked
   * @param duplicateWindow {@code articles.duplicate.window}: how long an id is remembered
   * @param languages {@code articles.languages}: which languages the detection chooses among
   * @param names {@code articles.names}: whether names that no watchlist has are looked for
   */
  public record Articles(
      int maxBytes, Duration duplicateWindow, List<String> languages, boolean names) {}

  /**
   * The watchlist.
   *
   * @param folder {@code watchlist.folder}: applied at start when the topic holds no watchlist
   * @param lead {@code watchlist.lead}: how long after it is applied a version takes effect
   */
  public record WatchlistSource(Path folder, Duration lead) {}

  /**
   * Counts.
   *
   * @param retention {@code counts.retention}: how long panes are kept behind the slowest input
   *     partition
   */
  public record Counts(Duration retention) {}

  /**
   * The search in articles.
   *
   * @param enabled {@code search.enabled}: whether this instance keeps an index
   * @param retention {@code search.retention}: how long after its receipt an article is found
   * @param maxBytes {@code search.max.bytes}: when the index is larger, its oldest articles go
   */
  public record Search(boolean enabled, Duration retention, long maxBytes) {}

  /**
   * Feeds.
   *
   * @param file {@code feeds.file}: the list of feeds; without it none is polled
   */
  public record Feeds(Path file) {}

  /**
   * Delivery.
   *
   * @param sinks {@code deliver.sinks}: the file of sinks, which need not exist; null delivers
   *     nothing
   */
  public record Deliver(@Nullable Path sinks) {}
}
