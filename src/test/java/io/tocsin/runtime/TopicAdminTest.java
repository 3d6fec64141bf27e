package io.tocsin.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.tocsin.fixtures.BrokerExtension;
import io.tocsin.wire.Topics;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Topics on a real broker: created, checked, corrected. */
class TopicAdminTest {

  @RegisterExtension static final BrokerExtension broker = new BrokerExtension();

  private final String prefix = broker.freshPrefix();
  private Admin admin;

  @BeforeEach
  void connect() {
    admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()));
  }

  @AfterEach
  void disconnect() {
    admin.close();
  }

  @Test
  void applyCreatesEveryTopicOnceAsTheHouseNeedsIt() throws Exception {
    // Given
    TopicAdmin topics = new TopicAdmin(admin, prefix);

    // When
    List<String> first = topics.apply();
    List<String> second = topics.apply();

    // Then
    assertThat(first)
        .hasSize(Topics.ALL.size())
        .allMatch(line -> line.startsWith("created " + prefix));
    assertThat(second).isEmpty();
    assertThat(admin.describeTopics(List.of(prefix + "articles")).allTopicNames().get().values())
        .singleElement()
        .satisfies(topic -> assertThat(topic.partitions()).hasSize(Topics.ARTICLES.partitions()));
    topics.verify();
  }

  @Test
  void missingTopicsAreNamedWithTheCommandThatMakesThem() {
    Stop stop = catchThrowableOfType(Stop.class, () -> new TopicAdmin(admin, prefix).verify());

    assertThat(stop.code()).isEqualTo(ExitCode.TOPICS_WRONG);
    assertThat(stop)
        .hasMessageContaining("topic " + prefix + "articles is missing")
        .hasMessageContaining("tocsin topics apply");
  }

  @Test
  void wrongCleanupPolicyIsNamedAndCorrected() throws Exception {
    // Given
    TopicAdmin topics = new TopicAdmin(admin, prefix);
    create(
        new NewTopic(prefix + "alerts", 2, (short) 1).configs(Map.of("cleanup.policy", "compact")));

    // When
    Stop stop = catchThrowableOfType(Stop.class, topics::verify);
    List<String> changes = topics.apply();

    // Then
    assertThat(stop)
        .hasMessageContaining(
            "topic " + prefix + "alerts has cleanup.policy=compact, but needs delete");
    assertThat(changes)
        .contains("set cleanup.policy=delete on " + prefix + "alerts, which had compact");
    topics.verify();
  }

  @Test
  void watchlistWithTwoPartitionsIsRefused() throws Exception {
    create(new NewTopic(prefix + "watchlist", 2, (short) 1).configs(Topics.WATCHLIST.config()));

    assertThatThrownBy(() -> new TopicAdmin(admin, prefix).apply())
        .hasMessageContaining("watchlist has 2 partitions");
  }

  private void create(NewTopic topic) throws Exception {
    admin.createTopics(List.of(topic)).all().get();
    await().until(() -> admin.listTopics().names().get().contains(topic.name()));
  }
}
