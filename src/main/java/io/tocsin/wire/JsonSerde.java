package io.tocsin.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/** Serdes of our own records as JSON; for topics that only the house writes. */
public final class JsonSerde {
  private JsonSerde() {}

  /**
   * A serde of one record type.
   *
   * @throws SerializationException from its parts, when bytes are not such a record
   */
  public static <T> Serde<T> of(Class<T> type) {
    ObjectReader reader = Json.MAPPER.readerFor(type);
    ObjectWriter writer = Json.MAPPER.writerFor(type);
    Serializer<T> serializer =
        (topic, value) -> {
          if (value == null) {
            return null;
          }
          try {
            return writer.writeValueAsBytes(value);
          } catch (JsonProcessingException e) {
            throw new SerializationException(
                "cannot write " + type.getSimpleName() + " for " + topic, e);
          }
        };
    Deserializer<T> deserializer =
        (topic, bytes) -> {
          if (bytes == null) {
            return null;
          }
          try {
            return reader.readValue(bytes);
          } catch (IOException e) {
            throw new SerializationException(
                "cannot read " + type.getSimpleName() + " from " + topic, e);
          }
        };
    return Serdes.serdeFrom(serializer, deserializer);
  }
}
