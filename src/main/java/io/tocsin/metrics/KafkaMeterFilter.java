package io.tocsin.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import java.util.List;

/**
 * Lets through those of Kafka's meters that move at the recording level INFO. Kafka registers many
 * more, which stay 0 or NaN unless the level is DEBUG: a chart or an alert on one of them would be
 * wrong for ever without looking wrong.
 */
final class KafkaMeterFilter implements MeterFilter {
  /** Beginnings of the names that are live and that somebody can act on. */
  static final List<String> LIVE =
      List.of(
          "kafka.stream.client.state",
          "kafka.stream.alive.stream.threads",
          "kafka.stream.failed.stream.threads",
          "kafka.stream.thread.process.",
          "kafka.stream.thread.commit.",
          "kafka.stream.thread.poll.",
          "kafka.stream.thread.task.",
          "kafka.stream.state.updater.active.restoring.tasks",
          "kafka.stream.state.updater.restore.records.rate",
          "kafka.stream.processor.node.record.e2e.latency.",
          "kafka.stream.task.dropped.records.",
          "kafka.stream.task.active.process.ratio",
          "kafka.stream.topic.records.",
          "kafka.stream.topic.bytes.",
          "kafka.consumer.fetch.manager.records.lag.max",
          "kafka.consumer.fetch.manager.records.consumed.",
          "kafka.consumer.coordinator.assigned.partitions",
          "kafka.consumer.coordinator.rebalance.",
          "kafka.consumer.coordinator.failed.rebalance.",
          "kafka.producer.record.send.",
          "kafka.producer.record.error.",
          "kafka.producer.txn.");

  @Override
  public MeterFilterReply accept(Meter.Id id) {
    String name = id.getName();
    if (!name.startsWith("kafka.")) {
      return MeterFilterReply.NEUTRAL;
    }
    return LIVE.stream().anyMatch(name::startsWith)
        ? MeterFilterReply.NEUTRAL
        : MeterFilterReply.DENY;
  }
}
