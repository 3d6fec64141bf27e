package io.tocsin.cli;

import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.tocsin.deliver.Deliveries;
import io.tocsin.deliver.config.Sinks;
import io.tocsin.deliver.config.SinksFile;
import io.tocsin.ingest.ArticleIntake;
import io.tocsin.ingest.ArticlePublisher;
import io.tocsin.ingest.feed.FeedList;
import io.tocsin.ingest.feed.FeedService;
import io.tocsin.ingest.feed.FetchRules;
import io.tocsin.metrics.Meters;
import io.tocsin.runtime.Cluster;
import io.tocsin.runtime.Health;
import io.tocsin.runtime.Parts;
import io.tocsin.runtime.Running;
import io.tocsin.runtime.WatchlistFollower;
import io.tocsin.runtime.WatchlistWriter;
import io.tocsin.serve.EventHub;
import io.tocsin.serve.HealthView;
import io.tocsin.serve.LiveFeed;
import io.tocsin.serve.LiveView;
import io.tocsin.serve.WebParts;
import io.tocsin.serve.WebServer;
import io.tocsin.serve.rejected.RejectedTopic;
import io.tocsin.serve.search.ArticleSearch;
import io.tocsin.serve.search.SearchService;
import io.tocsin.settings.Settings;
import io.tocsin.topology.FlowMeter;
import io.tocsin.wire.ArticleReader;
import io.tocsin.wire.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** What the service is built of: watchlist, flow, meters, and what people see. */
public final class ServiceParts implements Parts {
  /**
   * A watchlist of a hundred thousand subjects is read within seconds; a cluster in trouble needs
   * longer.
   */
  private static final Duration FIRST_WATCHLIST = Duration.ofSeconds(60);

  private static final Duration INTAKE_PATIENCE = Duration.ofSeconds(30);

  private final Settings settings;
  private final IntConsumer listening;
  private final Meters meters;
  private final FeedList feeds;
  private final FetchRules rules;
  private final Sinks sinks;
  private volatile @Nullable WatchlistFollower follower;

  /**
   * The parts for one service.
   *
   * @param listening told the port of the web server once it listens
   * @throws io.tocsin.ingest.feed.FeedListException when the list of feeds cannot be used
   * @throws io.tocsin.settings.SettingsException when the file of sinks cannot be used
   */
  public ServiceParts(Settings settings, String version, IntConsumer listening) {
    this.settings = settings;
    this.listening = listening;
    this.feeds = FeedList.read(settings.feeds().file());
    this.rules = FetchRules.standard(version, feeds.contact());
    this.sinks = SinksFile.read(settings.deliver().sinks(), System.getenv());
    this.meters = new Meters(version);
  }

  /** Where everything that passes is counted. */
  public Meters meters() {
    return meters;
  }

  @Override
  public Followed follow(Cluster cluster) {
    Map<String, String> clients = cluster.clients();
    Settings.WatchlistSource source = settings.watchlist();
    new WatchlistWriter(clients, cluster.prefix(), source.lead(), Clock.systemUTC(), "tocsin run")
        .applyWhenEmpty(source.folder());
    WatchlistFollower following =
        WatchlistFollower.start(
            clients, cluster.prefix(), (version, subjects, rules, success) -> heard(success));
    follower = following;
    try {
      following.awaitFirst(FIRST_WATCHLIST);
    } catch (RuntimeException e) {
      following.close();
      throw e;
    }
    heard(following.newest().watchlist().version() > 0);
    return new Followed(following, following);
  }

  private void heard(boolean success) {
    WatchlistFollower following = follower;
    if (following == null) {
      return;
    }
    if (success) {
      meters.watchlistLoaded(following.newest().watchlist());
    } else {
      meters.watchlistRefused();
    }
  }

  @Override
  public FlowMeter meter() {
    return meters.flow();
  }

  @Override
  public AutoCloseable serve(Running running) {
    Cluster cluster = running.cluster();
    meters.bind(new KafkaStreamsMetrics(running.streams()));
    ArticlePublisher publisher =
        ArticlePublisher.connect(
            cluster.bootstrap(),
            settings.streams().applicationId() + "-http",
            cluster.properties(),
            Topics.ARTICLES.name(cluster.prefix()),
            "/tocsin/http");
    ArticleIntake intake =
        new ArticleIntake(
            new ArticleReader(settings.articles().maxBytes()), publisher, INTAKE_PATIENCE);
    EventHub hub = new EventHub();
    LiveView view = new LiveView(hub);
    LiveFeed feed = new LiveFeed(cluster.clients(), cluster.prefix(), view);
    RejectedTopic rejected = RejectedCommand.topic(cluster, settings.streams().applicationId());
    WatchlistFollower following = Objects.requireNonNull(follower);
    SearchService search = search(cluster, following);
    FeedService polling = feeds.enabled().isEmpty() ? null : poll(cluster);
    Deliveries deliveries = deliveries(cluster);
    WebServer server =
        new WebServer(
            settings.http(),
            new WebParts(
                meters,
                probes(running.health(), feed, search, deliveries),
                intake::accept,
                view,
                hub,
                () -> following.newest().watchlist(),
                rejected,
                search == null ? ArticleSearch.OFF : search,
                polling == null ? () -> FeedService.unpolled(feeds) : polling::statuses,
                deliveries::attempts));
    feed.start();
    if (search != null) {
      search.start();
    }
    server.start();
    deliveries.start();
    listening.accept(server.port());
    return () -> {
      deliveries.close();
      server.close();
      if (polling != null) {
        polling.close();
      }
      feed.close();
      publisher.close();
      rejected.close();
      if (search != null) {
        search.close();
      }
      meters.close();
    };
  }

  private @Nullable SearchService search(Cluster cluster, WatchlistFollower following) {
    return settings.search().enabled()
        ? new SearchService(
            cluster.clients(),
            cluster.prefix(),
            settings.data().resolve("search"),
            settings.search(),
            () -> following.newest().watchlist())
        : null;
  }

  private FeedService poll(Cluster cluster) {
    return FeedService.start(
        feeds,
        rules,
        new FeedService.Place(
            cluster.clients(), cluster.prefix(), settings.streams().applicationId()),
        new FeedReports(meters.feeds()));
  }

  private Deliveries deliveries(Cluster cluster) {
    return new Deliveries(
        sinks,
        new Deliveries.Source(
            cluster.clients(), cluster.prefix(), settings.streams().applicationId()),
        meters.deliveries(),
        Clock.systemUTC());
  }

  private static HealthView probes(
      Health health, LiveFeed feed, @Nullable SearchService search, Deliveries deliveries) {
    return new HealthView() {
      @Override
      public boolean live() {
        return health.live();
      }

      @Override
      public boolean ready() {
        return health.ready();
      }

      @Override
      public Map<String, String> details() {
        Map<String, String> details = new LinkedHashMap<>(health.details());
        details.put("live feed", feed.state());
        details.put("search", search == null ? "off" : search.state().state());
        deliveries.states().forEach((sink, state) -> details.put("sink " + sink, state));
        return details;
      }
    };
  }
}
