package io.tocsin.serve;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A refusal over HTTP, as its body: {@code {status, message, field}}, and {@code position} where a
 * query cannot be read. Never a stack trace.
 *
 * @param status HTTP status
 * @param message what is wrong and what would be right
 * @param field the parameter or header at fault, when there is one
 * @param position UTF-16 offset into that parameter, from 0; null unless it is a query
 */
record Problem(
    int status,
    String message,
    @Nullable String field,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer position) {

  /** A problem that is not at a place in a query. */
  Problem(int status, String message, @Nullable String field) {
    this(status, message, field, null);
  }

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

    Refused(Problem problem) {
      super(problem.message(), null, false, false);
      this.problem = problem;
    }

    Problem problem() {
      return problem;
    }
  }
}
