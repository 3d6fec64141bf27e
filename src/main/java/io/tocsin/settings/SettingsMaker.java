package io.tocsin.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns checked values into the record, after a look at what they are together. */
final class SettingsMaker {

  private static final Set<String> LOOPBACK = Set.of("localhost", "::1", "[::1]");

  /** The place of values that nobody set. */
  static final String DEFAULT = "default";

  private final Map<Key, Layer.Entry> values;
  private final Map<String, String> properties;

  SettingsMaker(Map<Key, Layer.Entry> values, Map<String, String> properties) {
    this.values = values;
    this.properties = properties;
  }

  /** Settings that are right one by one but not together. */
  List<String> conflicts() {
    List<String> conflicts = new ArrayList<>();
    String host = optional(Key.HTTP_HOST);
    if (host != null && !isLoopback(host) && optional(Key.HTTP_TOKEN) == null) {
      conflicts.add(
          place(Key.HTTP_HOST)
              + ": http.host is '"
              + host
              + "', which others can reach: set http.token as well (or TOCSIN_HTTP_TOKEN_FILE)");
    }
    if (properties.containsKey("bootstrap.servers")) {
      conflicts.add("kafka.properties.bootstrap.servers: set kafka.bootstrap.servers instead");
    }
    Layer.Entry retention = values.get(Key.COUNTS_RETENTION);
    if (retention != null
        && duration(Key.COUNTS_RETENTION).compareTo(duration(Key.TIME_GRACE)) <= 0) {
      conflicts.add(
          retention.place()
              + ": counts.retention is '"
              + retention.value()
              + "', but must be more than time.grace, or late articles find no pane");
    }
    Layer.Entry sinks = values.get(Key.DELIVER_SINKS);
    boolean meant = sinks != null && !sinks.place().equals(DEFAULT);
    if (sinks != null && meant && Files.notExists(shipped(sinks.value()))) {
      conflicts.add(sinks.place() + ": deliver.sinks is '" + sinks.value() + "', which is no file");
    }
    return conflicts;
  }

  Settings make() {
    String token = optional(Key.HTTP_TOKEN);
    return new Settings(
        Path.of(text(Key.DATA_FOLDER)),
        new Settings.Kafka(
            optional(Key.KAFKA_BOOTSTRAP_SERVERS),
            text(Key.KAFKA_TOPIC_PREFIX),
            Map.copyOf(properties)),
        new Settings.Broker(number(Key.BROKER_PORT)),
        new Settings.Http(
            text(Key.HTTP_HOST), number(Key.HTTP_PORT), token == null ? null : new Secret(token)),
        new Settings.Streams(
            text(Key.STREAMS_APPLICATION_ID),
            number(Key.STREAMS_THREADS),
            text(Key.STREAMS_PROCESSING_GUARANTEE),
            duration(Key.STREAMS_COMMIT_INTERVAL),
            number(Key.STREAMS_STANDBY_REPLICAS)),
        new Settings.Time(duration(Key.TIME_GRACE), duration(Key.TIME_AHEAD)),
        new Settings.Articles(
            Kind.bytes(text(Key.ARTICLES_MAX_BYTES)),
            duration(Key.ARTICLES_DUPLICATE_WINDOW),
            Kind.list(text(Key.ARTICLES_LANGUAGES)),
            Boolean.parseBoolean(text(Key.ARTICLES_NAMES))),
        new Settings.WatchlistSource(
            shipped(text(Key.WATCHLIST_FOLDER)), duration(Key.WATCHLIST_LEAD)),
        new Settings.Counts(duration(Key.COUNTS_RETENTION)),
        new Settings.Search(
            Boolean.parseBoolean(text(Key.SEARCH_ENABLED)),
            duration(Key.SEARCH_RETENTION),
            Kind.space(text(Key.SEARCH_MAX_BYTES))),
        new Settings.Feeds(shipped(text(Key.FEEDS_FILE))),
        new Settings.Deliver(shipped(text(Key.DELIVER_SINKS))));
  }

  /** A part of the distribution, named by a relative path, is found from any working folder. */
  private static Path shipped(String name) {
    Path path = Path.of(name);
    String home = System.getProperty("tocsin.home");
    boolean here = path.isAbsolute() || Files.exists(path);
    return here || home == null ? path : Path.of(home).resolve(path);
  }

  private static boolean isLoopback(String host) {
    return LOOPBACK.contains(host) || host.matches("127(\\.\\d{1,3}){3}");
  }

  private @Nullable String optional(Key key) {
    Layer.Entry entry = values.get(key);
    return entry == null ? null : entry.value();
  }

  private String place(Key key) {
    return Objects.requireNonNull(values.get(key), key.dotted()).place();
  }

  private String text(Key key) {
    return Objects.requireNonNull(values.get(key), key.dotted()).value();
  }

  private int number(Key key) {
    return Integer.parseInt(text(key));
  }

  private Duration duration(Key key) {
    return Kind.duration(text(key));
  }
}
