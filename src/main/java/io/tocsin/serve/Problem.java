package io.tocsin.serve;

import org.jspecify.annotations.Nullable;

/**
 * A refusal over HTTP, as its body: {@code {status, message, field}}. Never a stack trace.
 *
 * @param status HTTP status
 * @param message what is wrong and what would be right
 * @param field the parameter or header at fault, when there is one
 */
record Problem(int status, String message, @Nullable String field) {

  /** Thrown by a handler to answer with a problem. */
  static final class Refused extends RuntimeException {
    private final transient Problem problem;

    Refused(int status, String message, @Nullable String field) {
      super(message, null, false, false);
      this.problem = new Problem(status, message, field);
    }

    Problem problem() {
      return problem;
    }
  }
}
