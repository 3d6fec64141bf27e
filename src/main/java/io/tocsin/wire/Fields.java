package io.tocsin.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.model.Reason;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Typed access to the fields of a JSON object: a field is absent, or of its type, or the document
 * is refused.
 */
final class Fields {
  /** Longest name, place or language in characters. */
  static final int MAX_LABEL = 1_024;

  /** Longest address or given id in characters. */
  static final int MAX_ADDRESS = 8_192;

  /** Most authors. */
  static final int MAX_AUTHORS = 200;

  private static final String TIME_FORM =
      " must be an RFC 3339 time with its offset in a string, such as \"2023-11-06T09:30:00Z\"";

  private final JsonNode object;

  Fields(JsonNode object) {
    this.object = object;
  }

  JsonNode node(String name) {
    return object.path(name);
  }

  /**
   * A text of any length, out of HTML if it is some, repaired; null when absent or when there is
   * nothing to read in it.
   */
  @Nullable String text(String name) throws RefusedException {
    String text = string(name);
    return text == null ? null : repaired(Html.textOf(text));
  }

  /** A text like {@link #text}, but what was HTML becomes one line. */
  @Nullable String title(String name) throws RefusedException {
    String text = string(name);
    return text == null ? null : repaired(Html.lineOf(text));
  }

  private static @Nullable String repaired(String text) {
    String repaired = Repair.text(text);
    return Repair.readable(repaired) ? repaired : null;
  }

  /** A short text on one line; null when absent or blank. */
  @Nullable String label(String name, int longest) throws RefusedException {
    return label(string(name), name, longest);
  }

  static @Nullable String label(@Nullable String text, String name, int longest)
      throws RefusedException {
    if (text == null) {
      return null;
    }
    if (text.length() > longest) {
      throw new RefusedException(
          Reason.TOO_LARGE,
          name + " has " + text.length() + " characters; at most " + longest + " are allowed",
          name);
    }
    String label = Repair.label(text);
    return Repair.readable(label) ? label : null;
  }

  /** A list of labels; an absent field is the empty list, blank entries are left out. */
  List<String> labels(String name) throws RefusedException {
    JsonNode node = object.path(name);
    if (absent(node)) {
      return List.of();
    }
    if (!node.isArray()) {
      throw wrongType(name, "must be an array of strings", node);
    }
    if (node.size() > MAX_AUTHORS) {
      throw new RefusedException(
          Reason.TOO_LARGE,
          name + " has " + node.size() + " entries; at most " + MAX_AUTHORS + " are allowed",
          name);
    }
    List<String> labels = new ArrayList<>();
    for (JsonNode entry : node) {
      if (!entry.isTextual()) {
        throw wrongType(name, "must be an array of strings, one of its entries", entry);
      }
      String label = label(entry.textValue(), name, MAX_LABEL);
      if (label != null) {
        labels.add(label);
      }
    }
    return List.copyOf(labels);
  }

  /** A time; null when absent or empty. */
  @Nullable Instant time(String name) throws RefusedException {
    JsonNode node = object.path(name);
    if (absent(node)) {
      return null;
    }
    if (!node.isTextual()) {
      throw new RefusedException(
          Reason.INVALID_FIELD,
          name + TIME_FORM + "; it is " + kind(node) + ", whose unit nobody can know",
          name);
    }
    String text = node.textValue().strip();
    if (text.isEmpty()) {
      return null;
    }
    try {
      return instant(text);
    } catch (DateTimeException e) {
      throw new RefusedException(
          Reason.INVALID_FIELD, name + TIME_FORM + "; it cannot be read as one", name);
    }
  }

  /**
   * RFC 3339: four digits of year, a space may stand for the T, and second 60 is the last of its
   * minute.
   */
  private static Instant instant(String text) {
    if (text.length() < 17 || text.length() > 64 || !Character.isDigit(text.charAt(0))) {
      throw new DateTimeException("not RFC 3339");
    }
    String time = text.charAt(10) == ' ' ? text.substring(0, 10) + 'T' + text.substring(11) : text;
    if (time.startsWith(":60", 16)) {
      time = time.substring(0, 16) + ":59" + time.substring(19);
    }
    return OffsetDateTime.parse(time).toInstant();
  }

  private @Nullable String string(String name) throws RefusedException {
    JsonNode node = object.path(name);
    if (absent(node)) {
      return null;
    }
    if (!node.isTextual()) {
      throw wrongType(name, "must be a string", node);
    }
    return node.textValue();
  }

  static RefusedException wrongType(String name, String expectation, JsonNode node) {
    return new RefusedException(
        Reason.INVALID_FIELD, name + " " + expectation + "; it is " + kind(node), name);
  }

  static boolean absent(JsonNode node) {
    return node.isMissingNode() || node.isNull();
  }

  /** What a node is, with its article; never what it says. */
  static String kind(JsonNode node) {
    return switch (node.getNodeType()) {
      case ARRAY -> "an array";
      case OBJECT, POJO -> "an object";
      case NUMBER -> "a number";
      case BOOLEAN -> "true or false";
      case STRING, BINARY -> "a string";
      case NULL, MISSING -> "null";
    };
  }
}
