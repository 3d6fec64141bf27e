package io.tocsin.settings;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;

/** A value that must not be seen: whoever prints it, prints stars. */
public final class Secret {

  /** What stands in place of a secret wherever settings are shown. */
  static final String STARS = "***";

  private final String value;

  /** Wraps a value. */
  public Secret(String value) {
    this.value = Objects.requireNonNull(value, "value");
  }

  /** The value itself, for the one place that needs it. */
  public String reveal() {
    return value;
  }

  /**
   * Whether an offered value is this one; takes as long for a wrong value as for a nearly right
   * one.
   */
  public boolean matches(String offered) {
    return MessageDigest.isEqual(
        value.getBytes(StandardCharsets.UTF_8), offered.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && matches(secret.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return STARS;
  }
}
