package io.tocsin.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/** The figures of one benchmark, written as dated JSON with the machine they were measured on. */
final class Figures {
  private static final Path FOLDER = Path.of("docs", "performance");

  private final String name;
  private final Map<String, Object> values = new LinkedHashMap<>();

  /**
   * @param name of the benchmark: part of the file's name
   */
  Figures(String name) {
    this.name = name;
    values.put("benchmark", name);
    values.put("date", LocalDate.now(ZoneOffset.UTC).toString());
    values.put("machine", machine());
  }

  /** Sets a figure, a list or a map of figures. */
  Figures put(String key, Object value) {
    values.put(key, value);
    return this;
  }

  /** Writes {@code docs/performance/DATE-NAME.json} and says where. */
  Path write() {
    try {
      Files.createDirectories(FOLDER);
      Path file = FOLDER.resolve(values.get("date") + "-" + name + ".json");
      Files.writeString(
          file,
          new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(values)
              + "\n");
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> machine() {
    Map<String, Object> machine = new LinkedHashMap<>();
    machine.put("processors", Runtime.getRuntime().availableProcessors());
    machine.put("architecture", System.getProperty("os.arch"));
    machine.put("java", System.getProperty("java.runtime.version"));
    machine.put("maxHeapMegabytes", Runtime.getRuntime().maxMemory() >> 20);
    return machine;
  }
}
