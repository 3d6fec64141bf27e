package io.tocsin.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every setting by name, with its default and the shape of its value. */
enum Key {
  DATA_FOLDER("data.folder", Kind.FOLDER, "./data"),
  KAFKA_BOOTSTRAP_SERVERS("kafka.bootstrap.servers", Kind.TEXT, null),
  KAFKA_TOPIC_PREFIX("kafka.topic.prefix", Kind.PREFIX, "news."),
  BROKER_PORT("broker.port", Kind.PORT, "0"),
  HTTP_HOST("http.host", Kind.TEXT, "127.0.0.1"),
  HTTP_PORT("http.port", Kind.PORT, "8080"),
  HTTP_TOKEN("http.token", Kind.SECRET, null),
  STREAMS_APPLICATION_ID("streams.application.id", Kind.NAME, "tocsin"),
  STREAMS_THREADS("streams.threads", Kind.POSITIVE, "2"),
  STREAMS_PROCESSING_GUARANTEE("streams.processing.guarantee", Kind.GUARANTEE, "exactly_once_v2"),
  STREAMS_COMMIT_INTERVAL("streams.commit.interval", Kind.DURATION, "100ms"),
  STREAMS_STANDBY_REPLICAS("streams.standby.replicas", Kind.COUNT, "0"),
  TIME_GRACE("time.grace", Kind.DURATION, "1h"),
  TIME_AHEAD("time.ahead", Kind.DURATION, "10m"),
  ARTICLES_MAX_BYTES("articles.max.bytes", Kind.BYTES, "1MB"),
  ARTICLES_DUPLICATE_WINDOW("articles.duplicate.window", Kind.DURATION, "7d"),
  ARTICLES_LANGUAGES(
      "articles.languages",
      Kind.LANGUAGES,
      "en, de, fr, es, it, pt, nl, pl, tr, ru, uk, ar, fa, zh, ja, ko"),
  ARTICLES_NAMES("articles.names", Kind.SWITCH, "true"),
  WATCHLIST_FOLDER("watchlist.folder", Kind.FOLDER, "config/watchlist"),
  WATCHLIST_LEAD("watchlist.lead", Kind.DURATION, "2s"),
  COUNTS_RETENTION("counts.retention", Kind.DURATION, "35d"),
  SEARCH_ENABLED("search.enabled", Kind.SWITCH, "true"),
  SEARCH_RETENTION("search.retention", Kind.DURATION, "7d"),
  SEARCH_MAX_BYTES("search.max.bytes", Kind.SPACE, "4GB"),
  FEEDS_FILE("feeds.file", Kind.FILE, "config/feeds.yaml"),
  DELIVER_SINKS("deliver.sinks", Kind.FILE, "config/sinks.yaml");

  /** Settings below this name are handed to every Kafka client as they are. */
  static final String KAFKA_PROPERTIES = "kafka.properties.";

  private final String dotted;
  private final Kind kind;
  private final @Nullable String standard;

  Key(String dotted, Kind kind, @Nullable String standard) {
    this.dotted = dotted;
    this.kind = kind;
    this.standard = standard;
  }

  /** The name in files and on the command line, such as {@code http.port}. */
  String dotted() {
    return dotted;
  }

  /** The name in the environment, such as {@code TOCSIN_HTTP_PORT}. */
  String variable() {
    return "TOCSIN_" + dotted.toUpperCase(Locale.ROOT).replace('.', '_');
  }

  Kind kind() {
    return kind;
  }

  /** The value when no layer sets one; null for none. */
  @Nullable String standard() {
    return standard;
  }

  static Optional<Key> find(String dotted) {
    return Arrays.stream(values()).filter(key -> key.dotted.equals(dotted)).findFirst();
  }

  /** Dotted names of all settings. */
  static List<String> names() {
    return Arrays.stream(values()).map(Key::dotted).toList();
  }

  /** Whether a Kafka client's property may hold a password, as far as its name tells. */
  static boolean isSecretProperty(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.contains("password")
        || lower.contains("jaas")
        || lower.contains("secret")
        || lower.contains("token")
        || lower.contains("keystore.key")
        || lower.contains("user.info");
  }
}
