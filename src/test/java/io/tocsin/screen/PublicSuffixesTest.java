package io.tocsin.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which part of a host belongs to its owner. */
class PublicSuffixesTest {
  @ParameterizedTest
  @CsvSource({
    "bbc.co.uk, bbc.co.uk",
    "www.bbc.co.uk, bbc.co.uk",
    "feeds.bbc.co.uk, bbc.co.uk",
    "news.example.co.uk, example.co.uk",
    "other.co.uk, other.co.uk",
    "www.abc.net.au, abc.net.au",
    "a.b.c.d.example.com, example.com",
    "www.com, www.com",
    "user.github.io, user.github.io",
    "pages.user.github.io, user.github.io",
    "foo.blogspot.com, foo.blogspot.com",
    "someone.wordpress.com, someone.wordpress.com",
    "www.someone.substack.com, someone.substack.com",
    "www.city.kawasaki.jp, city.kawasaki.jp",
    "a.b.c.kawasaki.jp, b.c.kawasaki.jp",
    "www.xn--bcher-kva.de, xn--bcher-kva.de",
    "a.xn--55qx5d.cn, a.xn--55qx5d.cn",
    "x.xn--fiq228c5hs.xn--p1ai, xn--fiq228c5hs.xn--p1ai",
    "edition.news.example, news.example",
    "_dmarc.example.com, example.com"
  })
  void theOwnersPartIsOneLabelMoreThanTheSuffix(String host, String domain) {
    assertThat(PublicSuffixes.registrable(host)).isEqualTo(domain);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        ".com",
        "com",
        "co.uk",
        "www.gov.uk",
        "gov.uk",
        "github.io",
        "www.github.io",
        "blogspot.com",
        "substack.com",
        "www.substack.com",
        "anything.kawasaki.jp",
        "localhost",
        "10.0.0.7",
        "127.1",
        "0x7f.0x1",
        "[2001:db8::1]",
        "example.com.",
        "a..example.com",
        "a b.com",
        "a%62c.com",
        "EXAMPLE.com",
        "b\u00fccher.de",
        "\u202emoc.com",
        "a\u0000b.com"
      })
  void whatHasNoOwnersPartHasNone(String host) {
    assertThat(PublicSuffixes.registrable(host)).isNull();
  }

  @Test
  void whatIsTooLongForADomainNameHasNone() {
    assertThat(PublicSuffixes.registrable("x".repeat(63) + ".com")).isNotNull();
    assertThat(PublicSuffixes.registrable("x".repeat(64) + ".com")).isNull();
    assertThat(PublicSuffixes.registrable("x.".repeat(124) + "y.com")).isNotNull();
    assertThat(PublicSuffixes.registrable("x.".repeat(125) + "y.com")).isNull();
    assertThat(PublicSuffixes.registrable(".".repeat(1_000_000))).isNull();
  }

  @Test
  void theListTellsHostsFromDottedText() {
    assertThat(List.of("bbc.co.uk", "co.uk", "salon.com", "x.github.io"))
        .allMatch(PublicSuffixes::listed);
    assertThat(List.of("u.s", "st.louis", "news.example", "no.10", "localhost", ""))
        .noneMatch(PublicSuffixes::listed);
  }

  @Test
  void aDomainIsItsOwnAndThatOfAllHostsBelowIt() {
    long seed = 20_261_124;
    Random random = new Random(seed);
    List<String> suffixes =
        List.of("com", "co.uk", "net.au", "github.io", "wordpress.com", "c.kawasaki.jp", "example");
    for (int i = 0; i < 2_000; i++) {
      String owner = label(random) + "." + suffixes.get(random.nextInt(suffixes.size()));
      String below = label(random) + "." + label(random) + "." + owner;

      assertThat(PublicSuffixes.registrable(owner)).as("seed %d", seed).isEqualTo(owner);
      assertThat(PublicSuffixes.registrable(below)).as("seed %d", seed).isEqualTo(owner);
    }
  }

  /** Begins with a q, so that it is neither www nor by chance on the list. */
  private static String label(Random random) {
    return "q" + Integer.toString(random.nextInt(1_000_000) + 50_000, 36);
  }
}
