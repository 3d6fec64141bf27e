package io.tocsin.wire.binary;

import java.io.IOException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/** Makes serdes of forms. The first byte of a value tells the form: a brace is JSON. */
final class BinarySerde {
  /** First byte of every value that is written now; another form takes another number. */
  static final int VERSION = 1;

  private static final byte JSON = '{';

  private BinarySerde() {}

  /**
   * A serde whose parts throw {@link SerializationException} on bytes that are no such value.
   *
   * @param what for messages, such as {@code a pane}
   */
  static <T> Serde<T> of(String what, Form<T> form) {
    Serializer<T> serializer = (topic, value) -> value == null ? null : form.write(value);
    Deserializer<T> deserializer =
        (topic, bytes) -> {
          if (bytes == null) {
            return null;
          }
          try {
            return read(form, bytes);
          } catch (IOException | RuntimeException e) {
            throw new SerializationException(
                "cannot read " + what + " from " + topic + "; was it written by a newer version?",
                e);
          }
        };
    return Serdes.serdeFrom(serializer, deserializer);
  }

  private static <T> T read(Form<T> form, byte[] bytes) throws IOException {
    if (bytes[0] == JSON) {
      return form.readJson(bytes);
    }
    Input in = new Input(bytes);
    int version = in.octet();
    if (version != VERSION) {
      throw new IllegalArgumentException("form " + version + ", not " + VERSION);
    }
    T value = form.read(in);
    if (!in.isAtEnd()) {
      throw new IllegalArgumentException("bytes after the end");
    }
    return value;
  }
}
