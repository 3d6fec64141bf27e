package io.tocsin.runtime;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the partitions away from a broker that was killed, before it starts again.
 *
 * <p>The metadata of a killed broker still names it as the leader of everything. Started as it is,
 * it would lead for some seconds on the word of its former self, load the transactions that were
 * being committed, lose the lead when the controller notices the kill, and in that moment take
 * their partitions for deleted: the commit would be called complete without the markers that make
 * it so. The consumer group's offsets then stay locked for ever (docs/decisions/011). So the
 * controller is started alone first, until it has noticed.
 */
final class FormerBroker {
  private static final Logger logger = LoggerFactory.getLogger(FormerBroker.class);
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final Duration LOOK = Duration.ofMillis(50);
  private static final String CLEAN = ".kafka_cleanshutdown";
  private static final String COUNT = "kafka.controller:type=KafkaController,name=";

  private FormerBroker() {}

  /** Whether the folder was used, and its last user did not stop in order. */
  static boolean wasKilled(Path logs) {
    return Files.exists(logs.resolve(MetaPropertiesEnsemble.META_PROPERTIES_NAME))
        && !Files.exists(logs.resolve(CLEAN));
  }

  /**
   * Runs the controller alone until it counts no active broker.
   *
   * @param combined properties of the broker with its controller
   */
  static void fence(Properties combined) throws InterruptedException {
    KafkaRaftServer controller =
        new KafkaRaftServer(KafkaConfig.fromProps(alone(combined), false), Time.SYSTEM);
    try {
      controller.startup();
      if (!noticed()) {
        logger.warn(
            "the controller did not fence the killed broker within {} s; the start goes on",
            LIMIT.toSeconds());
      }
    } finally {
      controller.shutdown();
      controller.awaitShutdown();
    }
  }

  private static Properties alone(Properties combined) {
    Properties properties = new Properties();
    properties.putAll(combined);
    properties.put("process.roles", "controller");
    properties.put("listeners", "CONTROLLER://" + controllerAddress(combined));
    properties.remove("advertised.listeners");
    properties.remove("inter.broker.listener.name");
    return properties;
  }

  private static String controllerAddress(Properties combined) {
    String voters = combined.getProperty("controller.quorum.voters");
    return voters.substring(voters.indexOf('@') + 1);
  }

  private static boolean noticed() throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (System.nanoTime() < deadline) {
      if (count("FencedBrokerCount") > 0 && count("ActiveBrokerCount") == 0) {
        return true;
      }
      if (never.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
        break;
      }
    }
    return false;
  }

  /** The controller's own figure; 0 while it has none. */
  private static int count(String name) {
    MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
    try {
      return beans.getAttribute(new ObjectName(COUNT + name), "Value") instanceof Number number
          ? number.intValue()
          : 0;
    } catch (JMException e) {
      logger.debug("the controller has no {} yet", name);
      return 0;
    }
  }
}
