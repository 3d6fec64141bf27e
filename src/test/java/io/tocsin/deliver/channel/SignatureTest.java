package io.tocsin.deliver.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.settings.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The signature against the example that the libraries of Standard Webhooks are tested with. */
class SignatureTest {

  private static final String BODY = "{\"test\": 2432232314}";

  @Test
  void theExampleOfTheStandardIsSignedAsTheStandardSays() {
    // Given
    Signature signature = new Signature(new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));

    // When
    Map<String, String> headers = sign(signature);

    // Then
    assertThat(headers)
        .containsEntry("webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek")
        .containsEntry("webhook-timestamp", "1614265330")
        .containsEntry("webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain words as a secret, long enough", "whsec_not base64 at all!"})
  void anyTextIsAKey(String secret) {
    // When
    Map<String, String> headers = sign(new Signature(new Secret(secret)));

    // Then
    assertThat(headers.get("webhook-signature")).startsWith("v1,").hasSize(47);
  }

  private static Map<String, String> sign(Signature signature) {
    return signature.headers(
        "msg_p5jXN8AQM9LWM0D4loKWxJek",
        Instant.ofEpochSecond(1_614_265_330),
        BODY.getBytes(StandardCharsets.UTF_8));
  }
}
