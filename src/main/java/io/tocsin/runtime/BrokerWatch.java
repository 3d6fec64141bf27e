package io.tocsin.runtime;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the cluster every few seconds whether it is there, so that health and log say so once and in
 * words.
 */
final class BrokerWatch implements AutoCloseable {

  private static final Logger logger = LoggerFactory.getLogger(BrokerWatch.class);

  private static final long PERIOD_SECONDS = 5;

  private final Admin admin;
  private final Cluster cluster;
  private final Health health;
  private final CountDownLatch closing = new CountDownLatch(1);

  private BrokerWatch(Admin admin, Cluster cluster, Health health) {
    this.admin = admin;
    this.cluster = cluster;
    this.health = health;
  }

  /**
   * Starts asking, on a thread of its own; the admin client stays the caller's to close, after
   * this.
   */
  static BrokerWatch start(Admin admin, Cluster cluster, Health health) {
    BrokerWatch watch = new BrokerWatch(admin, cluster, health);
    Thread thread = new Thread(watch::run, "broker-watch");
    thread.setDaemon(true);
    thread.start();
    return watch;
  }

  private void run() {
    try {
      while (!closing.await(PERIOD_SECONDS, TimeUnit.SECONDS)) {
        ask();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void ask() {
    try {
      BrokerDoor.brokers(admin);
      if (health.broker(true, "answers at " + cluster.bootstrap())) {
        logger.info("the Kafka cluster at {} answers again", cluster.bootstrap());
      }
    } catch (Stop e) {
      if (closing.getCount() > 0
          && health.broker(false, "does not answer at " + cluster.bootstrap())) {
        logger.warn(
            "the Kafka cluster at {} does not answer; the service goes on when it is back",
            cluster.bootstrap());
      }
    }
  }

  @Override
  public void close() {
    closing.countDown();
  }
}
