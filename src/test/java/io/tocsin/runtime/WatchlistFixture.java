package io.tocsin.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.fixtures.BrokerExtension;
import io.tocsin.model.Subject;
import io.tocsin.model.Watchlist;
import io.tocsin.wire.Topics;
import io.tocsin.wire.watchlist.WatchlistFolder;
import io.tocsin.wire.watchlist.WatchlistState;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * A topic of its own on the shared broker for each test, and short words for what is done with it.
 */
abstract class WatchlistFixture {

  @RegisterExtension static final BrokerExtension broker = new BrokerExtension();

  static final Duration LIMIT = Duration.ofSeconds(30);
  static final Duration LEAD = Duration.ofSeconds(2);
  static final Instant NOW = Instant.parse("2023-11-06T09:00:00Z");

  @TempDir Path folder;
  final String prefix = broker.freshPrefix();

  @BeforeEach
  void createTopic() throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
      NewTopic topic = new NewTopic(Topics.WATCHLIST.name(prefix), 1, (short) 1);
      admin.createTopics(List.of(topic.configs(Topics.WATCHLIST.config()))).all().get();
    }
  }

  void apply(Watchlist wanted, Instant now) {
    WatchlistWriter writer = writer(now);
    assertThat(writer.apply(writer.plan(wanted))).isPresent();
  }

  WatchlistWriter writer(Instant now) {
    return writer(fixed(now));
  }

  WatchlistWriter writer(Clock clock) {
    return new WatchlistWriter(client(), prefix, LEAD, clock, "tester");
  }

  WatchlistState state() {
    return new WatchlistTopic(client(), prefix).read("test");
  }

  Map<String, String> client() {
    return Map.of("bootstrap.servers", broker.bootstrap());
  }

  /** A list with a subject per letter and one rule that never changes. */
  Watchlist list(String... letters) throws IOException {
    StringBuilder text =
        new StringBuilder(
            "rules: [{id: any, on: {all: true}, when: {threshold: {window: 5m, measure: articles, atLeast: 5}}}]\nsubjects:\n");
    for (String letter : letters) {
      text.append("  - {id: place/")
          .append(letter)
          .append(", name: ")
          .append(letter)
          .append(", aliases: [")
          .append(letter)
          .append("]}\n");
    }
    return WatchlistFolder.read(Files.writeString(folder.resolve("list.yaml"), text));
  }

  Watchlist readList(String... letters) {
    try {
      return list(letters);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> ids(Watchlist watchlist) {
    return watchlist.subjects().stream().map(Subject::id).toList();
  }

  static Clock fixed(Instant now) {
    return Clock.fixed(now, ZoneOffset.UTC);
  }
}
