package io.tocsin.outbound;

import java.io.IOException;
import java.util.Locale;

/**
 * An address that is not called. The message names the host and the fix, never path or query: they
 * may hold a secret.
 */
public final class OutboundRefusedException extends IOException {

  /** Why an address is not called. */
  public enum Reason {
    /** Neither http nor https. */
    SCHEME,
    /** Not a URL, or none with a host. */
    MALFORMED,
    /** {@code user:password@host}: secrets do not belong into URLs, and it hides the host. */
    USER_INFO,
    /** A host that looks like a number but is no dotted IPv4 address, such as {@code 0x7f.1}. */
    ODD_NUMBER,
    /** A port that is not among the allowed ones. */
    PORT,
    /** At least one of the host's addresses is private, local or special. */
    PRIVATE_ADDRESS;

    /** The word for logs and metrics, such as {@code private_address}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Reason reason;

  OutboundRefusedException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** Which check it failed. */
  public Reason reason() {
    return reason;
  }
}
