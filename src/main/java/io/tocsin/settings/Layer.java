package io.tocsin.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One source of settings: the values it gives by dotted name, each with its place, and what is
 * wrong with it.
 */
final class Layer {

  private final String name;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();

  /**
   * An empty layer.
   *
   * @param name how the echo calls it: default, file, env or cli
   */
  Layer(String name) {
    this.name = name;
  }

  /** A value with where it stands, such as {@code config/tocsin.yaml line 12}. */
  record Entry(String value, String place) {}

  String name() {
    return name;
  }

  Map<String, Entry> entries() {
    return entries;
  }

  List<String> problems() {
    return problems;
  }

  /** Takes a value, or notes why it cannot be taken. */
  void put(String key, String value, String place) {
    if (key.startsWith(Key.KAFKA_PROPERTIES) && key.length() > Key.KAFKA_PROPERTIES.length()) {
      add(key, value, place);
      return;
    }
    Key known = Key.find(key).orElse(null);
    if (known == null) {
      problems.add(unknown(key, place));
      return;
    }
    try {
      known.kind().check(value);
      add(key, value, place);
    } catch (IllegalArgumentException e) {
      String shown = known.kind() == Kind.SECRET ? Secret.STARS : "'" + value + "'";
      problems.add(place + ": " + key + " is " + shown + ", but must be " + known.kind().right());
    }
  }

  /** Notes a problem that concerns no single value. */
  void refuse(String problem) {
    problems.add(problem);
  }

  private void add(String key, String value, String place) {
    Entry former = entries.putIfAbsent(key, new Entry(value, place));
    if (former != null) {
      problems.add(
          place + ": " + key + " is set twice, first in " + former.place() + "; remove one");
    }
  }

  private static String unknown(String key, String place) {
    String hint =
        NearestName.among(Key.names(), key)
            .map(near -> "did you mean " + near + "?")
            .orElse("every setting is listed in config/tocsin.yaml");
    return place + ": there is no setting " + key + "; " + hint;
  }
}
