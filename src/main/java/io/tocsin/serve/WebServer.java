package io.tocsin.serve;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.tocsin.serve.rejected.RejectedRecords;
import io.tocsin.serve.search.ArticleSearch;
import io.tocsin.settings.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP server: which path goes to which handler, what stands before them, and how errors look.
 */
public final class WebServer implements AutoCloseable {
  private static final Logger logger = LoggerFactory.getLogger(WebServer.class);
  private static final String TEMPLATE = "tocsin.template";
  private static final Duration PING = Duration.ofSeconds(15);
  private static final long STOP_MILLIS = 2_000;

  private final WebParts parts;
  private final Javalin javalin;
  private final Pulse pulse;
  private final List<String> routes = new ArrayList<>();

  /**
   * A server that is not started.
   *
   * @throws IllegalArgumentException when the host is not loopback and there is no token
   */
  public WebServer(Settings.Http http, WebParts parts) {
    this(http, parts, PING);
  }

  WebServer(Settings.Http http, WebParts parts, Duration ping) {
    this.parts = parts;
    Guard guard = new Guard(http);
    pulse = new Pulse(parts.news(), parts.hub(), parts.watchlist());
    javalin =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.startup.showOldJavalinVersionWarning = false;
              config.startup.startupWatcherEnabled = false;
              config.jetty.host = bare(http.host());
              config.jetty.port = http.port();
              config.jetty.modifyHttpConfiguration(jetty -> jetty.setSendServerVersion(false));
              config.jetty.modifyServer(
                  server -> {
                    server.setStopTimeout(STOP_MILLIS);
                    server.setErrorHandler(new ErrorPages());
                  });
              config.http.maxRequestSize = PublishHandler.MAX_BODY;
              config.http.prefer405over404 = true;
              config.routes.before(guard);
              routes(config, ping);
              errors(config);
              config.requestLogger.http(this::count);
            });
    parts.meters().readOpenAlerts(parts.news()::openAlerts);
    parts.meters().readSseClients(parts.hub()::clients);
    parts
        .meters()
        .readSearch(
            () -> parts.search().state().documents(),
            () -> parts.search().state().bytes(),
            () -> Math.max(0, parts.search().state().behind()));
  }

  /** Starts listening; {@link #port} then tells where. */
  public void start() {
    javalin.start();
    pulse.start();
    logger.info("listening on port {}", port());
  }

  /** The port that it listens on, also when 0 was asked for. */
  public int port() {
    return javalin.port();
  }

  /** Method and path of each route, such as {@code GET /api/v1/top}. */
  List<String> routes() {
    return List.copyOf(routes);
  }

  /** Ends the streams first, which would otherwise hold the server open. */
  @Override
  public void close() {
    pulse.close();
    parts.hub().close();
    javalin.stop();
  }

  private void routes(JavalinConfig config, Duration ping) {
    HealthView health = parts.health();
    LiveView news = parts.news();
    get(config, "/metrics", new MetricsHandler(parts.meters()));
    get(config, "/livez", new ProbeHandler(health::live));
    get(config, "/readyz", new ProbeHandler(health::ready));
    get(config, "/startupz", new ProbeHandler(() -> health.live() && news.caughtUp()));
    get(config, "/healthz", new HealthzHandler(health));
    add(config, HandlerType.POST, "/api/v1/articles", new PublishHandler(parts.intake()));
    get(
        config,
        "/api/v1/articles",
        new ArticlesHandler(news, parts.hub(), new SearchHandler(parts.search())));
    get(config, "/api/v1/top", new TopHandler(news));
    get(config, "/api/v1/subjects/{kind}/{slug}/series", new SeriesHandler(news));
    get(config, "/api/v1/alerts", new AlertsHandler(news));
    get(config, "/api/v1/alerts/{id}", new AlertHandler(news));
    get(config, "/api/v1/alerts.rss", new AlertsRssHandler(news));
    get(config, "/api/v1/deliveries", new DeliveriesHandler(parts.deliveries()));
    get(config, "/api/v1/watchlist", new WatchlistHandler(parts.watchlist()));
    get(config, "/api/v1/rejected", new RejectedHandler(parts.rejected()));
    get(config, "/api/v1/rejected/{partition}/{offset}", new RejectedOneHandler(parts.rejected()));
    add(
        config,
        HandlerType.POST,
        "/api/v1/rejected/{partition}/{offset}/replay",
        new ReplayHandler(parts.rejected()));
    get(config, "/api/v1/sources", new SourcesHandler(parts.sources()));
    get(config, "/api/v1/stream", new StreamHandler(parts.hub(), ping));
    get(config, "/api/v1/openapi.yaml", new OpenApiHandler());
    new Assets().handlers().forEach((path, handler) -> get(config, path, handler));
  }

  private void get(JavalinConfig config, String template, Handler handler) {
    add(config, HandlerType.GET, template, handler);
  }

  private void add(JavalinConfig config, HandlerType type, String template, Handler handler) {
    routes.add(type.name() + " " + template);
    config.routes.addHttpHandler(
        type,
        template,
        context -> {
          context.attribute(TEMPLATE, template);
          handler.handle(context);
        });
  }

  private static void errors(JavalinConfig config) {
    config.routes.exception(
        Problem.Refused.class, (refused, context) -> Answers.problem(context, refused.problem()));
    config.routes.exception(
        RejectedRecords.UnreadableException.class,
        (e, context) ->
            Answers.problem(context, new Problem(503, String.valueOf(e.getMessage()), null)));
    config.routes.exception(
        ArticleSearch.UnavailableException.class,
        (e, context) -> {
          context.header("Retry-After", "2");
          Answers.problem(context, new Problem(503, String.valueOf(e.getMessage()), null));
        });
    config.routes.exception(
        HttpResponseException.class,
        (e, context) -> Answers.problem(context, Problem.of(e.getStatus())));
    config.routes.exception(
        Exception.class,
        (e, context) -> {
          logger.error("cannot answer {} {}", context.method(), context.path(), e);
          Answers.problem(context, new Problem(500, "this failed here; the log says why", null));
        });
  }

  private void count(Context context, float millis) {
    String template = context.attribute(TEMPLATE);
    boolean stream = context.attribute(StreamHandler.STREAM) != null;
    parts
        .meters()
        .http()
        .answered(
            template == null ? "other" : template,
            context.req().getMethod(),
            context.statusCode(),
            stream ? null : Duration.ofNanos((long) (millis * 1e6)));
  }

  private static String bare(String host) {
    return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
  }
}
