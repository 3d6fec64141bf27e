package io.tocsin.cli;

import io.tocsin.runtime.Cluster;
import io.tocsin.runtime.ExitCode;
import io.tocsin.runtime.Stop;
import io.tocsin.runtime.WatchlistConflictException;
import io.tocsin.runtime.WatchlistWriter;
import io.tocsin.settings.Settings;
import io.tocsin.wire.watchlist.WatchlistException;
import io.tocsin.wire.watchlist.WatchlistVersion;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tocsin watch}: looks at, checks and applies a folder of watchlist files. */
@Command(
    name = "watch",
    description = "Compares, checks, applies and explains the watchlist.",
    subcommands = LintCommand.class,
    mixinStandardHelpOptions = true)
public final class WatchCommand implements Runnable {

  private static final String FOLDER = "Folder of *.yaml files, or one file.";

  private final Supplier<Kafka> kafka;
  private final Clock clock;

  @Spec private @Nullable CommandSpec spec;

  /**
   * Where the watchlist lives.
   *
   * @param client properties of every Kafka client, with {@code bootstrap.servers}
   * @param topicPrefix such as {@code news.}
   * @param lead how long after it is applied a version takes effect
   */
  public record Kafka(Map<String, String> client, String topicPrefix, Duration lead) {
    /** Makes the properties immutable. */
    public Kafka {
      client = Map.copyOf(client);
    }

    /** The cluster that the settings mean, or the one that runs here. */
    public static Kafka of(Settings settings) {
      Cluster cluster = Cluster.find(settings);
      return new Kafka(cluster.clients(), cluster.prefix(), settings.watchlist().lead());
    }
  }

  /**
   * The command.
   *
   * @param kafka asked only by the subcommands that need a cluster
   * @param clock tells when a version is applied
   */
  public WatchCommand(Supplier<Kafka> kafka, Clock clock) {
    this.kafka = kafka;
    this.clock = clock;
  }

  /**
   * The command with all its subcommands.
   *
   * @param options the settings in force when one of them runs
   * @param clock tells when a version is applied
   */
  public static CommandLine commandLine(SettingsOptions options, Clock clock) {
    return new CommandLine(new WatchCommand(() -> Kafka.of(options.settings()), clock))
        .addSubcommand(new ExplainCommand(options));
  }

  /** Without a subcommand, the help is what the user needs. */
  @Override
  public void run() {
    spec().commandLine().usage(out());
  }

  @Command(
      name = "apply",
      description = "Makes the running watchlist equal to a folder; prints the difference first.",
      mixinStandardHelpOptions = true)
  int apply(
      @Parameters(paramLabel = "DIR", description = FOLDER) Path folder,
      @Option(names = "--dry-run", description = "Only print the difference.") boolean dryRun) {
    return guarded(
        () -> {
          WatchlistWriter writer = writer();
          WatchlistWriter.Plan plan = plan(writer, folder);
          if (dryRun) {
            out().println("dry run: nothing was written");
            return ExitCode.OK.number();
          }
          Optional<WatchlistVersion> version = writer.apply(plan);
          out().println(version.map(this::announce).orElse("version " + plan.basedOn() + " stays"));
          return ExitCode.OK.number();
        });
  }

  @Command(
      name = "diff",
      description = "Prints what apply would change; ends with 0 when nothing, with 1 otherwise.",
      mixinStandardHelpOptions = true)
  int diff(@Parameters(paramLabel = "DIR", description = FOLDER) Path folder) {
    return guarded(
        () -> plan(writer(), folder).isEmpty() ? ExitCode.OK.number() : ExitCode.FAILED.number());
  }

  private WatchlistWriter writer() {
    Kafka cluster = kafka.get();
    String user = System.getProperty("user.name", "unknown");
    return new WatchlistWriter(
        cluster.client(), cluster.topicPrefix(), cluster.lead(), clock, user);
  }

  /**
   * Reads the folder before Kafka is asked: a typing error should not need a cluster to be found.
   */
  private WatchlistWriter.Plan plan(WatchlistWriter writer, Path folder) {
    WatchlistWriter.Plan plan = writer.plan(CheckedFolder.read(folder).watchlist());
    out().print(plan.diff().text());
    if (plan.repairs()) {
      out()
          .println(
              "the topic holds records that cannot be read or belong to no version; apply mends them");
    }
    out().flush();
    return plan;
  }

  private String announce(WatchlistVersion version) {
    String when =
        version.effectiveFrom().equals(Instant.EPOCH)
            ? "effective for every article"
            : "effective for articles received from " + version.effectiveFrom() + " on";
    return "version "
        + version.version()
        + " applied, "
        + when
        + " ("
        + sizes(version.subjects(), version.rules())
        + ")";
  }

  static String sizes(int subjects, int rules) {
    return subjects + " subjects, " + rules + " rules";
  }

  private int guarded(IntSupplier work) {
    try {
      return work.getAsInt();
    } catch (WatchlistException | IllegalArgumentException e) {
      return fail(ExitCode.USAGE, e);
    } catch (WatchlistConflictException e) {
      return fail(ExitCode.FAILED, e);
    } catch (Stop e) {
      return fail(e.code(), e);
    } finally {
      out().flush();
    }
  }

  private int fail(ExitCode code, RuntimeException reason) {
    spec().commandLine().getErr().println(reason.getMessage());
    spec().commandLine().getErr().flush();
    return code.number();
  }

  private PrintWriter out() {
    return spec().commandLine().getOut();
  }

  private CommandSpec spec() {
    if (spec == null) {
      throw new IllegalStateException("picocli sets the command's specification before it runs");
    }
    return spec;
  }
}
