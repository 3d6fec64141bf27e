package io.tocsin.runtime;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knocks at a cluster until it answers. A cluster that is down is waited for; one that refuses us
 * is not.
 */
final class BrokerDoor {

  private static final Logger logger = LoggerFactory.getLogger(BrokerDoor.class);

  private static final int KNOCK_MILLIS = 5_000;

  private BrokerDoor() {}

  /**
   * Returns an admin client once the cluster has answered; the caller closes it.
   *
   * @param patience how often to knock before giving up, about 5 s each
   * @param stopping gives up without an answer when it becomes true
   * @throws Stop {@link ExitCode#BROKER_UNREACHABLE} when the cluster refuses us or patience ends
   */
  static Admin open(Cluster cluster, int patience, BooleanSupplier stopping) {
    for (int knock = 1; ; knock++) {
      String reason = "";
      Admin admin = null;
      try {
        admin = Admin.create(properties(cluster));
        answer(admin);
        return admin;
      } catch (ExecutionException | TimeoutException | KafkaException e) {
        reason = reason(cluster, e);
        if (admin != null) {
          admin.close(Duration.ZERO);
        }
      } catch (InterruptedException e) {
        admin.close(Duration.ZERO);
        Thread.currentThread().interrupt();
        throw new Stop(
            ExitCode.INTERRUPTED, "interrupted while waiting for " + cluster.bootstrap(), e);
      }
      if (knock >= patience || stopping.getAsBoolean()) {
        throw new Stop(ExitCode.BROKER_UNREACHABLE, unreachable(cluster, reason));
      }
      logger.warn("waiting for the Kafka cluster at {}: {}", cluster.bootstrap(), reason);
    }
  }

  /** Number of brokers that answer now. */
  static int brokers(Admin admin) {
    try {
      return answer(admin);
    } catch (ExecutionException | TimeoutException e) {
      throw new Stop(
          ExitCode.BROKER_UNREACHABLE, "the Kafka cluster stopped answering: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Stop(ExitCode.INTERRUPTED, "interrupted", e);
    }
  }

  private static int answer(Admin admin)
      throws ExecutionException, TimeoutException, InterruptedException {
    return admin.describeCluster().nodes().get(KNOCK_MILLIS, TimeUnit.MILLISECONDS).size();
  }

  private static Map<String, Object> properties(Cluster cluster) {
    Map<String, Object> properties = new LinkedHashMap<>(cluster.clients());
    properties.put(AdminClientConfig.CLIENT_ID_CONFIG, "tocsin-admin");
    properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, KNOCK_MILLIS);
    properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, KNOCK_MILLIS);
    return properties;
  }

  /** Why it did not answer; ends the wait when waiting cannot help. */
  private static String reason(Cluster cluster, Exception failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof AuthenticationException
          || cause instanceof AuthorizationException
          || cause instanceof UnsupportedVersionException
          || (cause instanceof ConfigException config && !isUnresolved(config))) {
        throw new Stop(
            ExitCode.BROKER_UNREACHABLE,
            "the Kafka cluster at "
                + cluster.bootstrap()
                + " refuses us: "
                + cause.getMessage()
                + "; check kafka.properties",
            failure);
      }
    }
    if (failure instanceof TimeoutException) {
      return "no answer";
    }
    Throwable deepest = failure;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    return deepest instanceof org.apache.kafka.common.errors.TimeoutException
        ? "no answer"
        : String.valueOf(deepest.getMessage());
  }

  /** A name that does not resolve yet, as at the start of a container network. */
  private static boolean isUnresolved(ConfigException e) {
    return String.valueOf(e.getMessage()).contains("No resolvable bootstrap urls");
  }

  private static String unreachable(Cluster cluster, String reason) {
    return "the Kafka cluster at "
        + cluster.bootstrap()
        + " cannot be reached: "
        + reason
        + "; is it running, and is kafka.bootstrap.servers right?";
  }
}
