package io.tocsin.runtime;

import io.tocsin.wire.Topic;
import io.tocsin.wire.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Creates the topics of the house and checks those that are there. */
public final class TopicAdmin {

  /** What the flow's meaning rests on. How long records are kept is the operator's to change. */
  private static final Set<String> MEANING = Set.of("cleanup.policy", "message.timestamp.type");

  private static final Config NO_CONFIG = new Config(List.of());

  private static final Duration VISIBLE_WITHIN = Duration.ofSeconds(15);

  private final Admin admin;
  private final String prefix;

  /**
   * For one cluster.
   *
   * @param admin stays the caller's to close
   * @param prefix of the topics' names, such as {@code news.}
   */
  public TopicAdmin(Admin admin, String prefix) {
    this.admin = admin;
    this.prefix = prefix;
  }

  /**
   * Works on the topics of a cluster with a connection of its own.
   *
   * @throws Stop {@link ExitCode#BROKER_UNREACHABLE} when the cluster does not answer within about
   *     10 s
   */
  public static List<String> on(Cluster cluster, Function<TopicAdmin, List<String>> work) {
    try (Admin admin = BrokerDoor.open(cluster, 2, () -> false)) {
      return work.apply(new TopicAdmin(admin, cluster.prefix()));
    }
  }

  /**
   * Creates what is missing with one copy per broker, at most three, and sets right what can be
   * set; then checks everything.
   *
   * @return one line per change, empty when all was well
   * @throws Stop {@link ExitCode#TOPICS_WRONG} when something is left that needs a hand
   */
  public List<String> apply() {
    List<String> changes = new ArrayList<>();
    Map<String, TopicDescription> present = describe();
    short copies = (short) Math.min(3, BrokerDoor.brokers(admin));
    List<NewTopic> missing = new ArrayList<>();
    for (Topic<?, ?> topic : Topics.ALL) {
      String name = topic.name(prefix);
      if (!present.containsKey(name)) {
        missing.add(new NewTopic(name, topic.partitions(), copies).configs(topic.config()));
        changes.add(
            "created "
                + name
                + " with "
                + topic.partitions()
                + " partitions, "
                + copies
                + " copies");
      }
    }
    create(missing);
    // Looked up again: what another made meanwhile is there now, and may be wrong.
    changes.addAll(correct(describe().keySet()));
    verify();
    return changes;
  }

  /**
   * Checks that every topic is there and set up as the flow needs it.
   *
   * @throws Stop {@link ExitCode#TOPICS_WRONG} with one line per problem
   */
  public void verify() {
    List<String> problems = problems();
    if (!problems.isEmpty()) {
      throw new Stop(
          ExitCode.TOPICS_WRONG,
          String.join("\n", problems) + "\ncreate and correct topics with `tocsin topics apply`");
    }
  }

  private List<String> problems() {
    Map<String, TopicDescription> present = describe();
    Map<String, Config> configs = configs(present.keySet());
    List<String> problems = new ArrayList<>();
    for (Topic<?, ?> topic : Topics.ALL) {
      String name = topic.name(prefix);
      TopicDescription description = present.get(name);
      if (description == null) {
        problems.add("topic " + name + " is missing");
        continue;
      }
      int partitions = description.partitions().size();
      if (topic.equals(Topics.WATCHLIST) && partitions != 1) {
        problems.add(
            "topic "
                + name
                + " has "
                + partitions
                + " partitions, but its order needs exactly one: delete it, apply, and apply the watchlist again");
      }
      wrong(topic, configs.getOrDefault(name, NO_CONFIG))
          .forEach(
              (key, value) ->
                  problems.add(
                      "topic "
                          + name
                          + " has "
                          + key
                          + "="
                          + value
                          + ", but needs "
                          + topic.config().get(key)));
    }
    return problems;
  }

  /** Settings of meaning that differ, with the value that they have. */
  private static Map<String, String> wrong(Topic<?, ?> topic, Config config) {
    Map<String, String> wrong = new LinkedHashMap<>();
    topic
        .config()
        .forEach(
            (key, value) -> {
              ConfigEntry entry = config.get(key);
              if (MEANING.contains(key) && entry != null && !value.equals(entry.value())) {
                wrong.put(key, entry.value());
              }
            });
    return wrong;
  }

  private List<String> correct(Set<String> names) {
    Map<Topic<?, ?>, Map<String, String>> wrong = wrong(names);
    List<String> changes = new ArrayList<>();
    Map<ConfigResource, Collection<AlterConfigOp>> orders = new LinkedHashMap<>();
    wrong.forEach(
        (topic, entries) -> {
          List<AlterConfigOp> order = new ArrayList<>();
          entries.forEach(
              (key, former) -> {
                String value = topic.config().getOrDefault(key, "");
                order.add(new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET));
                changes.add(
                    "set "
                        + key
                        + "="
                        + value
                        + " on "
                        + topic.name(prefix)
                        + ", which had "
                        + former);
              });
          orders.put(resource(topic.name(prefix)), order);
        });
    get(admin.incrementalAlterConfigs(orders).all());
    awaitThat(() -> wrong(names).isEmpty());
    return changes;
  }

  /** Topics whose settings of meaning differ, with the values that they have. */
  private Map<Topic<?, ?>, Map<String, String>> wrong(Collection<String> names) {
    Map<Topic<?, ?>, Map<String, String>> wrong = new LinkedHashMap<>();
    Map<String, Config> configs = configs(names);
    for (Topic<?, ?> topic : Topics.ALL) {
      Map<String, String> entries =
          wrong(topic, configs.getOrDefault(topic.name(prefix), NO_CONFIG));
      if (!entries.isEmpty()) {
        wrong.put(topic, entries);
      }
    }
    return wrong;
  }

  private void create(List<NewTopic> topics) {
    admin
        .createTopics(topics)
        .values()
        .forEach(
            (name, future) -> {
              try {
                future.get();
              } catch (ExecutionException e) {
                // Another instance that starts at the same time may have been quicker.
                if (!(e.getCause() instanceof TopicExistsException)) {
                  throw failed(e);
                }
              } catch (InterruptedException e) {
                throw interrupted(e);
              }
            });
    awaitThat(() -> describe().size() == Topics.ALL.size());
  }

  /** A broker hears of a change a moment after the controller made it. */
  private static void awaitThat(BooleanSupplier visible) {
    long deadline = System.nanoTime() + VISIBLE_WITHIN.toNanos();
    while (!visible.getAsBoolean() && System.nanoTime() < deadline) {
      pause();
    }
  }

  private Map<String, TopicDescription> describe() {
    Map<String, TopicDescription> present = new LinkedHashMap<>();
    List<String> names = Topics.ALL.stream().map(topic -> topic.name(prefix)).toList();
    admin
        .describeTopics(names)
        .topicNameValues()
        .forEach(
            (name, future) -> {
              try {
                present.put(name, future.get());
              } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                  throw failed(e);
                }
              } catch (InterruptedException e) {
                throw interrupted(e);
              }
            });
    return present;
  }

  private Map<String, Config> configs(Collection<String> names) {
    Map<String, Config> configs = new LinkedHashMap<>();
    get(admin.describeConfigs(names.stream().map(TopicAdmin::resource).toList()).all())
        .forEach((resource, config) -> configs.put(resource.name(), config));
    return configs;
  }

  private static ConfigResource resource(String topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic);
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(50);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static <T> T get(KafkaFuture<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw failed(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static Stop failed(ExecutionException e) {
    return new Stop(
        ExitCode.TOPICS_WRONG, "the cluster refused an order about topics: " + e.getCause(), e);
  }

  private static Stop interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new Stop(ExitCode.INTERRUPTED, "interrupted", e);
  }
}
