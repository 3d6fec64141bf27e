package io.tocsin.topology;

import io.tocsin.model.Reason;
import io.tocsin.model.Refusal;
import io.tocsin.wire.Headers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Predicate;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Makes the record for {@code news.rejected}: the original bytes, with reason and origin in its
 * headers.
 */
final class Rejection {
  /**
   * Longest value that is kept: enough to see what it was, and to send any ordinary article again.
   */
  static final int MAX_BYTES = 64 * 1024;

  private Rejection() {}

  /** The refusal of a record on which our own code stumbled. */
  static Refusal fault(String step, Throwable fault) {
    String what = fault.getClass().getName();
    String detail =
        step
            + " failed on this record with "
            + what
            + "; this is a fault of ours, please report it";
    return new Refusal(Reason.PROCESSING_FAILED, detail, null);
  }

  /**
   * What a refused record keeps of the record that it was.
   *
   * @param timestamp when the broker took it, epoch milliseconds
   * @param headers all that it came with
   */
  record Received(long timestamp, org.apache.kafka.common.header.Headers headers) {
    static Received of(Record<?, ?> record) {
      return new Received(record.timestamp(), record.headers());
    }
  }

  static Record<byte[], byte[]> of(
      byte @Nullable [] key,
      byte @Nullable [] value,
      Refusal refusal,
      RecordMetadata origin,
      Received received) {
    byte[] bytes = value == null ? new byte[0] : value;
    RecordHeaders headers = new RecordHeaders();
    keep(received.headers(), Headers.REPLAY_OF, Rejection::looksLikePlace, headers);
    add(headers, Headers.REASON, refusal.reason().word());
    add(headers, Headers.ERROR, refusal.detail());
    if (refusal.field() != null) {
      add(headers, Headers.FIELD, refusal.field());
    }
    add(headers, Headers.ORIGIN_TOPIC, origin.topic());
    add(headers, Headers.ORIGIN_PARTITION, Integer.toString(origin.partition()));
    add(headers, Headers.ORIGIN_OFFSET, Long.toString(origin.offset()));
    if (bytes.length > MAX_BYTES) {
      add(headers, Headers.ORIGINAL_BYTES, Integer.toString(bytes.length));
      bytes = Arrays.copyOf(bytes, MAX_BYTES);
    }
    return new Record<>(key, bytes, received.timestamp(), headers);
  }

  /**
   * The headers of an article that are handed on: the trace and the mark of a replay, when they
   * look like that. Anything else that a producer wrote stays behind, so that no one can fill our
   * topics through their headers.
   */
  static RecordHeaders trace(org.apache.kafka.common.header.Headers received) {
    RecordHeaders kept = new RecordHeaders();
    keep(received, Headers.TRACEPARENT, Rejection::looksLikeTrace, kept);
    keep(received, Headers.REPLAY_OF, Rejection::looksLikePlace, kept);
    return kept;
  }

  private static void keep(
      org.apache.kafka.common.header.Headers received,
      String name,
      Predicate<byte[]> wellFormed,
      RecordHeaders kept) {
    Header header = received.lastHeader(name);
    if (header != null && header.value() != null && wellFormed.test(header.value())) {
      kept.add(name, header.value());
    }
  }

  /** {@code partition/offset}. */
  private static boolean looksLikePlace(byte[] value) {
    return value.length <= 30
        && new String(value, StandardCharsets.US_ASCII).matches("[0-9]{1,9}/[0-9]{1,18}");
  }

  /** W3C Trace Context: {@code 00-<32 hex>-<16 hex>-<2 hex>}. */
  private static boolean looksLikeTrace(byte[] value) {
    return value.length == 55
        && new String(value, StandardCharsets.US_ASCII)
            .matches("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
  }

  private static void add(RecordHeaders headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
