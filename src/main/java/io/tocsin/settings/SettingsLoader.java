package io.tocsin.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Lays the sources of settings over each other: defaults, then the file, the environment and the
 * command line; the last one wins.
 */
public final class SettingsLoader {

  /** Read when it exists and no other file is named. */
  public static final Path STANDARD_FILE = Path.of("config", "tocsin.yaml");

  private final List<String> problems = new ArrayList<>();
  private final Map<Key, Layer.Entry> values = new EnumMap<>(Key.class);
  private final Map<Key, String> origins = new EnumMap<>(Key.class);
  private final Map<String, String> properties = new TreeMap<>();
  private final Map<String, String> propertyOrigins = new TreeMap<>();

  private SettingsLoader() {}

  /**
   * Loads and validates.
   *
   * @param file a YAML file; null takes {@link #STANDARD_FILE} when it exists
   * @param environment the process environment
   * @param assignments {@code key=value} from the command line
   * @throws SettingsException with every problem found
   */
  public static LoadedSettings load(
      @Nullable Path file, Map<String, String> environment, List<String> assignments) {
    SettingsLoader loader = new SettingsLoader();
    loader.add(defaults());
    Path standard =
        environment.containsKey("TOCSIN_CONFIG")
            ? Path.of(environment.get("TOCSIN_CONFIG"))
            : STANDARD_FILE;
    if (file != null || environment.containsKey("TOCSIN_CONFIG") || Files.exists(standard)) {
      loader.add(FileLayer.read(file == null ? standard : file));
    }
    loader.add(EnvironmentLayer.read(environment));
    loader.add(commandLine(assignments));
    return loader.finish();
  }

  /** The settings when nobody sets anything. */
  public static Settings standard() {
    SettingsLoader loader = new SettingsLoader();
    loader.add(defaults());
    return loader.finish().settings();
  }

  private static Layer defaults() {
    Layer layer = new Layer("default");
    for (Key key : Key.values()) {
      if (key.standard() != null) {
        layer.put(key.dotted(), key.standard(), SettingsMaker.DEFAULT);
      }
    }
    return layer;
  }

  private static Layer commandLine(List<String> assignments) {
    Layer layer = new Layer("cli");
    for (String assignment : assignments) {
      int equals = assignment.indexOf('=');
      if (equals < 1) {
        layer.refuse("--set " + assignment + ": write it as --set key=value");
      } else {
        String key = assignment.substring(0, equals).strip();
        layer.put(key, assignment.substring(equals + 1).strip(), "--set " + key);
      }
    }
    return layer;
  }

  private void add(Layer layer) {
    problems.addAll(layer.problems());
    layer
        .entries()
        .forEach(
            (name, entry) -> {
              if (name.startsWith(Key.KAFKA_PROPERTIES)) {
                String property = name.substring(Key.KAFKA_PROPERTIES.length());
                properties.put(property, entry.value());
                propertyOrigins.put(property, layer.name());
              } else {
                Key key = Key.find(name).orElseThrow();
                values.put(key, entry);
                origins.put(key, layer.name());
              }
            });
  }

  private LoadedSettings finish() {
    SettingsMaker maker = new SettingsMaker(values, properties);
    problems.addAll(maker.conflicts());
    if (!problems.isEmpty()) {
      throw new SettingsException(problems);
    }
    return new LoadedSettings(maker.make(), effective());
  }

  private List<String> effective() {
    List<String> lines = new ArrayList<>();
    for (Key key : Key.values()) {
      Layer.Entry entry = values.get(key);
      String value =
          entry == null ? "(none)" : key.kind() == Kind.SECRET ? Secret.STARS : entry.value();
      lines.add(
          key.dotted() + " = " + value + " (from " + origins.getOrDefault(key, "default") + ")");
    }
    properties.forEach(
        (name, value) -> {
          String shown = Key.isSecretProperty(name) ? Secret.STARS : value;
          lines.add(
              Key.KAFKA_PROPERTIES
                  + name
                  + " = "
                  + shown
                  + " (from "
                  + propertyOrigins.get(name)
                  + ")");
        });
    return lines;
  }
}
