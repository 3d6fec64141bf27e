package io.tocsin.tag.forms;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Invented sentences of one language, from {@code forms/samples.txt}.
 *
 * @param language code
 * @param floor percentage of the lines whose name must be found
 * @param ordinary words that are no form of any of the names
 * @param lines names, and sentences that hold them in some case
 */
record Sample(String language, int floor, String ordinary, List<Line> lines) {
  static final Map<String, Sample> ALL = read();

  /**
   * One sentence.
   *
   * @param alias the base form
   * @param sentence holds a form of it
   */
  record Line(String alias, String sentence) {}

  @Override
  public String toString() {
    return language;
  }

  private static Map<String, Sample> read() {
    Map<String, Sample> samples = new LinkedHashMap<>();
    String language = "";
    for (String line : text().lines().map(String::strip).toList()) {
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      if (line.startsWith("== ")) {
        String[] head = line.split(" ", -1);
        language = head[1];
        samples.put(
            language, new Sample(language, Integer.parseInt(head[2]), "", new ArrayList<>()));
      } else if (line.startsWith("words: ")) {
        Sample old = Objects.requireNonNull(samples.get(language));
        samples.put(
            language,
            new Sample(language, old.floor, line.substring("words: ".length()), old.lines));
      } else {
        String[] parts = line.split(" \\| ", 2);
        Objects.requireNonNull(samples.get(language)).lines.add(new Line(parts[0], parts[1]));
      }
    }
    return samples;
  }

  private static String text() {
    try (InputStream in = Sample.class.getResourceAsStream("/forms/samples.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
