package io.tocsin.backtest;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Articles of the past, in the order in which live received them or would have. */
public interface Recording extends AutoCloseable {

  /**
   * The next record; null at the end.
   *
   * @throws IOException when it cannot be read on; the message names the place
   */
  @Nullable Recorded next() throws IOException;

  /** How many input partitions it stands on. */
  int partitions();

  /** How much was read so far, from 0 to 1; negative when nobody can know. */
  double part();

  @Override
  void close() throws IOException;
}
