package io.tocsin.runtime;

import io.tocsin.settings.Settings;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;

/**
 * A Kafka cluster and how our clients reach it.
 *
 * @param bootstrap {@code host:port}, several separated by commas
 * @param prefix of the topics' names, such as {@code news.}
 * @param properties {@code kafka.properties} of the settings: TLS, SASL
 */
public record Cluster(String bootstrap, String prefix, Map<String, String> properties) {

  /** Copies the properties. */
  public Cluster {
    properties = Map.copyOf(properties);
  }

  /** The cluster at an address, reached as the settings say. */
  public static Cluster at(String bootstrap, Settings settings) {
    return new Cluster(bootstrap, settings.kafka().topicPrefix(), settings.kafka().properties());
  }

  /**
   * The cluster that a command on this machine means: the one of the settings, else the embedded
   * broker of the data folder.
   *
   * @throws Stop when there is neither
   */
  public static Cluster find(Settings settings) {
    String configured = settings.kafka().bootstrapServers();
    if (configured != null) {
      return at(configured, settings);
    }
    return DataFolder.announced(settings.data())
        .map(address -> at(address, settings))
        .orElseThrow(
            () ->
                new Stop(
                    ExitCode.BROKER_UNREACHABLE,
                    "no service is running here (there is no broker in "
                        + settings.data()
                        + "): start it with `tocsin run`, or set kafka.bootstrap.servers"));
  }

  /** What every Kafka client needs to connect. */
  public Map<String, String> clients() {
    Map<String, String> clients = new LinkedHashMap<>(properties);
    clients.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
    return clients;
  }

  /** Names the properties but not their values: passwords may be among them. */
  @Override
  public String toString() {
    return "Cluster[" + bootstrap + ", " + prefix + ", " + properties.keySet() + "]";
  }
}
