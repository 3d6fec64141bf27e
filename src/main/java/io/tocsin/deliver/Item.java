package io.tocsin.deliver;

import io.tocsin.model.Alert;
import java.time.Instant;
import org.apache.kafka.common.TopicPartition;

/**
 * One change of an alert with where it stands on {@code news.alerts}.
 *
 * @param alert the change
 * @param partition of the record
 * @param offset of the record
 * @param told when the broker took it
 */
record Item(Alert alert, TopicPartition partition, long offset, Instant told) {

  /** Names the change: what receivers know it by, alone in a message. */
  String id() {
    return alert.id() + "." + alert.sequence();
  }
}
