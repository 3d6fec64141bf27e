package io.tocsin.runtime;

import org.jspecify.annotations.Nullable;

/**
 * Ends a command for a reason that the user can act on: the message names the place and the fix,
 * the code is for scripts.
 */
public final class Stop extends RuntimeException {

  private final ExitCode code;

  /** A reason without a deeper cause. */
  public Stop(ExitCode code, String message) {
    this(code, message, null);
  }

  /** A reason with the failure that led to it. */
  public Stop(ExitCode code, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  /** What the process ends with. */
  public ExitCode code() {
    return code;
  }
}
