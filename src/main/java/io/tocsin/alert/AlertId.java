package io.tocsin.alert;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Identity of an alert: the same rule, subject and re-arm period give the same id, on any machine
 * and in any order of arrival.
 */
final class AlertId {
  private AlertId() {}

  /** First 32 hex digits of SHA-256 over rule, subject and the period's first minute. */
  static String of(String rule, String subject, long period) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      String identity = rule + '\0' + subject + '\0' + period;
      return HexFormat.of().formatHex(sha.digest(identity.getBytes(StandardCharsets.UTF_8)), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
