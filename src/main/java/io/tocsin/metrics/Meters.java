package io.tocsin.metrics;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.tocsin.model.Watchlist;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The registry and the meters of the whole service. {@link FlowMeters} holds those of the flow,
 * {@link HttpMeters} those of the web server, {@link FeedMeters} those of the feeds; here are the
 * names of all, the watchlist, and what others bind.
 */
public final class Meters implements AutoCloseable {
  static final String RECEIVED = "tocsin.records.received";
  static final String REJECTED = "tocsin.records.rejected";
  static final String TAGGED = "tocsin.articles.tagged";
  static final String DUPLICATE = "tocsin.articles.duplicate";
  static final String CORRECTED = "tocsin.articles.corrected";
  static final String LATE = "tocsin.articles.late";
  static final String MARKED = "tocsin.articles.marked";
  static final String MENTIONS = "tocsin.mentions";
  static final String MENTIONS_FAILED = "tocsin.mentions.failed";
  static final String NAMES = "tocsin.names";
  static final String AMBIGUOUS = "tocsin.aliases.ambiguous";
  static final String LAG = "tocsin.event.time.lag";
  static final String LAG_CLAMPED = "tocsin.event.time.lag.clamped";
  static final String TAG_DURATION = "tocsin.tag.duration";
  static final String ALERTS = "tocsin.alerts";
  static final String ALERTS_OPEN = "tocsin.alerts.open";
  static final String CUT = "tocsin.label.values.cut";
  static final String WATCHLIST_VERSION = "tocsin.watchlist.version";
  static final String WATCHLIST_SUBJECTS = "tocsin.watchlist.subjects";
  static final String WATCHLIST_RULES = "tocsin.watchlist.rules";
  static final String WATCHLIST_SUCCESS = "tocsin.watchlist.load.success";
  static final String HTTP_REQUESTS = "tocsin.http.requests";
  static final String HTTP_DURATION = "tocsin.http.request.duration";
  static final String SSE_CLIENTS = "tocsin.sse.clients";
  static final String SEARCH_DOCUMENTS = "tocsin.search.documents";
  static final String SEARCH_BYTES = "tocsin.search.index.bytes";
  static final String SEARCH_BEHIND = "tocsin.search.behind.records";
  static final String FEED_FETCHES = "tocsin.feed.fetches";
  static final String FEED_DURATION = "tocsin.feed.fetch.duration";
  static final String FEED_ITEMS = "tocsin.feed.items";
  static final String FEED_SUCCESS = "tocsin.feed.last.success.timestamp";
  static final String FEEDS_FAILING = "tocsin.feeds.failing";
  static final String DELIVERIES = "tocsin.deliveries";
  static final String DELIVERIES_PENDING = "tocsin.deliveries.pending";
  static final String DELIVERY_DURATION = "tocsin.delivery.duration";
  static final String DELIVERY_LATENCY = "tocsin.delivery.latency";
  static final String BUILD_INFO = "tocsin.build.info";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT, new CleanScrape(), Clock.SYSTEM);
  private final JvmGcMetrics collector = new JvmGcMetrics();
  private final AtomicInteger watchlistLoaded = new AtomicInteger();
  private final FlowMeters flow;
  private final HttpMeters http;
  private final FeedMeters feeds;
  private final DeliveryMeters deliveries;
  private volatile Watchlist watchlist = Watchlist.EMPTY;

  /**
   * Registers every meter, so that a scrape before the first record shows zeros and not nothing.
   *
   * @param version of the program, the label of {@code tocsin_build_info}
   */
  public Meters(String version) {
    registry.config().meterFilter(new KafkaMeterFilter());
    flow = new FlowMeters(registry);
    http = new HttpMeters(registry);
    feeds = new FeedMeters(registry);
    deliveries = new DeliveryMeters(registry);
    Gauge.builder(BUILD_INFO, () -> 1)
        .description("Always 1; the label says which version runs")
        .tag("version", version)
        .tag("java", Runtime.version().toString())
        .register(registry);
    Gauge.builder(WATCHLIST_VERSION, () -> watchlist.version())
        .description("Newest version of the watchlist that this instance holds")
        .register(registry);
    Gauge.builder(WATCHLIST_SUBJECTS, () -> watchlist.subjects().size())
        .description("Subjects in that version")
        .register(registry);
    Gauge.builder(WATCHLIST_RULES, () -> watchlist.rules().size())
        .description("Rules in that version")
        .register(registry);
    Gauge.builder(WATCHLIST_SUCCESS, watchlistLoaded, AtomicInteger::get)
        .description(
            "1 when the newest watchlist was taken, 0 when it was refused or none came yet")
        .register(registry);
    bind(new JvmMemoryMetrics());
    bind(new JvmThreadMetrics());
    bind(new ClassLoaderMetrics());
    bind(collector);
    bind(new ProcessorMetrics());
    bind(new UptimeMetrics());
    bind(new FileDescriptorMetrics());
  }

  /** What the stages report to. */
  public FlowMeters flow() {
    return flow;
  }

  /** What the web server reports to. */
  public HttpMeters http() {
    return http;
  }

  /** What the feeds report to. */
  public FeedMeters feeds() {
    return feeds;
  }

  /** What the deliveries report to. */
  public DeliveryMeters deliveries() {
    return deliveries;
  }

  /**
   * Adds meters of others, such as Micrometer's {@code KafkaStreamsMetrics}; those that are dead at
   * INFO are left out.
   */
  public void bind(MeterBinder binder) {
    binder.bindTo(registry);
  }

  /** A new version of the watchlist was taken. */
  public void watchlistLoaded(Watchlist loaded) {
    watchlist = loaded;
    watchlistLoaded.set(1);
  }

  /** The newest watchlist was refused; the one before stays in use. */
  public void watchlistRefused() {
    watchlistLoaded.set(0);
  }

  /**
   * Says where the number of open alerts is read; every instance sees all of them, so charts take
   * the maximum.
   */
  public void readOpenAlerts(IntSupplier open) {
    Gauge.builder(ALERTS_OPEN, open::getAsInt)
        .description("Alerts that are open, over all instances")
        .register(registry);
  }

  /** Says where the number of connected stream clients is read. */
  public void readSseClients(IntSupplier clients) {
    Gauge.builder(SSE_CLIENTS, clients::getAsInt)
        .description("Clients connected to the event stream")
        .register(registry);
  }

  /**
   * Says where the figures of the search index are read; each instance has an index of its own.
   *
   * @param documents articles in it
   * @param bytes its size on disk
   * @param behind records that are not in it yet
   */
  public void readSearch(LongSupplier documents, LongSupplier bytes, LongSupplier behind) {
    Gauge.builder(SEARCH_DOCUMENTS, documents::getAsLong)
        .description("Articles in this instance's search index")
        .register(registry);
    Gauge.builder(SEARCH_BYTES, bytes::getAsLong)
        .description("Size of that index on disk")
        .register(registry);
    Gauge.builder(SEARCH_BEHIND, behind::getAsLong)
        .description("Tagged articles that are on the topic and not yet in that index")
        .register(registry);
  }

  /**
   * Every meter's present value; a meter that has none, such as a lag before the first fetch, is
   * not there.
   *
   * @param accept the Accept header; OpenMetrics is chosen when it asks for it, else Prometheus
   *     text
   */
  public String scrape(@Nullable String accept) {
    return registry.scrape(contentType(accept));
  }

  /** The content type that {@link #scrape} answers an Accept header with. */
  public String contentType(@Nullable String accept) {
    return accept != null && accept.contains("application/openmetrics-text")
        ? "application/openmetrics-text; version=1.0.0; charset=utf-8"
        : "text/plain; version=0.0.4; charset=utf-8";
  }

  /** The registry itself, for counting in one process, such as a load generator. */
  public PrometheusMeterRegistry registry() {
    return registry;
  }

  @Override
  public void close() {
    collector.close();
    registry.close();
  }

  static Counter.Builder counter(String name, String help) {
    return Counter.builder(name).description(help);
  }
}
