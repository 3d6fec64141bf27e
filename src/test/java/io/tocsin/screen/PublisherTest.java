package io.tocsin.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who published an article, by what its URL and its source say. */
class PublisherTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "- | https://news.bbc.co.uk:443/a | bbc.co.uk",
        "BBC | https://www.bbc.co.uk/a | bbc.co.uk",
        "BBC World | https://user:pass@FEEDS.BBC.co.uk.:8443/a | bbc.co.uk",
        "' ' | HTTP://bbc.co.uk | bbc.co.uk",
        "quay.example | https://www.cnn.example/a | cnn.example",
        "- | https://someone.github.io/a | someone.github.io",
        "- | https://b\u00fccher.de/a | xn--bcher-kva.de",
        "- | https://www.xn--bcher-kva.de/a | xn--bcher-kva.de"
      })
  void theRegistrableDomainOfTheUrlComesFirst(String source, String url, String publisher) {
    assertThat(Publisher.of(Articles.identified(null, url, source))).isEqualTo(publisher);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "Harbour Gazette | https://news.google.com/rss/articles/CB | Harbour Gazette",
        "www.BBC.co.uk | https://news.google.com/rss/articles/CB | bbc.co.uk",
        "https://feeds.bbc.co.uk/news | https://t.co/x | bbc.co.uk",
        "Salon.com | https://feeds.feedburner.com/x | salon.com",
        "- | https://news.google.com/rss/articles/CB | google.com",
        "' ' | https://t.co/x | t.co",
        "Harbour Gazette | https://gazette.ampproject.org/a | Harbour Gazette"
      })
  void aCarrierIsThePublisherOnlyWhereNobodyElseIsNamed(
      String source, String url, String publisher) {
    assertThat(Publisher.of(Articles.identified(null, url, source))).isEqualTo(publisher);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "BBC | - | BBC",
        "' BBC News ' | urn:newsml:x:1 | BBC News",
        "bbc.co.uk | - | bbc.co.uk",
        "feeds.bbc.co.uk | - | bbc.co.uk",
        "https://wire.harbour.example/x | - | harbour.example",
        "co.uk | - | co.uk",
        "U.S. News | - | U.S. News",
        "St.Louis | - | St.Louis",
        "://x | - | ://x",
        ".com | - | .com",
        "Intranet | http://10.0.0.7:8080/a | Intranet",
        "Intranet | http://localhost/a | Intranet",
        "Cabinet Office | https://www.gov.uk/a | Cabinet Office",
        "A letter | https://substack.com/@x/p/1 | A letter"
      })
  void aSourceSpeaksWhereTheUrlHasNoOwner(String source, String url, String publisher) {
    assertThat(Publisher.of(Articles.identified(null, url, source))).isEqualTo(publisher);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "http://10.0.0.7/a | 10.0.0.7",
        "http://[2001:DB8::1]:80/a | [2001:db8::1]",
        "http://localhost:8080/a | localhost",
        "https://www.gov.uk/a | gov.uk",
        "https://gov.uk/a | gov.uk",
        "https://github.io/ | github.io",
        "urn:x | unknown",
        "https:// | unknown",
        "- | unknown"
      })
  void withoutSourceAndOwnerTheHostIsLeft(String url, String publisher) {
    assertThat(Publisher.of(Articles.identified(null, url, null))).isEqualTo(publisher);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://../",
        "https://.../a",
        "https://a..b.com/",
        "https://www./a",
        "https://\u202emoc.cbb/a",
        "https://%00.com/",
        "https://\ud800.com/",
        "https://-.-/?&&=&",
        "https://xn--/",
        "https://xn--zzzzzzzz.com/",
        "https://[::1/a",
        "https://@:80/"
      })
  void hostileHostsNeitherFailNorLeaveABlank(String url) {
    assertThat(Publisher.of(Articles.identified(null, url, null))).isNotBlank();
    assertThat(Publisher.of(Articles.identified(null, null, url))).isNotBlank();
    assertThat(Publisher.of(Articles.identified(null, url, "A paper"))).isNotBlank();
  }

  @Test
  void veryLongHostsAndSourcesAreLeftAsTheyAre() {
    for (String unit : List.of("a.", "\u4e2d", ".", "xn--")) {
      String host = "x" + unit.repeat(20_000) + "com";

      assertThat(Publisher.of(Articles.identified(null, "https://" + host + "/a", "A paper")))
          .isEqualTo("A paper");
      assertThat(Publisher.of(Articles.identified(null, null, host))).isEqualTo(host);
    }
  }
}
