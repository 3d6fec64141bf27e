package io.tocsin.wire.watchlist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.model.Rule;
import io.tocsin.model.Subject;
import io.tocsin.model.Watchlist;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What must happen to one watchlist so that it becomes another.
 *
 * @param subjects what happens to subjects
 * @param rules what happens to rules; their versions are not compared
 */
public record WatchlistDiff(Part subjects, Part rules) {

  /**
   * What happens to one kind of entry, each in order of id.
   *
   * @param added ids with names, where they have one
   * @param changed ids with the keys that differ
   * @param removed ids
   */
  public record Part(
      Map<String, String> added, Map<String, List<KeyChange>> changed, List<String> removed) {
    /** Whether nothing happens. */
    public boolean isEmpty() {
      return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
    }

    /** Whether it must be written. */
    public boolean differs(String id) {
      return added.containsKey(id) || changed.containsKey(id);
    }
  }

  /**
   * One key that differs.
   *
   * @param key path such as {@code aliases} or {@code when.threshold.atLeast}
   * @param how readable: {@code 20 → 30}, or {@code +"Kim" -"Jong"} for lists
   */
  public record KeyChange(String key, String how) {}

  /** The difference from one watchlist to another. */
  public static WatchlistDiff between(Watchlist before, Watchlist after) {
    Part subjects =
        part(
            trees(before.subjects(), Subject::id, WatchlistJson::tree),
            trees(after.subjects(), Subject::id, WatchlistJson::tree));
    Function<Rule, ObjectNode> unversioned = rule -> WatchlistJson.tree(rule.withVersion(0));
    return new WatchlistDiff(
        subjects,
        part(
            trees(before.rules(), Rule::id, unversioned),
            trees(after.rules(), Rule::id, unversioned)));
  }

  /** Whether the two are equal. */
  public boolean isEmpty() {
    return subjects.isEmpty() && rules.isEmpty();
  }

  /**
   * Lines for a person: {@code +} added, {@code ~} changed with each key, {@code -} removed, and a
   * last line with the sums.
   */
  public String text() {
    if (isEmpty()) {
      return "no difference\n";
    }
    StringBuilder text = new StringBuilder();
    print(text, "subject", subjects);
    print(text, "rule", rules);
    return text.append(sum("subjects", subjects))
        .append("; ")
        .append(sum("rules", rules))
        .append('\n')
        .toString();
  }

  private static String sum(String what, Part part) {
    return what
        + ": "
        + part.added.size()
        + " added, "
        + part.changed.size()
        + " changed, "
        + part.removed.size()
        + " removed";
  }

  private static void print(StringBuilder text, String what, Part part) {
    part.added.forEach(
        (id, name) ->
            text.append("+ ")
                .append(what)
                .append(' ')
                .append(id)
                .append(name.isEmpty() ? "" : " (" + name + ")")
                .append('\n'));
    part.changed.forEach(
        (id, changes) -> {
          text.append("~ ").append(what).append(' ').append(id).append('\n');
          changes.forEach(
              change ->
                  text.append("    ")
                      .append(change.key)
                      .append(": ")
                      .append(change.how)
                      .append('\n'));
        });
    part.removed.forEach(id -> text.append("- ").append(what).append(' ').append(id).append('\n'));
  }

  private static <T> Map<String, ObjectNode> trees(
      List<T> entries, Function<T, String> id, Function<T, ObjectNode> tree) {
    Map<String, ObjectNode> trees = new TreeMap<>();
    entries.forEach(entry -> trees.put(id.apply(entry), tree.apply(entry)));
    return trees;
  }

  private static Part part(Map<String, ObjectNode> before, Map<String, ObjectNode> after) {
    Map<String, String> added = new TreeMap<>();
    Map<String, List<KeyChange>> changed = new TreeMap<>();
    after.forEach(
        (id, tree) -> {
          ObjectNode old = before.get(id);
          if (old == null) {
            added.put(id, tree.path("name").asText(""));
          } else if (!old.equals(tree)) {
            List<KeyChange> changes = new ArrayList<>();
            compare("", old, tree, changes);
            changed.put(id, changes);
          }
        });
    List<String> removed = before.keySet().stream().filter(id -> !after.containsKey(id)).toList();
    return new Part(added, changed, removed);
  }

  private static void compare(String path, JsonNode old, JsonNode tree, List<KeyChange> changes) {
    Set<String> keys = new TreeSet<>();
    old.fieldNames().forEachRemaining(keys::add);
    tree.fieldNames().forEachRemaining(keys::add);
    for (String key : keys) {
      JsonNode left = old.path(key);
      JsonNode right = tree.path(key);
      if (left.equals(right)) {
        continue;
      }
      if (left.isObject() && right.isObject()) {
        compare(path + key + ".", left, right, changes);
      } else {
        changes.add(new KeyChange(path + key, how(left, right)));
      }
    }
  }

  private static String how(JsonNode left, JsonNode right) {
    if (!left.isArray() && !right.isArray()) {
      return show(left) + " → " + show(right);
    }
    List<JsonNode> old = elements(left);
    List<JsonNode> now = elements(right);
    List<String> changes = new ArrayList<>();
    now.stream().filter(item -> !old.contains(item)).forEach(item -> changes.add("+" + show(item)));
    old.stream().filter(item -> !now.contains(item)).forEach(item -> changes.add("-" + show(item)));
    return changes.isEmpty() ? "another order" : changes.stream().collect(Collectors.joining(" "));
  }

  private static List<JsonNode> elements(JsonNode node) {
    List<JsonNode> elements = new ArrayList<>();
    node.forEach(elements::add);
    return elements;
  }

  private static String show(JsonNode node) {
    return node.isMissingNode() ? "nothing" : Texts.shorten(node.toString());
  }
}
