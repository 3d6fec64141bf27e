package io.tocsin.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.fixtures.Child;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker in a process of its own, killed and started again. */
class BrokerKillIT {

  private static final String TOPIC = "kept";
  private static final int RECORDS = 1_000;

  @TempDir private Path temp;

  @Test
  void killedBrokerComesBackOnItsPortWithEveryAcknowledgedRecord() throws Exception {
    // Given
    String first;
    try (Child broker = start()) {
      first = String.valueOf(broker.line());
      publish(first);

      // When
      broker.kill();
    }

    // Then
    try (Child again = start()) {
      String second = String.valueOf(again.line());
      assertThat(second).isEqualTo(first);
      assertThat(read(second)).hasSize(RECORDS);
      assertThat(again.terminate()).isEqualTo(ExitCode.OK.number());
      assertThat(DataFolder.announced(temp)).isEmpty();
    }
  }

  @Test
  void secondBrokerOnTheSameFolderIsRefusedWithThePidOfTheFirst() throws Exception {
    try (Child first = start()) {
      assertThat(first.line()).startsWith("127.0.0.1:");

      // When
      try (Child second = start()) {

        // Then
        assertThat(second.exitCode()).isEqualTo(ExitCode.DATA_IN_USE.number());
        assertThat(Files.readString(temp.resolve("child.log"))).contains("pid " + first.pid());
      }
    }
  }

  private Child start() {
    return Child.start(temp, "broker", "--data", temp.toString());
  }

  private static void publish(String bootstrap) throws Exception {
    Map<String, Object> properties = Map.of("bootstrap.servers", bootstrap);
    try (Admin admin = Admin.create(properties);
        var producer =
            new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer())) {
      admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
      for (int record = 0; record < RECORDS; record++) {
        var unused = producer.send(new ProducerRecord<>(TOPIC, Integer.toString(record)));
      }
      producer.flush();
    }
  }

  private static Set<String> read(String bootstrap) {
    Set<String> values = new HashSet<>();
    try (var consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrap),
            new StringDeserializer(),
            new StringDeserializer())) {
      TopicPartition partition = new TopicPartition(TOPIC, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      while (values.size() < RECORDS && System.nanoTime() < deadline) {
        for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
          values.add(record.value());
        }
      }
    }
    return values;
  }
}
