package io.tocsin.topology;

import io.tocsin.wire.Headers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/**
 * Describes outgoing records by CloudEvents 1.0 headers in binary mode.
 *
 * @param <V> type of the values
 */
final class CloudEvents<V> extends ContextualFixedKeyProcessor<String, V, V> {
  /** A relative URI reference: the service does not know under which name its cluster is known. */
  private static final byte[] SOURCE = bytes("/tocsin");

  private static final byte[] VERSION = bytes("1.0");
  private static final byte[] JSON = bytes("application/json");

  private final byte[] type;
  private final Function<V, String> id;
  private final Function<V, Instant> time;

  private CloudEvents(String type, Function<V, String> id, Function<V, Instant> time) {
    this.type = bytes(type);
    this.id = id;
    this.time = time;
  }

  static <V> FixedKeyProcessorSupplier<String, V, V> of(
      String type, Function<V, String> id, Function<V, Instant> time) {
    return () -> new CloudEvents<>(type, id, time);
  }

  @Override
  public void process(FixedKeyRecord<String, V> record) {
    add(record, Headers.CE_SPECVERSION, VERSION);
    add(record, Headers.CE_TYPE, type);
    add(record, Headers.CE_SOURCE, SOURCE);
    add(record, Headers.CE_ID, bytes(id.apply(record.value())));
    add(record, Headers.CE_TIME, bytes(time.apply(record.value()).toString()));
    add(record, Headers.CONTENT_TYPE, JSON);
    context().forward(record);
  }

  private static void add(FixedKeyRecord<String, ?> record, String name, byte[] value) {
    record.headers().remove(name).add(name, value);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
