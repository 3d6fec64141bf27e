package io.tocsin.runtime;

/** What the process ends with, and what each number means to a script or a supervisor. */
public enum ExitCode {
  /** Everything was done. */
  OK(0, "done"),
  /** Something failed that has no code of its own; the message says what. */
  FAILED(1, "failed; the message says why"),
  /** A wrong option or a wrong setting; starting again without a change fails again. */
  USAGE(2, "wrong usage or wrong settings"),
  /** No broker answered, or it refused us. */
  BROKER_UNREACHABLE(3, "the Kafka cluster cannot be reached or refuses the connection"),
  /** A topic is missing or set up differently from what the flow needs. */
  TOPICS_WRONG(4, "topics are missing or wrong; see `tocsin topics apply`"),
  /** Kafka Streams stopped for good. */
  STREAM_FAILED(5, "the stream failed and will not recover by itself"),
  /** Another process works in the data folder. */
  DATA_IN_USE(6, "another process uses the data folder"),
  /** The embedded broker stopped for good, for instance on a full disk. */
  BROKER_FAILED(7, "the embedded broker failed, for instance on a full disk"),
  /** The user pressed Ctrl-C before the command was done. */
  INTERRUPTED(130, "interrupted");

  private final int number;
  private final String meaning;

  ExitCode(int number, String meaning) {
    this.number = number;
    this.meaning = meaning;
  }

  /** The number that the shell sees. */
  public int number() {
    return number;
  }

  /** One line for help texts and documentation. */
  public String meaning() {
    return meaning;
  }
}
