package io.tocsin.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.tocsin.ingest.ArticlePublisher;
import io.tocsin.model.Reason;
import io.tocsin.runtime.Cluster;
import io.tocsin.runtime.ExitCode;
import io.tocsin.runtime.Stop;
import io.tocsin.serve.rejected.RejectedCursor;
import io.tocsin.serve.rejected.RejectedPlace;
import io.tocsin.serve.rejected.RejectedRecord;
import io.tocsin.serve.rejected.RejectedRecords;
import io.tocsin.serve.rejected.RejectedRecords.LostBytesException;
import io.tocsin.serve.rejected.RejectedRecords.Question;
import io.tocsin.serve.rejected.RejectedRecords.UnreadableException;
import io.tocsin.serve.rejected.RejectedTopic;
import io.tocsin.serve.rejected.RejectedView;
import io.tocsin.settings.Settings;
import io.tocsin.wire.Json;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tocsin rejected}: looks at the records that were refused, and sends them again. */
@Command(
    name = "rejected",
    description = "Lists, shows and sends again the records that were refused.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "list|show|replay")
public final class RejectedCommand implements Runnable {
  private static final int PAGE = 200;
  private static final String REASON = "Only these, such as malformed_json";
  private static final String SINCE = "Only those since then, such as 2h or 2023-11-06T09:30:00Z";

  private final SettingsOptions options;

  @Spec private CommandSpec spec;

  /** The command, with the settings in force when it runs. */
  public RejectedCommand(SettingsOptions options) {
    this.options = options;
  }

  /** The refused records of a cluster. */
  static RejectedTopic topic(Cluster cluster, String applicationId) {
    return new RejectedTopic(
        cluster.clients(),
        cluster.prefix(),
        () ->
            new KafkaProducer<>(
                ArticlePublisher.config(
                    cluster.bootstrap(), applicationId + "-replay", cluster.properties()),
                new ByteArraySerializer(),
                new ByteArraySerializer()));
  }

  /** Without a subcommand, the help is what the user needs. */
  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(
      name = "list",
      description =
          "The newest first: columns on a terminal, else one JSON object a line with the beginning of the text.",
      mixinStandardHelpOptions = true)
  int list(
      @Option(names = "--reason", paramLabel = "REASON", description = REASON)
          @Nullable String reason,
      @Option(names = "--since", paramLabel = "TIME", description = SINCE) @Nullable String since,
      @Option(
              names = "--limit",
              paramLabel = "N",
              defaultValue = "50",
              description = "At most so many")
          int limit,
      @Option(names = "--json", description = "JSON lines, on a terminal too") boolean json) {
    Filter filter = filter(reason, since);
    int columns = !json && Terminal.isInteractive() ? Terminal.columns() : 0;
    PrintWriter out = spec.commandLine().getOut();
    return with(
        topic -> {
          if (columns > 0) {
            out.println(RejectedRows.head(columns));
          }
          int[] left = {limit};
          each(
              topic,
              filter,
              record -> {
                if (left[0]-- <= 0) {
                  return false;
                }
                out.println(
                    columns > 0
                        ? RejectedRows.row(record, columns)
                        : line(RejectedView.excerpt(record)));
                return !out.checkError();
              });
          return ExitCode.OK.number();
        });
  }

  @Command(
      name = "show",
      description = "One record: where it came from, why it was refused, and its text.",
      mixinStandardHelpOptions = true)
  int show(
      @Parameters(paramLabel = "PARTITION/OFFSET", description = "As list prints it") String place,
      @Option(names = "--json", description = "As one JSON object, with the bytes in Base64")
          boolean json) {
    RejectedPlace wanted = place(place);
    PrintWriter out = spec.commandLine().getOut();
    return with(
        topic -> {
          RejectedView view = RejectedView.whole(find(topic, wanted));
          out.println(json ? line(view) : RejectedRows.whole(view));
          return ExitCode.OK.number();
        });
  }

  @Command(
      name = "replay",
      description = {
        "Sends the original bytes to the topic of articles again.",
        "What is refused again lies on the topic of rejected records once more and names the record that was sent again."
      },
      mixinStandardHelpOptions = true)
  int replay(
      @Parameters(
              paramLabel = "PARTITION/OFFSET",
              arity = "0..*",
              description = "As list prints them")
          @Nullable List<String> places,
      @Option(names = "--all", description = "All that the filters leave, in place of single ones")
          boolean all,
      @Option(names = "--reason", paramLabel = "REASON", description = REASON)
          @Nullable String reason,
      @Option(names = "--since", paramLabel = "TIME", description = SINCE) @Nullable String since,
      @Option(
              names = "--again",
              description = "With --all: those too that were refused again after a replay")
          boolean again,
      @Option(names = "--dry-run", description = "Only says what would be sent") boolean dryRun) {
    List<RejectedPlace> wanted =
        places == null ? List.of() : places.stream().map(this::place).toList();
    boolean single = !wanted.isEmpty();
    if (single == all || (single && (reason != null || since != null))) {
      throw new ParameterException(
          spec.commandLine(),
          "name the records, such as 0/17, or say --all, with --reason and --since if you like");
    }
    Filter filter = filter(reason, since);
    return with(
        topic -> {
          Resend resend = new Resend(topic, spec.commandLine(), dryRun);
          if (single) {
            wanted.forEach(one -> resend.take(find(topic, one)));
          } else {
            each(topic, filter, record -> resend.take(record, again));
          }
          return resend.end();
        });
  }

  /** What a list is narrowed to. */
  private record Filter(@Nullable String reason, @Nullable Instant since) {}

  private Filter filter(@Nullable String reason, @Nullable String since) {
    if (reason != null && Arrays.stream(Reason.values()).noneMatch(r -> r.word().equals(reason))) {
      throw new ParameterException(
          spec.commandLine(),
          "--reason "
              + reason
              + " must be one of "
              + Arrays.stream(Reason.values()).map(Reason::word).collect(Collectors.joining(", ")));
    }
    return new Filter(reason, since == null ? null : Since.read(since, spec.commandLine()));
  }

  private RejectedPlace place(String text) {
    return RejectedPlace.parse(text)
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(), "'" + text + "' must be a place such as 0/17; see list"));
  }

  private static RejectedRecord find(RejectedTopic topic, RejectedPlace place) {
    return topic
        .find(place)
        .orElseThrow(
            () ->
                new Stop(
                    ExitCode.FAILED,
                    "no refused record lies at " + place + ", or it is older than what is kept"));
  }

  /** Hands out all records newest first, until the taker wants no more. */
  private static void each(RejectedTopic topic, Filter filter, Predicate<RejectedRecord> taker) {
    RejectedCursor cursor = RejectedCursor.NEWEST;
    while (cursor != null) {
      RejectedRecords.Page page =
          topic.page(new Question(filter.reason(), filter.since(), cursor, PAGE));
      for (RejectedRecord record : page.records()) {
        if (!taker.test(record)) {
          return;
        }
      }
      cursor = page.next();
    }
  }

  private int with(ToIntFunction<RejectedTopic> work) {
    Settings settings = options.settings();
    try (RejectedTopic topic = topic(Cluster.find(settings), settings.streams().applicationId())) {
      return work.applyAsInt(topic);
    } catch (UnreadableException e) {
      throw new Stop(ExitCode.BROKER_UNREACHABLE, String.valueOf(e.getMessage()), e);
    } catch (LostBytesException e) {
      throw new Stop(ExitCode.FAILED, String.valueOf(e.getMessage()), e);
    } finally {
      spec.commandLine().getOut().flush();
    }
  }

  private static String line(RejectedView view) {
    try {
      return Terminal.printable(Json.MAPPER.writeValueAsString(view));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write a record as JSON", e);
    }
  }
}
