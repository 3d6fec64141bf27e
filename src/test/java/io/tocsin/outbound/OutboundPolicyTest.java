package io.tocsin.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.tocsin.outbound.OutboundPolicy.Target;
import io.tocsin.outbound.OutboundRefusedException.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses pass, in every disguise that is known to us. */
class OutboundPolicyTest {

  private static final Map<String, List<String>> NAMES =
      Map.of(
          "news.example", List.of("93.184.216.34"),
          "xn--bcher-kva.example", List.of("93.184.216.35"),
          "six.example", List.of("2606:2800:220:1:248:1893:25c8:1946"),
          "inner.example", List.of("10.1.2.3"),
          "two-minds.example", List.of("93.184.216.34", "127.0.0.1"),
          "nobody.example", List.of("0.0.0.0"));

  private static final HostLookup LOOKUP =
      host -> {
        List<String> known = NAMES.get(host);
        List<String> numbers = known == null ? List.of(host) : known;
        if (known == null && !host.matches("[0-9.]+|.*:.*")) {
          throw new UnknownHostException(host);
        }
        return numbers.stream().map(OutboundPolicyTest::address).toList();
      };

  private final OutboundPolicy policy = new OutboundPolicy(Set.of(), Set.of(8443), LOOKUP);

  @ParameterizedTest
  @CsvSource({
    "https://news.example/feed?key=1#top, https://news.example/feed?key=1",
    "HTTP://NEWS.example.:80, http://news.example/",
    "https://news.example:8443/a, https://news.example:8443/a",
    "https://bücher.example/ä, https://xn--bcher-kva.example/%C3%A4",
    "https://ｎｅｗｓ.example/, https://news.example/",
    "http://93.184.216.34/, http://93.184.216.34/",
    "'http://[2606:2800:220:1::1]/', 'http://[2606:2800:220:1::1]/'",
  })
  void publicWebAddressesPassInTheirPlainForm(String given, String plain) throws IOException {
    // When
    Target target = policy.check(URI.create(given));

    // Then
    assertThat(target.uri()).hasToString(plain);
  }

  @Test
  void theAddressIsTheOneThatWasChecked() throws IOException {
    // When
    Target target = policy.check(URI.create("https://six.example/"));

    // Then
    assertThat(target.address()).isEqualTo(address("2606:2800:220:1:248:1893:25c8:1946"));
    assertThat(target.host()).isEqualTo("six.example");
  }

  @ParameterizedTest
  @CsvSource({
    "ftp://news.example/, SCHEME",
    "file:///etc/passwd, SCHEME",
    "news.example, SCHEME",
    "http:news.example, MALFORMED",
    "http:///path, MALFORMED",
    "http://news.example:port/, MALFORMED",
    "http://%31%32%37.0.0.1/, MALFORMED",
    "http://news.example@10.0.0.1/, USER_INFO",
    "http://user:word@news.example/, USER_INFO",
    "http://2130706433/, ODD_NUMBER",
    "http://0x7f.1/, ODD_NUMBER",
    "http://0/, ODD_NUMBER",
    "http://127.1/, ODD_NUMBER",
    "http://0177.0.0.1/, ODD_NUMBER",
    "http://news.example:25/, PORT",
    "http://news.example:0/, PORT",
  })
  void whatIsNoPlainWebAddressIsRefusedWithAReason(String given, Reason reason) {
    // When, Then
    assertThatThrownBy(() -> policy.check(URI.create(given)))
        .asInstanceOf(type(OutboundRefusedException.class))
        .extracting(OutboundRefusedException::reason)
        .isEqualTo(reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.8.9.10",
        "10.0.0.1",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "100.127.255.255",
        "0.0.0.0",
        "0.1.2.3",
        "192.0.0.8",
        "192.0.2.1",
        "198.19.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "[::1]",
        "[::]",
        "[::ffff:127.0.0.1]",
        "[::ffff:10.0.0.1]",
        "[::127.0.0.1]",
        "[fe80::1]",
        "[fc00::1]",
        "[fd12:3456::1]",
        "[ff02::1]",
        "[fec0::1]",
        "[64:ff9b::7f00:1]",
        "[2002:7f00:1::]",
        "[2001:0:7f00:1::]",
        "[2001:db8::1]",
        "127。0。0。1",
        "inner.example",
        "two-minds.example",
        "nobody.example",
      })
  void privateAndSpecialAddressesAreRefused(String host) {
    // When, Then
    assertThatThrownBy(() -> policy.check(URI.create("http://" + host + "/secret-path?key=word")))
        .hasMessageNotContainingAny("secret-path", "word")
        .asInstanceOf(type(OutboundRefusedException.class))
        .extracting(OutboundRefusedException::reason)
        .isEqualTo(Reason.PRIVATE_ADDRESS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"172.15.255.255", "172.32.0.1", "100.63.255.255", "100.128.0.1", "1.1.1.1"})
  void neighboursOfPrivateBlocksArePublic(String host) throws IOException {
    // When
    Target target = policy.check(URI.create("http://" + host + "/"));

    // Then
    assertThat(target.address()).isEqualTo(address(host));
  }

  @Test
  void aHostThatTheConfigurationNamesMayBePrivate() throws IOException {
    // Given
    OutboundPolicy trusting =
        new OutboundPolicy(Set.of("INNER.example", "[::1]"), Set.of(9093), LOOKUP);

    // When
    Target named = trusting.check(URI.create("http://inner.example.:9093/api"));
    Target numbered = trusting.check(URI.create("http://[::1]/"));

    // Then
    assertThat(named.address()).isEqualTo(address("10.1.2.3"));
    assertThat(numbered.address()).isEqualTo(address("::1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://10.1.2.3/", "http://two-minds.example/", "http://nobody.example/"})
  void namingOneHostOpensNoOther(String other) {
    // Given
    OutboundPolicy trusting =
        new OutboundPolicy(Set.of("inner.example", "nobody.example"), Set.of(), LOOKUP);

    // When, Then
    assertThatThrownBy(() -> trusting.check(URI.create(other)))
        .isInstanceOf(OutboundRefusedException.class);
  }

  @Test
  void aHostWithoutAddressIsUnknown() {
    // When, Then
    assertThatThrownBy(() -> policy.check(URI.create("http://gone.example/")))
        .isInstanceOf(UnknownHostException.class);
  }

  private static InetAddress address(String number) {
    try {
      return InetAddress.getByName(number);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
