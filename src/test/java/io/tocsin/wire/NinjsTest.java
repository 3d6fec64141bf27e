package io.tocsin.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.Article;
import io.tocsin.model.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** IPTC ninjs of three generations becomes an article at the same door. */
class NinjsTest {
  private final ArticleReader reader = new ArticleReader();

  @Test
  void generationTwoIsMapped() {
    // When
    Article article =
        read(
            """
            {"uri": "https://wire.example/items/42", "type": "text", "version": "1", "language": "sv",
             "versioncreated": "2021-05-26T13:40:18+02:00", "contentcreated": "2020-01-01T00:00:00Z",
             "copyrightholder": "Holder", "infosources": [{"role": "origin", "name": "The Wire"}],
             "by": "A. Writer", "located": "Visby", "pubstatus": "usable", "urgency": 3,
             "headlines": [{"role": "short", "value": "Short"}, {"role": "main", "value": "The harbour opens"}],
             "descriptions": [{"value": "What happened."}],
             "bodies": [
               {"role": "html5", "contenttype": "text/html", "value": "<p>Marked up</p>"},
               {"role": "nitf", "contenttype": "application/xml", "value": "<P>Other</P>"},
               {"role": "text", "contenttype": "text/plain", "value": "Plain words."}],
             "subjects": [{"name": "ignored"}]}""");

    // Then
    assertThat(article)
        .isEqualTo(
            new Article(
                "https://wire.example/items/42",
                "https://wire.example/items/42",
                "The Wire",
                "The harbour opens",
                "What happened.",
                "Plain words.",
                "sv",
                Instant.parse("2021-05-26T11:40:18Z"),
                List.of("A. Writer"),
                null,
                "Visby"));
  }

  @Test
  void generationThreeInCamelCaseWithHtmlOnlyIsMapped() {
    // When
    Article article =
        read(
            """
            {"uri": "urn:newsml:wire.example:7", "versionCreated": "2019-05-10T16:02:28+02:00",
             "copyrightHolder": "wire", "language": "de", "by": "Von A. B.",
             "headlines": [{"role": "main", "value": "Der Hafen öffnet"}],
             "bodies": [{"role": "html", "contentType": "text/html",
               "value": "<html><head><title>no</title><style>p{}</style></head><body><h1>Hafen</h1><p>Ein  <b>erster</b>\\nSatz.</p><p>Ein zweiter &amp; letzter.<br>Ende</p><script>no()</script></body></html>"}]}""");

    // Then
    assertThat(article.id()).isEqualTo("urn:newsml:wire.example:7");
    assertThat(article.url()).isNull();
    assertThat(article.source()).isEqualTo("wire");
    assertThat(article.publishedAt()).isEqualTo(Instant.parse("2019-05-10T14:02:28Z"));
    assertThat(article.body())
        .isEqualTo("Hafen\n\nEin erster Satz.\n\nEin zweiter & letzter.\nEnde");
  }

  @Test
  void generationOneWithPlainStringsIsMapped() {
    // When
    Article article =
        read(
            """
            {"uri": "http://wire.example/1", "headline": "A storm", "description_text": "In short.",
             "body_text": "It rained.", "body_html": "<p>It rained hard.</p>", "byline": "C. D.",
             "firstcreated": "2020-02-03T04:05:06Z", "located": "Oslo"}""");

    // Then
    assertThat(article)
        .isEqualTo(
            new Article(
                "http://wire.example/1",
                "http://wire.example/1",
                null,
                "A storm",
                "In short.",
                "It rained.",
                null,
                Instant.parse("2020-02-03T04:05:06Z"),
                List.of("C. D."),
                null,
                "Oslo"));
  }

  @Test
  void anOwnArticleWithAForeignUriStaysAnOwnArticle() {
    // When
    Article article = read("{\"uri\":\"urn:x\",\"headline\":\"h\",\"title\":\"T\",\"body\":\"B\"}");

    // Then
    assertThat(article.id()).isNull();
    assertThat(article.title()).isEqualTo("T");
    assertThat(article.body()).isEqualTo("B");
  }

  private Article read(String json) {
    Outcome<Received> outcome = reader.read(json.getBytes(StandardCharsets.UTF_8));
    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    return ((Outcome.Accepted<Received>) outcome).value().article();
  }
}
