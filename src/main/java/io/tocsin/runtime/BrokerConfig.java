package io.tocsin.runtime;

import java.util.Map;

/**
 * What the embedded broker is told besides its folder and its ports: a broker for one machine,
 * quick to start and small on disk.
 */
final class BrokerConfig {

  private static final String MEBIBYTE = Integer.toString(1 << 20);

  static final Map<String, String> FIXED =
      Map.ofEntries(
          Map.entry("process.roles", "broker,controller"),
          Map.entry("controller.listener.names", "CONTROLLER"),
          Map.entry("inter.broker.listener.name", "PLAINTEXT"),
          Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
          // One broker: more than one partition or copy of the inner topics only costs start-up
          // time.
          Map.entry("offsets.topic.num.partitions", "1"),
          Map.entry("offsets.topic.replication.factor", "1"),
          Map.entry("transaction.state.log.num.partitions", "1"),
          Map.entry("transaction.state.log.replication.factor", "1"),
          Map.entry("transaction.state.log.min.isr", "1"),
          Map.entry("share.coordinator.state.topic.num.partitions", "1"),
          Map.entry("share.coordinator.state.topic.replication.factor", "1"),
          Map.entry("share.coordinator.state.topic.min.isr", "1"),
          Map.entry("group.initial.rebalance.delay.ms", "0"),
          Map.entry("num.network.threads", "2"),
          Map.entry("num.io.threads", "2"),
          Map.entry("background.threads", "2"),
          Map.entry("log.cleaner.dedupe.buffer.size", Integer.toString(2 << 20)),
          // A misspelt topic is an error, not a new topic.
          Map.entry("auto.create.topics.enable", "false"),
          // Indexes are allocated in advance, at 10 MiB each by default: that is what makes an
          // empty folder large.
          Map.entry("log.index.size.max.bytes", MEBIBYTE),
          Map.entry("log.segment.bytes", Integer.toString(64 << 20)),
          Map.entry("offsets.topic.segment.bytes", Integer.toString(8 << 20)),
          Map.entry("transaction.state.log.segment.bytes", Integer.toString(8 << 20)),
          Map.entry("share.coordinator.state.topic.segment.bytes", MEBIBYTE),
          Map.entry("metadata.log.segment.bytes", Integer.toString(8 << 20)),
          // A tagged article carries its article: the longest accepted one must still fit with its
          // tags.
          Map.entry("message.max.bytes", Integer.toString(11 << 20)),
          // After a kill -9 the controller refuses the same broker until its old session has ended.
          Map.entry("broker.session.timeout.ms", "3000"),
          Map.entry("broker.heartbeat.interval.ms", "500"));

  private BrokerConfig() {}
}
