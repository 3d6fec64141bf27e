package io.tocsin.runtime;

import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.ProcessorStateException;

/**
 * What a failure of a stream thread means.
 *
 * @param fatal false when a new thread may do better, as after an outage of the broker
 * @param code what the process ends with when it is fatal
 * @param advice what the operator can do
 */
record Verdict(boolean fatal, ExitCode code, String advice) {

  /** Judges by the most telling cause, from the outside in. */
  static Verdict on(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof AuthenticationException || cause instanceof AuthorizationException) {
        return new Verdict(
            true,
            ExitCode.BROKER_UNREACHABLE,
            "the cluster refuses us: check kafka.properties and the rights of our user");
      }
      if (cause instanceof MissingSourceTopicException) {
        return new Verdict(
            true, ExitCode.TOPICS_WRONG, "a topic is gone: run `tocsin topics apply`");
      }
      if (cause instanceof ProcessorStateException) {
        return new Verdict(
            true,
            ExitCode.STREAM_FAILED,
            "a store cannot be used: check the disk; if it is fine, remove the folder streams in the data folder, which is built again from its topics");
      }
      if (cause instanceof RetriableException) {
        return new Verdict(false, ExitCode.STREAM_FAILED, "a thread is started in its place");
      }
    }
    return new Verdict(
        true,
        ExitCode.STREAM_FAILED,
        "this is a fault of ours or of the data: please report the lines above");
  }
}
