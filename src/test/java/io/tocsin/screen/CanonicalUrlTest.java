package io.tocsin.screen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The many addresses of one page have one spelling, and two pages never share one. */
class CanonicalUrlTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://news.example/a | https://news.example/a",
        "HTTP://WWW.News.Example:80/a/ | https://news.example/a",
        "https://news.example:443/a#top | https://news.example/a",
        "https://news.example:8443/a | https://news.example:8443/a",
        "http://news.example:443/a | https://news.example/a",
        "https://news.example:80/a | https://news.example:80/a",
        "https://user:secret@news.example/a | https://news.example/a",
        "https://news.example./a | https://news.example/a",
        "https://news.example | https://news.example",
        "https://news.example/ | https://news.example",
        "https://news.example/a?utm_source=x&utm_medium=y | https://news.example/a",
        "https://news.example/a?b=2&fbclid=abc&a=1&gclid=z | https://news.example/a?a=1&b=2",
        "https://news.example/a?UTM_Campaign=x | https://news.example/a",
        "https://news.example/a?id=7&amp=1&outputType=amp | https://news.example/a?id=7",
        "https://news.example/a? | https://news.example/a",
        "https://m.news.example/a | https://news.example/a",
        "https://amp.news.co.uk/a/amp/ | https://news.co.uk/a",
        "https://mobile.news.co.uk/a | https://news.co.uk/a",
        "https://m.co.uk/a | https://m.co.uk/a",
        "https://www.com/a | https://www.com/a",
        "https://news.example/a.amp.html | https://news.example/a.html",
        "https://news.example/%7euser/%c3%a9%2f | https://news.example/~user/%C3%A9%2F",
        "https://bücher.example/ä | https://xn--bcher-kva.example/ä",
        "https://news.example/#!/story/1 | https://news.example#!/story/1",
        "https://[2001:DB8::1]:443/a | https://[2001:db8::1]/a",
        "' https://news.example/a ' | https://news.example/a",
        "urn:newsml:x:1 | urn:newsml:x:1",
        "ftp://news.example/a | ftp://news.example/a",
        "https:///a | https:///a",
        "not a url | not a url"
      })
  void hasOneSpelling(String url, String canonical) {
    // When
    String spelling = CanonicalUrl.of(url);

    // Then
    assertThat(spelling).isEqualTo(canonical);
    assertThat(CanonicalUrl.of(spelling)).as("a canonical URL is its own").isEqualTo(spelling);
  }

  @Test
  void whatMayBeAnotherPageStaysApart() {
    assertThat(CanonicalUrl.of("https://news.example/a?page=2"))
        .isNotEqualTo(CanonicalUrl.of("https://news.example/a"));
    assertThat(CanonicalUrl.of("https://news.example/A"))
        .isNotEqualTo(CanonicalUrl.of("https://news.example/a"));
    assertThat(CanonicalUrl.of("https://sport.news.example/a"))
        .isNotEqualTo(CanonicalUrl.of("https://news.example/a"));
  }

  @ParameterizedTest
  @CsvSource({
    "bbc.co.uk, bbc.co.uk",
    "news.bbc.co.uk, bbc.co.uk",
    "abc.net.au, abc.net.au",
    "www.abc.net.au, abc.net.au",
    "edition.news.example, news.example",
    "someone.wordpress.com, someone.wordpress.com",
    "localhost, localhost",
    "192.168.1.20, 192.168.1.20",
    "co.uk, co.uk"
  })
  void registrableDomainsAreFound(String host, String domain) {
    assertThat(Domains.registrable(host)).isEqualTo(domain);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "https://",
        "https://:80/",
        "https://%/%%",
        "https://-.-/?&&=&",
        "http://\u0000/"
      })
  void oddUrlsDoNotThrow(String url) {
    assertThat(CanonicalUrl.of(url)).isNotNull();
    assertThat(Publisher.of(Articles.identified(null, url, null))).isNotBlank();
  }
}
