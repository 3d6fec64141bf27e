package io.tocsin.wire.watchlist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.model.Alias;
import io.tocsin.model.Condition;
import io.tocsin.model.Rule;
import io.tocsin.model.Scope;
import io.tocsin.model.Subject;
import io.tocsin.model.Weights;
import io.tocsin.wire.Json;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;

/**
 * Subjects and rules as JSON, with the field names of the YAML files; a rule also carries its
 * {@code version}.
 */
public final class WatchlistJson {
  private WatchlistJson() {}

  /** A subject as UTF-8 JSON; the same bytes for the same subject. */
  public static byte[] bytes(Subject subject) {
    return bytes(tree(subject));
  }

  /** A rule as UTF-8 JSON; the same bytes for the same rule. */
  public static byte[] bytes(Rule rule) {
    return bytes(tree(rule));
  }

  /**
   * Reads a subject; fields of a later version are ignored.
   *
   * @param name of the record, for messages
   * @throws WatchlistException when it is no valid subject
   */
  public static Subject subject(String name, byte[] json) {
    Problems problems = new Problems();
    Value value = JsonValues.read(name, json, problems);
    Subject subject = value == null ? null : SubjectFormat.read(value, Report.of(problems, false));
    problems.throwIfAny();
    if (subject == null) {
      throw new IllegalStateException(name + " was refused without a problem");
    }
    return subject;
  }

  /**
   * Reads a rule; fields of a later version are ignored, but not a later kind of condition.
   *
   * @param name of the record, for messages
   * @throws WatchlistException when it is no valid rule
   */
  public static Rule rule(String name, byte[] json) {
    Problems problems = new Problems();
    Value value = JsonValues.read(name, json, problems);
    Rule rule = value == null ? null : RuleFormat.read(value, Report.of(problems, false));
    problems.throwIfAny();
    if (rule == null) {
      throw new IllegalStateException(name + " was refused without a problem");
    }
    return rule;
  }

  /** A subject as a tree; absent where empty. */
  static ObjectNode tree(Subject subject) {
    ObjectNode tree = object().put("id", subject.id()).put("name", subject.name());
    putAliases(tree, subject.aliases());
    put(tree, "short", subject.shorts());
    put(tree, "demonyms", subject.demonyms());
    put(tree, "contains", subject.contains());
    put(tree, "groups", subject.groups());
    if (subject.wikidata() != null) {
      tree.put("wikidata", subject.wikidata());
    }
    if (subject.mediaTopic() != null) {
      tree.put("mediaTopic", subject.mediaTopic());
    }
    if (subject.query() != null) {
      tree.put("query", subject.query());
    }
    Weights weights = subject.weights();
    if (weights != null) {
      ObjectNode terms =
          tree.putObject("weights").put("threshold", weights.threshold()).putObject("terms");
      new TreeMap<>(weights.terms()).forEach(terms::put);
    }
    return tree;
  }

  /** A rule as a tree; absent where empty. */
  static ObjectNode tree(Rule rule) {
    ObjectNode tree = object().put("id", rule.id());
    if (rule.version() > 0) {
      tree.put("version", rule.version());
    }
    if (!rule.on().equals(Scope.NONE)) {
      ObjectNode on = tree.putObject("on");
      put(on, "subjects", rule.on().subjects());
      put(on, "groups", rule.on().groups());
      put(on, "kinds", rule.on().kinds());
      if (rule.on().all()) {
        on.put("all", true);
      }
    }
    tree.set("when", tree(rule.when()));
    tree.put("severity", rule.severity().word()).put("rearm", Durations.format(rule.rearm()));
    Rule.Resolve resolve = rule.resolve();
    if (resolve != null) {
      tree.putObject("resolve")
          .put("below", resolve.below())
          .put("hold", Durations.format(resolve.hold()));
    }
    if (!rule.labels().isEmpty()) {
      ObjectNode labels = tree.putObject("labels");
      new TreeMap<>(rule.labels()).forEach(labels::put);
    }
    return tree;
  }

  /** Aliases of no language as {@code aliases}, the others by language as {@code names}. */
  private static void putAliases(ObjectNode tree, List<Alias> aliases) {
    ArrayNode plain = JsonNodeFactory.instance.arrayNode();
    ObjectNode names = object();
    for (Alias alias : aliases) {
      String language = alias.language();
      ArrayNode list = language == null ? plain : names.withArrayProperty(language);
      list.add(tree(alias));
    }
    if (!plain.isEmpty()) {
      tree.set("aliases", plain);
    }
    if (!names.isEmpty()) {
      tree.set("names", names);
    }
  }

  private static JsonNode tree(Alias alias) {
    if (alias.in(null).equals(Alias.of(alias.text()))) {
      return JsonNodeFactory.instance.textNode(alias.text());
    }
    ObjectNode tree = object().put("text", alias.text());
    if (alias.exactCase()) {
      tree.put("case", "exact");
    }
    put(tree, "needs", alias.needs());
    put(tree, "never", alias.never());
    return tree;
  }

  private static ObjectNode tree(Condition condition) {
    ObjectNode tree = object();
    if (condition instanceof Condition.Threshold threshold) {
      ObjectNode fields = tree.putObject("threshold");
      fields
          .put("window", Durations.format(threshold.window()))
          .put("measure", threshold.measure().word())
          .put("atLeast", threshold.atLeast());
      if (!threshold.holdFor().equals(Duration.ZERO)) {
        fields.put("for", Durations.format(threshold.holdFor()));
      }
    } else if (condition instanceof Condition.Spike spike) {
      tree.set("spike", SpikeFormat.tree(spike));
    } else if (condition instanceof Condition.First first) {
      tree.set("first", PastFormat.tree(first));
    } else if (condition instanceof Condition.Newcomer newcomer) {
      tree.set("newcomer", PastFormat.tree(newcomer));
    } else if (condition instanceof Condition.Drop drop) {
      tree.set("drop", PastFormat.tree(drop));
    } else if (condition instanceof Condition.Silence silence) {
      tree.set("silence", PastFormat.tree(silence));
    } else if (condition instanceof Condition.Match match) {
      tree.putObject("match").put("query", match.query());
    } else if (condition instanceof Condition.Together together) {
      ObjectNode fields = tree.putObject("together");
      put(fields, "subjects", together.subjects());
      fields.put("within", together.within().word());
    }
    return tree;
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static void put(ObjectNode tree, String key, List<String> texts) {
    if (!texts.isEmpty()) {
      ArrayNode array = tree.putArray(key);
      texts.forEach(array::add);
    }
  }

  private static byte[] bytes(ObjectNode tree) {
    try {
      return Json.MAPPER.writeValueAsBytes(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of texts and numbers could not be written", e);
    }
  }
}
