package io.tocsin.ingest.feed;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A part of a YAML file that knows its line. */
sealed interface YamlNode {
  /** Line of the file, from 1. */
  int line();

  /** A plain value. */
  record Text(int line, String value) implements YamlNode {}

  /** A list. */
  record Items(int line, List<YamlNode> items) implements YamlNode {}

  /** Names with values; {@code twice} are names that stand there more than once. */
  record Fields(int line, Map<String, YamlNode> fields, List<String> twice) implements YamlNode {}

  /** Reads what begins at the parser's token. */
  static YamlNode read(YAMLParser parser) throws IOException {
    int line = parser.currentTokenLocation().getLineNr();
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_ARRAY) {
      List<YamlNode> items = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        items.add(read(parser));
      }
      return new Items(line, items);
    }
    if (token != JsonToken.START_OBJECT) {
      return new Text(line, token == JsonToken.VALUE_NULL ? "" : parser.getText());
    }
    Map<String, YamlNode> fields = new LinkedHashMap<>();
    List<String> twice = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      if (fields.put(name, read(parser)) != null) {
        twice.add(name);
      }
    }
    return new Fields(line, fields, twice);
  }
}
