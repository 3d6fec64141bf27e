package io.tocsin.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads {@code TOCSIN_…} variables. {@code TOCSIN_X_FILE} names a file whose content is the value,
 * as container platforms hand over secrets.
 */
final class EnvironmentLayer {

  private static final String PREFIX = "TOCSIN_";
  private static final String FILE = "_FILE";
  private static final String PROPERTIES = PREFIX + "KAFKA_PROPERTIES_";

  /** Read by the start script and the logs. */
  private static final Set<String> OF_THE_SCRIPT =
      Set.of(
          "TOCSIN_HEAP",
          "TOCSIN_JAVA_OPTS",
          "TOCSIN_NO_BUILD",
          "TOCSIN_LOG",
          "TOCSIN_LOG_LEVEL",
          "TOCSIN_CONFIG",
          "TOCSIN_DATA");

  /** Kubernetes plants these when a service is called tocsin. */
  private static final String PLANTED = "TOCSIN_(SERVICE_.*|PORT|PORT_.*)";

  private final Layer layer = new Layer("env");

  private EnvironmentLayer() {}

  /** The values of an environment. */
  static Layer read(Map<String, String> environment) {
    EnvironmentLayer reader = new EnvironmentLayer();
    new TreeMap<>(environment).forEach(reader::take);
    return reader.layer;
  }

  private void take(String variable, String value) {
    // Compose files hand on unset variables as empty ones.
    if (value.isBlank()
        || !variable.startsWith(PREFIX)
        || OF_THE_SCRIPT.contains(variable)
        || variable.matches(PLANTED)) {
      return;
    }
    String place = "environment " + variable;
    if (isKnown(variable)) {
      layer.put(dotted(variable), value, place);
      return;
    }
    String named =
        variable.endsWith(FILE) ? variable.substring(0, variable.length() - FILE.length()) : "";
    if (isKnown(named)) {
      fromFile(dotted(named), value, place);
      return;
    }
    layer.put(
        variable.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '.'),
        value,
        place);
  }

  private void fromFile(String key, String file, String place) {
    try {
      layer.put(key, Files.readString(Path.of(file)).strip(), place);
    } catch (IOException | InvalidPathException e) {
      layer.refuse(
          place + ": the file " + file + " cannot be read (" + e.getClass().getSimpleName() + ")");
    }
  }

  private static boolean isKnown(String variable) {
    boolean property = variable.startsWith(PROPERTIES) && !variable.endsWith(FILE);
    return property || Arrays.stream(Key.values()).anyMatch(key -> key.variable().equals(variable));
  }

  private static String dotted(String variable) {
    return variable.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '.');
  }
}
