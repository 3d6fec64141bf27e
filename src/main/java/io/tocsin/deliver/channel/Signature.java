package io.tocsin.deliver.channel;

import io.tocsin.settings.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs messages as Standard Webhooks asks for: HMAC-SHA256 over id, time and body. */
public final class Signature {

  private static final String PREFIX = "whsec_";
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  /**
   * With one secret.
   *
   * @param secret {@code whsec_} and base64, or any text, which is then the key itself
   */
  public Signature(Secret secret) {
    this.key = new SecretKeySpec(bytes(secret.reveal()), ALGORITHM);
  }

  private static byte[] bytes(String secret) {
    if (secret.startsWith(PREFIX)) {
      try {
        return Base64.getDecoder().decode(secret.substring(PREFIX.length()));
      } catch (IllegalArgumentException e) {
        // No base64 after all: then the text is the key, as it is without the prefix.
        return secret.getBytes(StandardCharsets.UTF_8);
      }
    }
    return secret.getBytes(StandardCharsets.UTF_8);
  }

  /** The three headers for a body. */
  public Map<String, String> headers(String id, Instant now, byte[] body) {
    String seconds = Long.toString(now.getEpochSecond());
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update((id + "." + seconds + ".").getBytes(StandardCharsets.UTF_8));
      String signed = Base64.getEncoder().encodeToString(mac.doFinal(body));
      return Map.of(
          "webhook-id", id, "webhook-timestamp", seconds, "webhook-signature", "v1," + signed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
