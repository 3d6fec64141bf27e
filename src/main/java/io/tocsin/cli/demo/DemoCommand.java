package io.tocsin.cli.demo;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import io.tocsin.cli.ServiceParts;
import io.tocsin.cli.SettingsOptions;
import io.tocsin.cli.Version;
import io.tocsin.runtime.ExitCode;
import io.tocsin.runtime.Interrupt;
import io.tocsin.runtime.Service;
import io.tocsin.settings.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Shows the main job: starts everything in a folder of its own, plays a morning of invented news,
 * and prints the alerts.
 */
@Command(
    name = "demo",
    description =
        "Starts broker and service in a temporary folder, plays a bundled stream and prints its alerts.",
    mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(4);

  private final SettingsOptions options;

  @Spec private CommandSpec spec;

  @Option(
      names = "--once",
      description = "End when the whole stream is processed, instead of staying up until Ctrl-C.")
  private boolean once;

  @Option(
      names = "--live",
      paramLabel = "SECONDS",
      description = "How long the last 45 minutes of the stream take; 60 unless given.")
  private int liveSeconds = 60;

  @Option(
      names = "--deliver",
      description = "Bring the demo's alerts to the sinks of deliver.sinks too.")
  private boolean deliver;

  /** The command, with the settings in force when it runs. */
  public DemoCommand(SettingsOptions options) {
    this.options = options;
  }

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    quietLogs();
    Path folder = Files.createTempDirectory("tocsin-demo-");
    Settings settings = in(folder, options.settings());
    DemoShow show = new DemoShow(out, settings, liveSeconds);
    ServiceParts parts = new ServiceParts(settings, Version.number(), show::listening);
    out.println("starting the broker and the service ...");
    out.flush();
    try (Service service = new Service(settings, parts)) {
      Runnable close = ending(show, service::close, folder);
      return Interrupt.answering(
          () -> {
            service.start();
            boolean complete = show.play(service.health(), parts.meters());
            if (once) {
              return exit(complete);
            }
            show.stay();
            return service.await().number();
          },
          close,
          CLOSE_LIMIT);
    } finally {
      show.close();
      delete(folder);
    }
  }

  /** The show is what people look at; TOCSIN_LOG_LEVEL brings the log back. */
  private static void quietLogs() {
    if (System.getenv("TOCSIN_LOG_LEVEL") == null
        && LoggerFactory.getILoggerFactory() instanceof LoggerContext logback) {
      logback.getLogger("io.tocsin").setLevel(Level.WARN);
      logback.getLogger("org.apache.kafka.streams.KafkaStreams").setLevel(Level.WARN);
    }
  }

  private static Runnable ending(DemoShow show, Runnable service, Path folder) {
    return () -> {
      show.close();
      service.run();
      delete(folder);
    };
  }

  private static int exit(boolean complete) {
    return complete ? ExitCode.OK.number() : ExitCode.FAILED.number();
  }

  /**
   * The same settings, but with data of its own, its own broker, and a free port where the usual
   * one is taken.
   */
  private Settings in(Path folder, Settings settings) {
    Settings.Http http = settings.http();
    return new Settings(
        folder,
        new Settings.Kafka(null, settings.kafka().topicPrefix(), settings.kafka().properties()),
        new Settings.Broker(0),
        new Settings.Http(http.host(), isFree(http) ? http.port() : 0, http.token()),
        settings.streams(),
        settings.time(),
        settings.articles(),
        settings.watchlist(),
        settings.counts(),
        settings.search(),
        settings.feeds(),
        deliver ? settings.deliver() : new Settings.Deliver(null));
  }

  private static boolean isFree(Settings.Http http) {
    try (ServerSocket socket =
        new ServerSocket(http.port(), 1, InetAddress.getByName(http.host()))) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  /** One at a time: after a signal, both the closing thread and this command's own come here. */
  private static synchronized void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | UncheckedIOException e) {
      // The system clears its temporary folder; a file that is still open is no reason to fail.
    }
  }
}
