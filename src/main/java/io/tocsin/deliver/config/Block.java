package io.tocsin.deliver.config;

import io.tocsin.settings.Durations;
import io.tocsin.settings.NearestName;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The keys of one mapping, read with their types; what does not fit becomes a finding and reads as
 * absent.
 */
final class Block {

  private final MappingNode node;
  private final String what;
  private final Findings findings;
  private final Map<String, Node> values = new HashMap<>();

  private Block(MappingNode node, String what, Findings findings) {
    this.node = node;
    this.what = what;
    this.findings = findings;
  }

  /**
   * Takes a mapping apart.
   *
   * @param what what it describes, for messages: {@code a sink}
   * @param known the keys that it may have
   * @return null when it is no mapping
   */
  static @Nullable Block of(Node node, String what, List<String> known, Findings findings) {
    if (!(node instanceof MappingNode mapping)) {
      findings.add(node, what + " is written as `key: value` lines");
      return null;
    }
    Block block = new Block(mapping, what, findings);
    for (NodeTuple entry : mapping.getValue()) {
      String key = entry.getKeyNode() instanceof ScalarNode word ? word.getValue() : "?";
      if (!known.contains(key)) {
        String meant =
            NearestName.among(known, key)
                .map(near -> "; did you mean " + near + "?")
                .orElse("; it has " + String.join(", ", known));
        findings.add(entry.getKeyNode(), what + " has no key '" + key + "'" + meant);
      } else if (block.values.putIfAbsent(key, entry.getValueNode()) != null) {
        findings.add(entry.getKeyNode(), "'" + key + "' stands twice");
      }
    }
    return block;
  }

  Node node() {
    return node;
  }

  @Nullable Node value(String key) {
    return values.get(key);
  }

  void problem(String key, String message) {
    Node at = values.get(key);
    findings.add(at == null ? node : at, message);
  }

  /** A block below a key; null when it is absent or wrong. */
  @Nullable Block block(String key, String name, List<String> known) {
    Node value = values.get(key);
    return value == null ? null : of(value, name, known, findings);
  }

  /** A text; null when it is absent or wrong. */
  @Nullable String text(String key) {
    Node value = values.get(key);
    if (value == null) {
      return null;
    }
    if (value instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue().strip();
    }
    findings.add(value, "'" + key + "' must be a text");
    return null;
  }

  /** A text that must be there; null after a finding. */
  @Nullable String needed(String key, String example) {
    if (!values.containsKey(key)) {
      findings.add(node, what + " needs the key '" + key + "', such as " + key + ": " + example);
    }
    return text(key);
  }

  /** A list of texts; empty when it is absent. */
  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (Node item : items(key)) {
      if (item instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
        texts.add(scalar.getValue().strip());
      } else {
        findings.add(item, "'" + key + "' must hold texts");
      }
    }
    return texts;
  }

  /** The entries of a list; empty when it is absent. */
  List<Node> items(String key) {
    Node value = values.get(key);
    if (value == null) {
      return List.of();
    }
    if (value instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    findings.add(value, "'" + key + "' must be a list, such as " + key + ": [a, b]");
    return List.of();
  }

  /** Texts by name; empty when it is absent. */
  Map<String, String> map(String key) {
    Node value = values.get(key);
    Map<String, String> map = new LinkedHashMap<>();
    if (value instanceof MappingNode mapping) {
      for (NodeTuple entry : mapping.getValue()) {
        if (entry.getKeyNode() instanceof ScalarNode name
            && entry.getValueNode() instanceof ScalarNode text) {
          map.put(name.getValue(), text.getValue());
        } else {
          findings.add(entry.getKeyNode(), "'" + key + "' must hold `name: text` lines");
        }
      }
    } else if (value != null) {
      findings.add(value, "'" + key + "' must hold `name: text` lines");
    }
    return map;
  }

  /** A length of time; the fallback when it is absent or wrong. */
  Duration duration(String key, Duration fallback, Duration longest) {
    return read(
        key,
        fallback,
        text -> {
          Duration duration = Durations.parse(text);
          return duration.isNegative() || duration.compareTo(longest) > 0 ? null : duration;
        },
        "a duration such as 500ms, 30s or 10m, at most " + longest);
  }

  /** A whole number within bounds; the fallback when it is absent or wrong. */
  int number(String key, int fallback, int least, int most) {
    return read(
        key,
        fallback,
        text -> {
          int number = Integer.parseInt(text);
          return number < least || number > most ? null : number;
        },
        "a whole number from " + least + " to " + most);
  }

  /** One of our own words; the fallback when it is absent or wrong. */
  <E extends Enum<E>> @Nullable E word(String key, E[] all, @Nullable E fallback) {
    String text = text(key);
    if (text == null) {
      return fallback;
    }
    return word(text, all)
        .orElseGet(
            () -> {
              problem(key, "'" + key + "' is '" + text + "', but must be one of " + words(all));
              return fallback;
            });
  }

  static <E extends Enum<E>> java.util.Optional<E> word(String text, E[] all) {
    return Stream.of(all).filter(one -> name(one).equals(text)).findFirst();
  }

  static <E extends Enum<E>> String words(E[] all) {
    return Stream.of(all).map(Block::name).collect(Collectors.joining(", "));
  }

  /** What a reader makes of a text; the fallback when it is absent or wrong. */
  <T> T read(String key, T fallback, Function<String, @Nullable T> reader, String right) {
    String text = text(key);
    if (text == null) {
      return fallback;
    }
    try {
      T read = reader.apply(text);
      if (read != null) {
        return read;
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      // Told below, with what would be right.
    }
    problem(key, "'" + key + "' is '" + text + "', but must be " + right);
    return fallback;
  }

  private static String name(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }
}
