package io.tocsin.model;

/**
 * What became of something offered: a value, or a refusal.
 *
 * @param <T> what was wanted
 */
public sealed interface Outcome<T> {
  /** It was taken. */
  record Accepted<T>(T value) implements Outcome<T> {}

  /** It was refused. */
  record Refused<T>(Refusal refusal) implements Outcome<T> {}

  /** A value that was taken. */
  static <T> Outcome<T> accepted(T value) {
    return new Accepted<>(value);
  }

  /** A refusal with its reason. */
  static <T> Outcome<T> refused(Refusal refusal) {
    return new Refused<>(refusal);
  }
}
