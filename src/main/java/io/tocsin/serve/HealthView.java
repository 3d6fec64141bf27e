package io.tocsin.serve;

import java.util.Map;

/** What the probes may see of the running service. */
public interface HealthView {
  /**
   * False only when a restart would help; true while the group rebalances or the broker is away.
   */
  boolean live();

  /** Whether articles flow now: the streams are running. */
  boolean ready();

  /** One line per part, such as {@code streams: RUNNING}; free of secrets. */
  Map<String, String> details();
}
