package io.tocsin.deliver.config;

import io.tocsin.settings.Secret;
import org.jspecify.annotations.Nullable;

/**
 * A mail server.
 *
 * @param host its name; the operator's own words, so it may be private
 * @param port 587, 465 or 25 as a rule
 * @param security how the connection is sealed
 * @param user null for no login
 * @param password null for no login
 */
public record MailServer(
    String host, int port, Security security, @Nullable String user, @Nullable Secret password) {

  /** How a connection is sealed. */
  public enum Security {
    /** Begun in plain text and sealed before anything is said; refused where that cannot be. */
    STARTTLS,
    /** Sealed from the first byte. */
    TLS,
    /** Not at all: for a server on the same machine. */
    NONE
  }
}
