package io.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.fixtures.BrokerExtension;
import io.tocsin.model.SubjectCount;
import io.tocsin.model.SubjectRef;
import io.tocsin.runtime.ExitCode;
import io.tocsin.wire.Topics;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The commands against a real broker: what they print and what they end with. */
class CommandsTest {

  @RegisterExtension static final BrokerExtension broker = new BrokerExtension();

  private final String prefix = broker.freshPrefix();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  @TempDir private Path data;

  @Test
  void topicsAreVerifiedAfterTheyAreApplied() {
    assertThat(run("topics", "verify")).isEqualTo(ExitCode.TOPICS_WRONG.number());
    assertThat(err.toString())
        .contains("topic " + prefix + "articles is missing")
        .contains("tocsin topics apply");
    assertThat(run("topics", "apply")).isEqualTo(ExitCode.OK.number());
    assertThat(out.toString()).contains("created " + prefix + "articles");
    assertThat(run("topics", "verify")).isEqualTo(ExitCode.OK.number());
  }

  @Test
  void tailPrintsOneJsonObjectPerRecordWhenPiped() {
    // Given
    run("topics", "apply");
    publish("place/kp");
    publish("place/ru");
    out.getBuffer().setLength(0);

    // When
    int code = run("tail", "counts", "--from-beginning", "--limit", "2");

    // Then
    assertThat(code).isEqualTo(ExitCode.OK.number());
    assertThat(out.toString().lines())
        .hasSize(2)
        .allMatch(line -> line.startsWith("{\"subject\":{\"id\":\"place/"));
  }

  @Test
  void tailThatDoesNotFollowEndsAtTheEnd() {
    run("topics", "apply");
    publish("place/kp");
    out.getBuffer().setLength(0);

    assertThat(run("tail", "counts", "--since", "1h", "--no-follow"))
        .isEqualTo(ExitCode.OK.number());
    assertThat(out.toString().lines()).hasSize(1);
  }

  @Test
  void wrongUseIsToldWithWhatIsRight() {
    assertThat(run("tail", "counts", "--since", "soon")).isEqualTo(ExitCode.USAGE.number());
    assertThat(err.toString()).contains("must be a duration such as 10m");
    assertThat(run("tail", "everything")).isEqualTo(ExitCode.USAGE.number());
    assertThat(err.toString()).contains("choose articles, counts or alerts");
    assertThat(run("topics", "verify", "--set", "http.prot=1")).isEqualTo(ExitCode.USAGE.number());
    assertThat(err.toString()).contains("did you mean http.port?");
  }

  @Test
  void withoutAServiceTheMessageSaysHowToStartOne() {
    int code = execute("tail", "alerts", "--set", "data.folder=" + data);

    assertThat(code).isEqualTo(ExitCode.BROKER_UNREACHABLE.number());
    assertThat(err.toString())
        .contains("no service is running here")
        .contains("tocsin run")
        .contains("kafka.bootstrap.servers");
  }

  @Test
  void healthOfNothingIsAFailureThatNamesTheAddress() {
    assertThat(run("health", "--set", "http.port=1")).isEqualTo(ExitCode.FAILED.number());
    assertThat(err.toString()).contains("nothing answers at http://127.0.0.1:1/readyz");
  }

  @Test
  void rowsFitTheTerminal() {
    byte[] value = Topics.COUNTS.value().serializer().serialize("counts", count("place/kp"));

    assertThat(TailTopic.COUNTS.row(value, 70))
        .startsWith("2023-11-06T09:30:00Z  place/kp")
        .hasSizeLessThanOrEqualTo(70);
    for (TailTopic topic : TailTopic.values()) {
      assertThat(topic.head(120)).hasSizeLessThanOrEqualTo(120);
    }
  }

  private int run(String... arguments) {
    String[] all = new String[arguments.length + 4];
    all[0] = "--set";
    all[1] = "kafka.bootstrap.servers=" + broker.bootstrap();
    all[2] = "--set";
    all[3] = "kafka.topic.prefix=" + prefix;
    System.arraycopy(arguments, 0, all, 4, arguments.length);
    return execute(all);
  }

  private int execute(String... arguments) {
    Root root = new Root();
    return new CommandLine(root)
        .addSubcommand(new TailCommand(root.options))
        .addSubcommand(new TopicsCommand(root.options))
        .addSubcommand(new HealthCommand(root.options))
        .setExecutionExceptionHandler(new Failures())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  private void publish(String subject) {
    try (var producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrap()),
            Topics.COUNTS.key().serializer(),
            Topics.COUNTS.value().serializer())) {
      var sent =
          producer.send(new ProducerRecord<>(Topics.COUNTS.name(prefix), subject, count(subject)));
      producer.flush();
      assertThat(sent).isDone();
    }
  }

  private static SubjectCount count(String subject) {
    return new SubjectCount(
        SubjectRef.of(subject, subject),
        Instant.parse("2023-11-06T09:30:00Z"),
        Duration.ofMinutes(1),
        3,
        2,
        2,
        5,
        0);
  }

  @Command(name = "tocsin")
  private static final class Root {
    @Mixin private SettingsOptions options = new SettingsOptions();
  }
}
