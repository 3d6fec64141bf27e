package io.tocsin.ingest.feed.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read of each kind of feed, and what is refused. */
class FeedParserTest {
  private static final String URL = "https://news.example/feed.xml";

  @Test
  void itemOfRssHasEverythingThatAnArticleNeeds() throws FeedFaultException {
    Feed feed =
        parse(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0"><channel>
              <title>The Example</title><link>https://news.example/</link><language>en-gb</language>
              <ttl>15</ttl><skipHours><hour>3</hour><hour>24</hour></skipHours>
              <skipDays><day>Sunday</day></skipDays>
              <item>
                <title>Fish &amp; chips: it&#8217;s &lt;b&gt;back&lt;/b&gt;</title>
                <link>/uk/1?a=1&section=2</link>
                <guid isPermaLink="false">uk-1</guid>
                <description><![CDATA[<p>First.</p><p>Second&nbsp;one.</p>]]></description>
                <content:encoded>Long &amp;amp; text</content:encoded>
                <dc:creator>A. Person</dc:creator><author>desk@news.example (B. Person)</author>
                <pubDate>Tue, 05 May 2020 20:10:21 +0800</pubDate><category>UK</category>
              </item></channel></rss>
            """);

    FeedItem item = feed.items().get(0);
    assertThat(feed.title().line()).isEqualTo("The Example");
    assertThat(feed.ttl()).isEqualTo(Duration.ofMinutes(15));
    assertThat(feed.skipHours()).containsExactlyInAnyOrder(3, 0);
    assertThat(feed.skipDays()).containsExactly(DayOfWeek.SUNDAY);
    assertThat(item.id()).isEqualTo("uk-1");
    assertThat(item.link()).isEqualTo("https://news.example/uk/1?a=1&section=2");
    assertThat(item.title().line()).isEqualTo("Fish & chips: it’s back");
    assertThat(item.summary().text()).isEqualTo("First.\n\nSecond\u00A0one.");
    assertThat(item.content().text()).isEqualTo("Long & text");
    assertThat(item.published()).isEqualTo("2020-05-05T12:10:21Z");
    assertThat(item.authors()).containsExactly("A. Person", "B. Person");
    assertThat(item.language()).isEqualTo("en-gb");
    assertThat(item.categories()).containsExactly("UK");
  }

  @Test
  void entryOfAtomTellsWhatItsTextsAre() throws FeedFaultException {
    Feed feed =
        parse(
            """
            <a:feed xmlns:a="http://www.w3.org/2005/Atom" xml:lang="de" xml:base="https://x.example/b/">
              <a:title>Beispiel</a:title>
              <a:entry><a:id>tag:x.example,2020:1</a:id>
                <a:title type="text">a &lt;b&gt; c</a:title>
                <a:link rel="self" href="self"/><a:link href="page?q=&quot;"/>
                <a:summary type="html">&lt;i&gt;kursiv&lt;/i&gt;</a:summary>
                <a:content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>eins</p><p>zwei</p></div></a:content>
                <a:updated>2020-05-05T20:10:21Z</a:updated>
                <a:author><a:name>Wer</a:name></a:author>
              </a:entry></a:feed>
            """);

    FeedItem item = feed.items().get(0);
    assertThat(item.title().line()).isEqualTo("a <b> c");
    assertThat(item.summary().text()).isEqualTo("kursiv");
    assertThat(item.content().text()).isEqualTo("eins\n\nzwei");
    assertThat(item.link()).isEqualTo("https://x.example/b/page?q=%22");
    assertThat(item.time()).isEqualTo("2020-05-05T20:10:21Z");
    assertThat(item.language()).isEqualTo("de");
    assertThat(item.authors()).containsExactly("Wer");
  }

  @Test
  void itemsOfRdfStandBesideTheChannel() throws FeedFaultException {
    Feed feed =
        parse(
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
              xmlns:d="http://purl.org/dc/elements/1.1/"><channel><title>T</title></channel>
              <item rdf:about="https://x.example/1"><title>One</title><link>https://x.example/1</link>
              <d:date>2020-05-05T20:10+09:00</d:date></item></rdf:RDF>
            """);

    assertThat(feed.format()).isEqualTo("rdf");
    assertThat(feed.items().get(0).id()).isEqualTo("https://x.example/1");
    assertThat(feed.items().get(0).time()).isEqualTo("2020-05-05T11:10:00Z");
  }

  @Test
  void jsonFeedIsReadToo() throws FeedFaultException {
    Feed feed =
        parse(
            """
            {"version": "https://jsonfeed.org/version/1.1", "title": "T", "language": "en", "items": [
              {"id": 7, "url": "/7", "title": "a < b", "content_html": "<p>x</p>",
               "date_published": "2020-05-05T20:10:21Z", "authors": [{"name": "A"}]}]}
            """);

    FeedItem item = feed.items().get(0);
    assertThat(item.id()).isEqualTo("7");
    assertThat(item.link()).isEqualTo("https://news.example/7");
    assertThat(item.title().line()).isEqualTo("a < b");
    assertThat(item.content().text()).isEqualTo("x");
    assertThat(item.authors()).containsExactly("A");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "EMPTY | ``",
        "EMPTY | `  \n `",
        "HTML_PAGE | <!DOCTYPE html><html><body>Log in</body></html>",
        "HTML_PAGE | <html><head><title>Not found</title></head></html>",
        "HTML_PAGE | <!doctype HTML PUBLIC '-//W3C//DTD HTML 4.01//EN'><html></html>",
        "NOT_A_FEED | <note><to>Tove</to></note>",
        "NOT_A_FEED | Service unavailable",
        "NOT_A_FEED | {\"error\": \"no\"}",
        "NOT_A_FEED | <!-- nothing -->",
        "TRUNCATED | <rss version='2.0'><channel><item><title>One</title></item><item><tit",
        "TRUNCATED | <rss version='2.0'><channel><item><title><![CDATA[One</title></item></channel></rss>",
        "TRUNCATED | <feed xmlns='http://www.w3.org/2005/Atom'><entry><title>One</title></entry>",
        "TRUNCATED | {\"version\": \"https://jsonfeed.org/version/1\", \"items\": [{\"id\": \"1\"",
        "MALFORMED | <rss version='2.0'><channel><item><title>One<link>x</link></item></channel></rss>",
        "MALFORMED | <rss version='2.0'></rss>",
        "MALFORMED | {\"version\": nonsense}",
        "DOCTYPE | <!DOCTYPE rss SYSTEM 'http://x.example/rss.dtd'><rss><channel></channel></rss>",
        "DOCTYPE | <?xml version='1.0'?><!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><rss><channel><title>&x;</title></channel></rss>",
      })
  void whatIsNoFeedIsAFaultAndNeverAFeedWithoutItems(FeedFault fault, String text) {
    FeedFaultException refused = catchThrowableOfType(FeedFaultException.class, () -> parse(text));

    assertThat(refused.fault()).isEqualTo(fault);
  }

  @Test
  void billionLaughsAreRefusedBeforeTheFirst() {
    StringBuilder bomb =
        new StringBuilder("<?xml version='1.0'?><!DOCTYPE lolz [<!ENTITY a0 'lol'>");
    for (int i = 1; i < 30; i++) {
      bomb.append("<!ENTITY a" + i + " '" + ("&a" + (i - 1) + ";").repeat(10) + "'>");
    }
    bomb.append("]><rss><channel><title>&a29;</title></channel></rss>");

    FeedFaultException refused =
        catchThrowableOfType(FeedFaultException.class, () -> parse(bomb.toString()));

    assertThat(refused.fault()).isEqualTo(FeedFault.DOCTYPE);
  }

  @Test
  void itemsBehindTheLimitAreCountedAndLeft() throws FeedFaultException {
    String items = "<item><title>x</title></item>".repeat(2_500);

    Feed feed = parse("<rss><channel>" + items + "</channel></rss>");

    assertThat(feed.items()).hasSize(2_000);
    assertThat(feed.itemsLeft()).isEqualTo(500);
  }

  @Test
  void tooManyTagsAndTooManyBytesAreRefused() {
    String tags = "<rss><channel>" + "<a>".repeat(500_000) + "</channel></rss>";
    String tokens = "{\"version\": \"1\", \"items\": [" + "{},".repeat(100_000) + "{}]}";
    String bytes = "<rss><channel><title>" + "x".repeat(10_000_000) + "</title></channel></rss>";

    assertThat(catchThrowableOfType(FeedFaultException.class, () -> parse(tags)).fault())
        .isEqualTo(FeedFault.TOO_LARGE);
    assertThat(catchThrowableOfType(FeedFaultException.class, () -> parse(tokens)).fault())
        .isEqualTo(FeedFault.TOO_LARGE);
    assertThat(catchThrowableOfType(FeedFaultException.class, () -> parse(bytes)).fault())
        .isEqualTo(FeedFault.TOO_LARGE);
  }

  @Test
  void feedThatTakesTooLongIsGivenUp() {
    AtomicLong clock = new AtomicLong();
    FeedParser slow =
        new FeedParser(FeedLimits.STANDARD, () -> clock.addAndGet(Duration.ofSeconds(1).toNanos()));
    String items = "<item><title>x</title></item>".repeat(2_000);
    byte[] bytes = ("<rss><channel>" + items + "</channel></rss>").getBytes(StandardCharsets.UTF_8);

    FeedFaultException refused =
        catchThrowableOfType(FeedFaultException.class, () -> slow.parse(bytes, null, URL));

    assertThat(refused.fault()).isEqualTo(FeedFault.TOO_SLOW);
  }

  @ParameterizedTest(name = "{0} with the header {2}")
  @CsvSource({
    "UTF-8, UTF-8, ",
    "UTF-8, , ",
    "UTF-8, ISO-8859-1, UTF-8",
    "windows-1252, ISO-8859-1, ",
    "windows-1252, UTF-8, ",
    "windows-1251, windows-1251, UTF-8",
    "ISO-8859-2, , ISO-8859-2",
    "UTF-16BE, UTF-16, ",
    "Shift_JIS, Shift_JIS, ",
    "UTF-8, no-such-charset, nor-this",
  })
  void bytesAreReadAsWhatTheyAre(String real, String declared, String header)
      throws FeedFaultException {
    String word =
        switch (real) {
          case "windows-1251" -> "Привет";
          case "ISO-8859-2" -> "Łódź";
          case "Shift_JIS" -> "東京";
          default -> "Zürich";
        };
    String declaration = declared == null ? "" : " encoding=\"" + declared + "\"";
    String text =
        "<?xml version=\"1.0\""
            + declaration
            + "?><rss><channel><title>"
            + word
            + "</title></channel></rss>";

    Feed feed = new FeedParser().parse(text.getBytes(Charset.forName(real)), header, URL);

    assertThat(feed.title().line()).isEqualTo(word);
  }

  private static Feed parse(String text) throws FeedFaultException {
    return new FeedParser().parse(text.getBytes(StandardCharsets.UTF_8), null, URL);
  }
}
