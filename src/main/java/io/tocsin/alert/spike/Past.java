package io.tocsin.alert.spike;

import java.util.SortedMap;

/** The counts of one series, hour by hour. */
interface Past {
  /**
   * The hours from one to another, both included, in which anything was counted; hours since
   * 1970-01-01T00:00Z.
   */
  SortedMap<Long, Long> hours(long first, long last);
}
