package io.tocsin.wire.binary;

import java.io.IOException;

/**
 * How one kind of value is written.
 *
 * @param <T> the values
 */
interface Form<T> {

  /** The bytes of a value. */
  byte[] write(T value);

  /** The value of bytes that {@link #write} made. */
  T read(Input in);

  /** The value of a JSON object, the form before this one. */
  T readJson(byte[] json) throws IOException;
}
