package io.tocsin.serve.rejected;

import io.tocsin.wire.Headers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * A record that was refused.
 *
 * @param place where it lies
 * @param rejectedAt when the broker took it there
 * @param reason such as {@code malformed_json}; {@code unknown} when its header is missing
 * @param error one sentence for a person
 * @param field the field at fault
 * @param origin where it came from
 * @param key as it came
 * @param value the bytes that were kept
 * @param originalBytes how many there were
 * @param replayOf the record that was sent again and became this one
 */
public record RejectedRecord(
    RejectedPlace place,
    Instant rejectedAt,
    String reason,
    @Nullable String error,
    @Nullable String field,
    Origin origin,
    @Nullable Bytes key,
    Bytes value,
    long originalBytes,
    @Nullable RejectedPlace replayOf) {

  /**
   * Where a record came from.
   *
   * @param topic its name; empty when its header is missing
   * @param partition -1 when unknown
   * @param offset -1 when unknown
   */
  public record Origin(String topic, int partition, long offset) {}

  /** Reads a record of the topic; headers that are missing or strange are no failure. */
  static RejectedRecord of(ConsumerRecord<byte[], byte[]> record) {
    byte[] value = record.value() == null ? new byte[0] : record.value();
    String reason = header(record, Headers.REASON);
    String replayOf = header(record, Headers.REPLAY_OF);
    Origin origin =
        new Origin(
            Optional.ofNullable(header(record, Headers.ORIGIN_TOPIC)).orElse(""),
            (int) number(record, Headers.ORIGIN_PARTITION, -1),
            number(record, Headers.ORIGIN_OFFSET, -1));
    return new RejectedRecord(
        new RejectedPlace(record.partition(), record.offset()),
        Instant.ofEpochMilli(record.timestamp()),
        reason == null ? "unknown" : reason,
        header(record, Headers.ERROR),
        header(record, Headers.FIELD),
        origin,
        record.key() == null ? null : Bytes.wrap(record.key()),
        Bytes.wrap(value),
        number(record, Headers.ORIGINAL_BYTES, value.length),
        replayOf == null ? null : RejectedPlace.parse(replayOf).orElse(null));
  }

  /** Whether only the beginning of the value was kept. */
  public boolean cut() {
    return originalBytes > value.get().length;
  }

  private static @Nullable String header(ConsumerRecord<?, ?> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }

  private static long number(ConsumerRecord<?, ?> record, String name, long otherwise) {
    String text = header(record, name);
    return text != null && text.matches("[0-9]{1,18}") ? Long.parseLong(text) : otherwise;
  }
}
