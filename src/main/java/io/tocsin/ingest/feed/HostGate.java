package io.tocsin.ingest.feed;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets one request at a time go to each host. Nobody holds one host while waiting for another, so
 * that redirects between two hosts cannot lock each other out.
 */
final class HostGate {
  private final Map<String, Semaphore> hosts = new ConcurrentHashMap<>();

  /** Whether nobody asks this host at the moment. */
  boolean isFree(String host) {
    Semaphore gate = hosts.get(host);
    return gate == null || gate.availablePermits() > 0;
  }

  /**
   * Waits for the host.
   *
   * @return false when it took too long; else {@link #leave} must follow
   */
  boolean enter(String host, Duration patience) throws InterruptedException {
    return hosts
        .computeIfAbsent(host, name -> new Semaphore(1, true))
        .tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Lets the next one in. */
  void leave(String host) {
    Semaphore gate = hosts.get(host);
    if (gate != null) {
      gate.release();
    }
  }
}
