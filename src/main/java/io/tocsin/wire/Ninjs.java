package io.tocsin.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.model.Article;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * IPTC ninjs (News in JSON) as an article. Generation 1 has strings named {@code headline} and
 * {@code body_text}, generation 2 arrays named {@code headlines} and {@code bodies} with lower-case
 * keys, generation 3 the same in camel case.
 *
 * <p>Subjects of the sender are not taken over: tags are made here, from the text. Plain text is
 * preferred to markup.
 */
final class Ninjs {
  private static final List<String> HEADLINES = List.of("headlines", "headline");
  private static final List<String> BODIES =
      List.of("bodies", "body", "body_text", "body_xhtml", "body_html");
  private static final List<String> DESCRIPTIONS =
      List.of("descriptions", "description", "description_text", "description_html");
  private static final List<String> TIMES =
      List.of(
          "versioncreated",
          "versionCreated",
          "contentcreated",
          "contentCreated",
          "firstcreated",
          "firstCreated");

  private Ninjs() {}

  /**
   * Whether an object is ninjs: it has a {@code uri} and one of the standard's own fields, and no
   * plain {@code body}.
   */
  static boolean recognises(JsonNode root) {
    if (!root.path("uri").isTextual() || root.path("body").isTextual()) {
      return false;
    }
    return any(root, HEADLINES) || any(root, BODIES) || any(root, DESCRIPTIONS) || any(root, TIMES);
  }

  static Article article(Fields fields) throws RefusedException {
    String uri = fields.label("uri", Fields.MAX_ADDRESS);
    String title = best(fields, HEADLINES);
    return new Article(
        uri,
        uri != null && web(uri) ? uri : null,
        source(fields),
        title == null ? fields.text("title") : title,
        best(fields, DESCRIPTIONS),
        best(fields, BODIES),
        fields.label("language", Fields.MAX_LABEL),
        published(fields),
        authors(fields),
        null,
        fields.node("located").isTextual() ? fields.label("located", Fields.MAX_LABEL) : null);
  }

  /** One text out of the variants that a document offers under these names. */
  private static @Nullable String best(Fields fields, List<String> names) throws RefusedException {
    String chosen = null;
    int chosenRank = Integer.MAX_VALUE;
    for (String name : names) {
      for (Variant variant : variants(fields.node(name), name)) {
        int rank = variant.rank();
        if (rank < chosenRank) {
          String text = variant.text();
          if (Repair.readable(text)) {
            chosen = text;
            chosenRank = rank;
          }
        }
      }
    }
    return chosen;
  }

  private static List<Variant> variants(JsonNode node, String name) throws RefusedException {
    if (Fields.absent(node)) {
      return List.of();
    }
    if (node.isTextual()) {
      return List.of(new Variant(node.textValue(), "", name.contains("html") ? "text/html" : ""));
    }
    if (!node.isArray()) {
      throw Fields.wrongType(name, "must be a string or an array of objects with a value", node);
    }
    List<Variant> variants = new ArrayList<>();
    for (JsonNode entry : node) {
      JsonNode value = entry.has("value") ? entry.path("value") : entry.path("text");
      if (!value.isTextual()) {
        throw Fields.wrongType(name, "must hold objects whose value is a string; one", value);
      }
      String role = entry.path("role").asText(entry.path("name").asText(""));
      String type = entry.path("contenttype").asText(entry.path("contentType").asText(""));
      variants.add(
          new Variant(
              value.textValue(), role.toLowerCase(Locale.ROOT), type.toLowerCase(Locale.ROOT)));
    }
    return variants;
  }

  private static @Nullable Instant published(Fields fields) throws RefusedException {
    for (String name : TIMES) {
      Instant time = fields.time(name);
      if (time != null) {
        return time;
      }
    }
    return null;
  }

  private static List<String> authors(Fields fields) throws RefusedException {
    List<String> authors = new ArrayList<>();
    for (String name : List.of("by", "byline", "bylines")) {
      JsonNode node = fields.node(name);
      if (node.isTextual()) {
        add(authors, fields.label(name, Fields.MAX_LABEL));
      } else if (node.isArray()) {
        for (JsonNode entry : node) {
          add(authors, Fields.label(named(entry), name, Fields.MAX_LABEL));
        }
      } else if (!Fields.absent(node)) {
        throw Fields.wrongType(name, "must be a string", node);
      }
    }
    return authors.stream().distinct().limit(Fields.MAX_AUTHORS).toList();
  }

  private static @Nullable String source(Fields fields) throws RefusedException {
    for (String name : List.of("infosources", "infoSources", "infosource")) {
      for (JsonNode entry : fields.node(name)) {
        String source = Fields.label(named(entry), name, Fields.MAX_LABEL);
        if (source != null) {
          return source;
        }
      }
    }
    String holder = fields.label("copyrightholder", Fields.MAX_LABEL);
    return holder == null ? fields.label("copyrightHolder", Fields.MAX_LABEL) : holder;
  }

  private static @Nullable String named(JsonNode entry) {
    if (entry.isTextual()) {
      return entry.textValue();
    }
    for (String key : List.of("name", "by", "value", "literal")) {
      if (entry.path(key).isTextual()) {
        return entry.path(key).textValue();
      }
    }
    return null;
  }

  private static void add(List<String> labels, @Nullable String label) {
    if (label != null) {
      labels.add(label);
    }
  }

  private static boolean web(String uri) {
    String lower = uri.toLowerCase(Locale.ROOT);
    return lower.startsWith("http://") || lower.startsWith("https://");
  }

  private static boolean any(JsonNode root, List<String> names) {
    return names.stream().anyMatch(root::has);
  }

  /**
   * One rendering of a text: plain before HTML before other markup, and the main one among equals.
   */
  private record Variant(String value, String role, String type) {
    int rank() {
      return 2 * form() + (role.isEmpty() || role.equals("main") || role.equals("text") ? 0 : 1);
    }

    String text() {
      return Repair.text(form() == 0 ? value : Html.text(value));
    }

    private int form() {
      if (type.startsWith("text/plain")) {
        return 0;
      }
      if (type.contains("html") || role.contains("html")) {
        return 1;
      }
      if (type.contains("xml")) {
        return 2;
      }
      return value.stripLeading().startsWith("<") ? 1 : 0;
    }
  }
}
