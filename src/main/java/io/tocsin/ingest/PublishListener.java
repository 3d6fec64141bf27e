package io.tocsin.ingest;

import io.tocsin.model.Refusal;

/**
 * Hears what happens while files are published. {@link #failed} may come from another thread than
 * the rest.
 */
public interface PublishListener {
  /**
   * Something was read and handed over.
   *
   * @param offers things read so far
   * @param bytes bytes of the input read so far
   */
  void moved(long offers, long bytes);

  /** Something that is no article is sent all the same, and will be rejected for this reason. */
  void warned(String place, Refusal refusal);

  /** Something cannot be sent. */
  void refused(String place, String problem);

  /** Files of the folder were not opened; told once, after everything was sent. */
  default void leftOut(LeftOut files) {}

  /** The cluster did not take a record. */
  void failed(String place, String cause);
}
