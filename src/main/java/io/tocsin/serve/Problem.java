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

  /** The problem that a status alone tells of. */
  static Problem of(int status) {
    String message =
        switch (status) {
          case 400 -> "the request cannot be read";
          case 404 -> "nothing is served at this path";
          case 405 -> "this path does not take this method";
          case 413 -> "the request is too large";
          case 414 -> "the address is too long";
          case 431 -> "the headers are too large";
          case 505 -> "the request must be HTTP/1.1";
          default ->
              status < 500 ? "the request was refused" : "this failed here; the log says why";
        };
    return new Problem(status, message, null);
  }

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
