package io.tocsin.screen;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over parts of an article, shortened to 32 hex digits: 128 bits make a chance meeting
 * impossible in practice.
 */
final class Fingerprint {
  private static final int BYTES = 16;

  private Fingerprint() {}

  /**
   * The fingerprint of some parts in order; an absent part differs from an empty one, and no two
   * lists of parts run together.
   */
  static String of(@Nullable String... parts) {
    MessageDigest digest = sha256();
    for (String part : parts) {
      byte[] bytes = part == null ? new byte[0] : part.getBytes(StandardCharsets.UTF_8);
      int mark = part == null ? -1 : bytes.length;
      digest.update(
          new byte[] {(byte) (mark >> 24), (byte) (mark >> 16), (byte) (mark >> 8), (byte) mark});
      digest.update(bytes);
    }
    return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
