package io.tocsin.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Reads a YAML file of settings, nested or with dotted names, token by token so that every value
 * keeps its line.
 */
final class FileLayer {

  private static final YAMLFactory YAML = new YAMLFactory();

  private final Path file;
  private final Layer layer = new Layer("file");

  private FileLayer(Path file) {
    this.file = file;
  }

  /** The values of a file; what cannot be read is among the layer's problems. */
  static Layer read(Path file) {
    FileLayer reader = new FileLayer(file);
    try (YAMLParser parser = YAML.createParser(Files.newInputStream(file))) {
      reader.flatten(parser);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      reader.layer.refuse(
          file
              + " line "
              + line
              + ": is not YAML: "
              + e.getOriginalMessage().lines().findFirst().orElse(""));
    } catch (IOException e) {
      reader.layer.refuse(
          file
              + ": cannot be read ("
              + e.getClass().getSimpleName()
              + "); name another with --config FILE");
    }
    return reader.layer;
  }

  private void flatten(YAMLParser parser) throws IOException {
    Deque<String> path = new ArrayDeque<>();
    JsonToken token = parser.nextToken();
    if (token == null) {
      return;
    }
    if (token != JsonToken.START_OBJECT) {
      layer.refuse(
          place(parser) + ": settings are `name: value` lines, but here is something else");
      return;
    }
    String field = "";
    while ((token = parser.nextToken()) != null) {
      if (token == JsonToken.FIELD_NAME) {
        field = parser.currentName();
      } else if (token == JsonToken.START_OBJECT) {
        path.addLast(field);
      } else if (token == JsonToken.END_OBJECT) {
        path.pollLast();
      } else {
        layer.put(dotted(path, field), value(parser, token), place(parser));
      }
    }
  }

  private String value(YAMLParser parser, JsonToken token) throws IOException {
    if (token == JsonToken.START_ARRAY) {
      return list(parser);
    }
    if (parser.isCurrentAlias()) {
      layer.refuse(place(parser) + ": aliases (*name) are not read; write the value itself");
    }
    return token == JsonToken.VALUE_NULL ? "" : parser.getText();
  }

  private String list(YAMLParser parser) throws IOException {
    List<String> parts = new ArrayList<>();
    JsonToken token;
    while ((token = parser.nextToken()) != JsonToken.END_ARRAY) {
      if (token == null || token.isStructStart()) {
        layer.refuse(place(parser) + ": a list holds plain values only");
        parser.skipChildren();
      } else {
        parts.add(parser.getText());
      }
    }
    return String.join(", ", parts);
  }

  private String place(YAMLParser parser) {
    return file + " line " + parser.currentTokenLocation().getLineNr();
  }

  private static String dotted(Deque<String> path, String field) {
    return path.isEmpty() ? field : String.join(".", path) + "." + field;
  }
}
