package io.tocsin.deliver.channel;

import java.time.Instant;

/** One sink as it is spoken to. Used by one thread. */
public interface Channel extends AutoCloseable {

  /** The host, for people; never path or query. */
  String target();

  /**
   * Sends a message and waits for the answer, within a limit of time. Throws nothing: whatever goes
   * wrong is an answer.
   *
   * @param now the time of this attempt
   */
  Answer send(Message message, Instant now);

  /** Lets go of connections. */
  @Override
  void close();
}
