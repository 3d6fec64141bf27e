package io.tocsin.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.tocsin.runtime.Cluster;
import io.tocsin.runtime.ExitCode;
import io.tocsin.runtime.Interrupt;
import io.tocsin.settings.Settings;
import io.tocsin.wire.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what comes out of the flow, as it comes. */
@Command(
    name = "tail",
    description =
        "Follows tagged articles, counts or alerts: columns on a terminal, else one JSON object a line.",
    mixinStandardHelpOptions = true)
public final class TailCommand implements Callable<Integer> {

  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(3);

  private final SettingsOptions options;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "articles|counts|alerts", description = "What to follow")
  private String what = "";

  @Option(names = "--limit", paramLabel = "N", description = "Ends after so many")
  private long limit = Long.MAX_VALUE;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description =
          "Begins so far back, such as 10m or 2023-11-06T09:30:00Z, by the time the broker took the record")
  private @Nullable String since;

  @Option(names = "--from-beginning", description = "Begins with the oldest record")
  private boolean fromBeginning;

  @Option(names = "--no-follow", description = "Ends at the newest record")
  private boolean noFollow;

  @Option(names = "--json", description = "JSON lines, on a terminal too")
  private boolean json;

  private long printed;

  /** The command, with the settings in force when it runs. */
  public TailCommand(SettingsOptions options) {
    this.options = options;
  }

  @Override
  public Integer call() throws Exception {
    TailTopic topic = topic();
    Instant from = since == null ? null : Since.read(since, spec.commandLine());
    Settings settings = options.settings();
    Cluster cluster = Cluster.find(settings);
    try (TopicTail tail = new TopicTail(cluster, topic.name(cluster.prefix()))) {
      if (fromBeginning) {
        tail.fromBeginning();
      } else if (from != null) {
        tail.from(from);
      }
      return Interrupt.answering(() -> print(tail, topic), tail::stop, CLOSE_LIMIT);
    }
  }

  private int print(TopicTail tail, TailTopic topic) {
    PrintWriter out = spec.commandLine().getOut();
    int columns = !json && Terminal.isInteractive() ? Terminal.columns() : 0;
    if (columns > 0) {
      out.println(topic.head(columns));
    }
    if (limit > 0) {
      tail.read(!noFollow, record -> print(record, topic, columns));
    }
    out.flush();
    return ExitCode.OK.number();
  }

  private boolean print(ConsumerRecord<byte[], byte[]> record, TailTopic topic, int columns) {
    if (record.value() == null) {
      return true;
    }
    PrintWriter out = spec.commandLine().getOut();
    try {
      out.println(
          columns > 0
              ? topic.row(record.value(), columns)
              : Terminal.printable(line(record.value())));
    } catch (IOException | SerializationException e) {
      spec.commandLine()
          .getErr()
          .println(
              "skipped "
                  + record.topic()
                  + " partition "
                  + record.partition()
                  + " offset "
                  + record.offset()
                  + ": it is not ours");
      return true;
    }
    // False when the reader at the other end of the pipe has gone.
    return !out.checkError() && ++printed < limit;
  }

  /** The value on one line, whoever wrote it. */
  private static String line(byte[] value) throws IOException {
    try {
      return Json.MAPPER.writeValueAsString(Json.MAPPER.readTree(value));
    } catch (JsonProcessingException e) {
      throw new SerializationException("not JSON", e);
    }
  }

  private TailTopic topic() {
    for (TailTopic topic : TailTopic.values()) {
      if (topic.word().equals(what.toLowerCase(Locale.ROOT))) {
        return topic;
      }
    }
    throw new ParameterException(
        spec.commandLine(), "'" + what + "' cannot be followed; choose articles, counts or alerts");
  }
}
