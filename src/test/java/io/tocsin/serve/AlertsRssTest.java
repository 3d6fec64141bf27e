package io.tocsin.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.Alert;
import io.tocsin.model.SubjectRef;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Alerts for a feed reader: well-formed whatever the headlines hold. */
class AlertsRssTest {
  private static final SubjectRef PORT = SubjectRef.of("place/port-sarn", "Port Sarn");

  private final LiveViewFixture fixture = new LiveViewFixture();

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void everyAlertIsAnItemInItsNewestState() throws Exception {
    // Given
    var evidence =
        LiveViewFixture.evidence(
            "a1",
            "<script>alert(1)</script> & ]]> \u0001\uD800",
            "https://example.org/a1?x=1&y=2",
            "In Port Sarn",
            "Port Sarn");
    fixture.view.apply(
        LiveViewFixture.alert("al1", 1, Alert.State.OPENED, PORT, List.of(evidence)));
    fixture.view.apply(
        LiveViewFixture.alert("al1", 2, Alert.State.UPDATED, PORT, List.of(evidence)));

    // When
    HttpResponse<String> answer = Http.get(fixture.url("/api/v1/alerts.rss"));

    // Then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/rss+xml");
    Document feed = parse(answer.body());
    assertThat(feed.getElementsByTagName("item").getLength()).isEqualTo(1);
    Element item = (Element) feed.getElementsByTagName("item").item(0);
    assertThat(text(item, "guid")).isEqualTo("al1.2");
    assertThat(text(item, "title")).contains("updated: ");
    assertThat(text(item, "link")).isEqualTo("https://example.org/a1?x=1&y=2");
    assertThat(text(item, "description"))
        .startsWith("<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; ]]&gt;")
        .doesNotContain("<script>");
  }

  @Test
  void withoutDeliveriesTheirPageIsEmpty() {
    // When
    HttpResponse<String> answer = Http.get(fixture.url("/api/v1/deliveries?alert=al1"));

    // Then
    assertThat(Http.json(answer).toString()).isEqualTo("{\"deliveries\":[]}");
  }

  private static Document parse(String xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  private static String text(Element item, String name) {
    return item.getElementsByTagName(name).item(0).getTextContent();
  }
}
