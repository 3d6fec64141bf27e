package io.tocsin.ingest.feed.parse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.ingest.feed.parse.FeedText.Kind;
import io.tocsin.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** JSON Feed 1.0 and 1.1. */
final class JsonFeedReader {
  private final String url;
  private final Budget budget;

  JsonFeedReader(String url, Budget budget) {
    this.url = url;
    this.budget = budget;
  }

  Feed read(String text) throws FeedFaultException {
    JsonNode root = parsed(text);
    String version = root.path("version").asText("");
    if (!root.isObject() || version.isEmpty() || !root.path("items").isArray()) {
      throw new FeedFaultException(
          FeedFault.NOT_A_FEED, "is JSON, but no JSON Feed: it has no \"version\" or no \"items\"");
    }
    String home = Links.absolute(text(root, "home_page_url"), url);
    String language = text(root, "language");
    JsonNode items = root.path("items");
    List<FeedItem> read = new ArrayList<>();
    for (int i = 0; i < Math.min(items.size(), budget.items()); i++) {
      budget.check();
      read.add(item(items.get(i), root, language));
    }
    return new Feed(
        "json feed " + version.replaceAll("[^0-9.]", "").replaceAll("^\\.+", ""),
        plain(root, "title"),
        home,
        language,
        null,
        Set.of(),
        Set.of(),
        read,
        items.size() - read.size());
  }

  private static JsonNode parsed(String text) throws FeedFaultException {
    try {
      return Json.MAPPER.readTree(text);
    } catch (StreamConstraintsException e) {
      throw new FeedFaultException(
          FeedFault.TOO_LARGE, "is JSON with more, longer or deeper values than any feed needs");
    } catch (JsonProcessingException e) {
      boolean ended = String.valueOf(e.getOriginalMessage()).contains("end-of-input");
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new FeedFaultException(
          ended ? FeedFault.TRUNCATED : FeedFault.MALFORMED,
          "is JSON that " + (ended ? "breaks off" : "cannot be read") + " in line " + line);
    }
  }

  private FeedItem item(JsonNode item, JsonNode root, String language) {
    String link = Links.absolute(text(item, "url"), url);
    FeedText html = new FeedText(text(item, "content_html"), Kind.HTML);
    String own = text(item, "language");
    return new FeedItem(
        item.path("id").asText("").strip(),
        link.isEmpty() ? Links.absolute(text(item, "external_url"), url) : link,
        plain(item, "title"),
        plain(item, "summary"),
        html.isBlank() ? plain(item, "content_text") : html,
        FeedDates.parse(text(item, "date_published")),
        FeedDates.parse(text(item, "date_modified")),
        authors(item).isEmpty() ? authors(root) : authors(item),
        own.isEmpty() ? language : own,
        Values.words(texts(item.path("tags"))));
  }

  private static List<String> authors(JsonNode parent) {
    List<String> names = new ArrayList<>();
    parent.path("authors").forEach(author -> names.add(text(author, "name")));
    if (names.isEmpty()) {
      names.add(text(parent.path("author"), "name"));
    }
    return Values.words(names);
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.asText("")));
    return texts;
  }

  private static FeedText plain(JsonNode parent, String name) {
    return new FeedText(text(parent, name), Kind.PLAIN);
  }

  private static String text(JsonNode parent, String name) {
    JsonNode value = parent.path(name);
    return value.isTextual() ? value.textValue().strip() : "";
  }
}
