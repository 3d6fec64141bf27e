package io.tocsin.serve;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.tocsin.model.Alert;
import io.tocsin.model.Evidence;
import java.io.StringWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * {@code GET /api/v1/alerts.rss}: the newest alerts for a feed reader, RSS 2.0. An item is an alert
 * in one state, so that a reader shows each change once.
 */
final class AlertsRssHandler implements Handler {
  private static final int ITEMS = 100;
  private static final XMLOutputFactory XML = XMLOutputFactory.newInstance();

  private final NewsView news;

  AlertsRssHandler(NewsView news) {
    this.news = news;
  }

  @Override
  public void handle(Context context) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XML.createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("rss");
      xml.writeAttribute("version", "2.0");
      xml.writeStartElement("channel");
      element(xml, "title", "Tocsin: alerts");
      element(xml, "link", context.scheme() + "://" + context.host() + "/");
      element(xml, "description", "Alerts of this news monitor, newest change first");
      for (Alert alert : news.alerts(false, ITEMS)) {
        item(xml, alert);
      }
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("cannot write the feed of alerts", e);
    }
    context
        .contentType("application/rss+xml; charset=utf-8")
        .header("Cache-Control", "no-store")
        .result(text.toString());
  }

  private static void item(XMLStreamWriter xml, Alert alert) throws XMLStreamException {
    xml.writeStartElement("item");
    element(
        xml,
        "title",
        alert.severity().word() + " " + alert.state().word() + ": " + alert.summary());
    Optional<String> link =
        alert.evidence().stream()
            .map(Evidence::url)
            .filter(url -> url != null && url.matches("(?i)https?://.*"))
            .findFirst();
    if (link.isPresent()) {
      element(xml, "link", link.get());
    }
    xml.writeStartElement("guid");
    xml.writeAttribute("isPermaLink", "false");
    xml.writeCharacters(alert.id() + "." + alert.sequence());
    xml.writeEndElement();
    element(
        xml,
        "pubDate",
        DateTimeFormatter.RFC_1123_DATE_TIME.format(alert.changedAt().atOffset(ZoneOffset.UTC)));
    element(xml, "category", alert.rule());
    element(xml, "description", description(alert));
    xml.writeEndElement();
  }

  /** Readers take a description for HTML, so it is plain text escaped as such, and then as XML. */
  private static String description(Alert alert) {
    StringBuilder html = new StringBuilder();
    for (Evidence evidence : alert.evidence()) {
      String title = evidence.title() == null ? evidence.publisher() : evidence.title();
      html.append("<p>").append(html(title)).append(" — ").append(html(evidence.publisher()));
      html.append("<br>").append(html(evidence.snippet())).append("</p>");
    }
    return html.toString();
  }

  private static String html(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(clean(text));
    xml.writeEndElement();
  }

  /** Without the characters that XML cannot hold, escaped or not. */
  private static String clean(String text) {
    return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]|\\p{Cs}", "");
  }
}
