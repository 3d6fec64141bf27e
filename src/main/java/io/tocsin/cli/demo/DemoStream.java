package io.tocsin.cli.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.wire.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The bundled articles, moved in time so that the newest of them is published just now. */
final class DemoStream {
  private static final String RESOURCE = "/demo/articles.ndjson";

  /** The end of the bundled morning: what becomes "now". */
  private static final Instant END = Instant.parse("2026-01-15T12:00:00Z");

  /** From here on the stream is played at a pace that people can watch. */
  private static final Instant LIVE_FROM = Instant.parse("2026-01-15T11:15:00Z");

  private final Duration shift;
  private final List<Line> lines = new ArrayList<>();

  /** One line and its place in time. */
  private record Line(Instant at, String text) {}

  /**
   * The stream as if its last article were published at an instant.
   *
   * @param end when the last article is published
   */
  DemoStream(Instant end) {
    shift = Duration.between(END, end);
    try (InputStream resource = DemoStream.class.getResourceAsStream(RESOURCE)) {
      if (resource == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the jar; build it again");
      }
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8));
      Instant at = Instant.MIN;
      for (String text = reader.readLine(); text != null; text = reader.readLine()) {
        Instant own = time(text);
        // The planted oddities keep their place in the stream, whatever time they claim.
        at = own.isAfter(at) && own.isBefore(END) ? own : at;
        lines.add(new Line(at, moved(text)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + RESOURCE, e);
    }
  }

  /** How many lines it has. */
  int size() {
    return lines.size();
  }

  /**
   * The lines up to the time from which people watch: hours of ordinary news, published at once.
   */
  List<String> before() {
    return lines.stream().filter(line -> line.at().isBefore(LIVE_FROM)).map(Line::text).toList();
  }

  /** The lines after it, in so many portions of equal length of time. */
  List<List<String>> portions(int number) {
    Duration each = Duration.between(LIVE_FROM, END).dividedBy(number);
    List<List<String>> portions = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      Instant from = LIVE_FROM.plus(each.multipliedBy(i));
      Instant to = i == number - 1 ? Instant.MAX : from.plus(each);
      portions.add(
          lines.stream()
              .filter(line -> !line.at().isBefore(from) && line.at().isBefore(to))
              .map(Line::text)
              .toList());
    }
    return portions;
  }

  private static Instant time(String line) {
    try {
      JsonNode published = Json.MAPPER.readTree(line).path("publishedAt");
      return published.isTextual() ? Instant.parse(published.asText()) : Instant.MIN;
    } catch (JsonProcessingException e) {
      return Instant.MIN;
    }
  }

  private String moved(String line) {
    try {
      JsonNode article = Json.MAPPER.readTree(line);
      JsonNode published = article.path("publishedAt");
      if (article instanceof ObjectNode object && published.isTextual()) {
        object.put("publishedAt", Instant.parse(published.asText()).plus(shift).toString());
        return Json.MAPPER.writeValueAsString(object);
      }
      return line;
    } catch (JsonProcessingException e) {
      // The broken line is part of the show: it ends on the topic of rejected records.
      return line;
    }
  }
}
