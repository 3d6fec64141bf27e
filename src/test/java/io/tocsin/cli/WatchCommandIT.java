package io.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.fixtures.BrokerExtension;
import io.tocsin.wire.Topics;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * {@code tocsin watch apply} and {@code diff} against a real broker: what they print and how they
 * end.
 */
class WatchCommandIT {

  @RegisterExtension static final BrokerExtension broker = new BrokerExtension();

  @TempDir private Path folder;
  private final String prefix = broker.freshPrefix();
  private final Map<String, String> client = Map.of("bootstrap.servers", broker.bootstrap());
  private String out = "";

  @BeforeEach
  void createTopic() throws Exception {
    try (Admin admin = Admin.create(Map.copyOf(client))) {
      NewTopic topic = new NewTopic(Topics.WATCHLIST.name(prefix), 1, (short) 1);
      admin.createTopics(List.of(topic.configs(Topics.WATCHLIST.config()))).all().get();
    }
  }

  @Test
  void differenceIsPrintedFirstAndThenTheVersion() throws IOException {
    // Given
    write("Exia");

    // When
    int exitCode = run("apply", folder.toString());

    // Then
    assertThat(exitCode).isZero();
    assertThat(out)
        .isEqualToNormalizingNewlines(
            """
            + subject place/xx (Exia)
            subjects: 1 added, 0 changed, 0 removed; rules: 0 added, 0 changed, 0 removed
            version 1 applied, effective for every article (1 subjects, 0 rules)
            """);
  }

  @Test
  void diffEndsWithOneUntilTheChangeIsApplied() throws IOException {
    // Given
    write("Exia");
    run("apply", folder.toString());
    write("Exia, Exland");

    // When
    int dryRun = run("apply", "--dry-run", folder.toString());
    String printedByDryRun = out;
    int different = run("diff", folder.toString());
    int applied = run("apply", folder.toString());
    String printedByApply = out;
    int equal = run("diff", folder.toString());

    // Then
    assertThat(dryRun).isZero();
    assertThat(printedByDryRun)
        .contains("aliases: +\"Exland\"")
        .contains("dry run: nothing was written");
    assertThat(different).isEqualTo(1);
    assertThat(applied).isZero();
    assertThat(printedByApply)
        .contains(
            "version 2 applied, effective for articles received from 2023-11-06T09:00:02Z on");
    assertThat(equal).isZero();
    assertThat(out).isEqualToNormalizingNewlines("no difference\n");
  }

  private int run(String... arguments) {
    StringWriter written = new StringWriter();
    WatchCommand watch =
        new WatchCommand(
            () -> new WatchCommand.Kafka(client, prefix, Duration.ofSeconds(2)),
            Clock.fixed(Instant.parse("2023-11-06T09:00:00Z"), ZoneOffset.UTC));
    int exitCode = new CommandLine(watch).setOut(new PrintWriter(written)).execute(arguments);
    out = written.toString();
    return exitCode;
  }

  private void write(String aliases) throws IOException {
    Files.writeString(
        folder.resolve("a.yaml"),
        "subjects: [{id: place/xx, name: Exia, aliases: [" + aliases + "]}]");
  }
}
