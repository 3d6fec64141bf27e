package io.tocsin.wire.watchlist;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.wire.Json;
import io.tocsin.wire.watchlist.Value.Entry;
import io.tocsin.wire.watchlist.Value.Mapping;
import io.tocsin.wire.watchlist.Value.Scalar;
import io.tocsin.wire.watchlist.Value.Sequence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON into the same values as YAML, through the hardened mapper, so that the same validator
 * serves both.
 */
final class JsonValues {
  private JsonValues() {}

  /**
   * The one document of a record.
   *
   * @return null when it is no JSON; the problems say why
   */
  static @Nullable Value read(String name, byte[] bytes, Problems problems) {
    Place place = Place.of(name);
    if (bytes.length > Json.MAX_BYTES) {
      problems.add(
          place, null, "has " + bytes.length + " bytes; at most " + Json.MAX_BYTES + " are read");
      return null;
    }
    try {
      return value(Json.MAPPER.readTree(bytes), place);
    } catch (IOException e) {
      problems.add(
          place,
          null,
          "is not JSON: " + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
      return null;
    }
  }

  private static Value value(JsonNode node, Place place) {
    if (node.isArray()) {
      List<Value> items = new ArrayList<>();
      node.forEach(item -> items.add(value(item, place)));
      return new Sequence(items, place);
    }
    if (node.isObject()) {
      List<Entry> entries = new ArrayList<>();
      node.properties()
          .forEach(
              field ->
                  entries.add(
                      new Entry(
                          new Scalar(field.getKey(), false, place),
                          value(field.getValue(), place))));
      return new Mapping(entries, place);
    }
    return new Scalar(node.asText(), !node.isTextual(), place);
  }
}
