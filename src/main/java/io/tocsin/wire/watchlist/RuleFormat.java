package io.tocsin.wire.watchlist;

import io.tocsin.model.Condition;
import io.tocsin.model.Rule;
import io.tocsin.model.Scope;
import io.tocsin.model.Severity;
import io.tocsin.wire.watchlist.Value.Entry;
import io.tocsin.wire.watchlist.Value.Mapping;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads a rule: which subjects it looks at, when it alerts and how an episode ends. */
final class RuleFormat {
  private static final List<String> KEYS =
      List.of("id", "version", "on", "when", "severity", "rearm", "resolve", "labels");
  private static final List<String> SCOPE_KEYS = List.of("subjects", "groups", "kinds", "all");
  private static final int MOST_LABELS = 32;

  private RuleFormat() {}

  /**
   * One rule.
   *
   * @return null when anything is wrong with it; the problems say what
   */
  static @Nullable Rule read(Value value, Report outer) {
    int before = outer.problems().size();
    if (!(value instanceof Mapping mapping)) {
      outer.problem(
          value,
          "a rule must be a set of keys such as {id: …, on: …, when: …}, not " + value.what());
      return null;
    }
    Fields anonymous =
        new Fields(
            mapping,
            "a rule",
            outer.strict() ? withoutVersion() : KEYS,
            outer.withId(SubjectFormat.idOf(mapping)));
    String id = anonymous.needed("id", SubjectFormat.LONGEST_TEXT * 2, "id: sanctions-volume");
    Value idValue = anonymous.value("id");
    if (id != null && idValue != null) {
      Ids.isRule(idValue, id, anonymous.report());
    }
    Fields fields = anonymous.under(id);
    Scope on = scope(fields);
    Condition when = ConditionFormat.read(fields);
    if (when != null) {
      checkScope(fields, on, when);
    }
    Integer version = fields.number("version", 0, Integer.MAX_VALUE);
    Severity severity =
        fields.word("severity", Severity.values(), Severity.WARNING, Severity::word);
    Duration rearm = fields.minutes("rearm", Rule.DEFAULT_REARM);
    Rule.Resolve resolve = resolve(fields, when);
    Map<String, String> labels = labels(fields);
    if (when == null || outer.problems().size() > before) {
      return null;
    }
    return new Rule(
        String.valueOf(id),
        version == null ? 0 : version,
        on,
        when,
        severity,
        rearm,
        resolve,
        labels);
  }

  /** In a file a version means nothing: it is given when the rule is applied. */
  private static List<String> withoutVersion() {
    return KEYS.stream().filter(key -> !key.equals("version")).toList();
  }

  private static Scope scope(Fields rule) {
    Fields on = rule.fields("on", "'on'", SCOPE_KEYS);
    if (on == null) {
      return Scope.NONE;
    }
    List<String> subjects = ConditionFormat.subjects(on);
    List<String> groups = new ArrayList<>();
    for (Value item : on.items("groups")) {
      String group =
          Fields.text(item, "an entry of 'groups'", SubjectFormat.LONGEST_TEXT, on.report());
      if (group != null) {
        on.report().refersTo(item, true, group);
        groups.add(group);
      }
    }
    List<String> kinds = new ArrayList<>();
    for (Value item : on.items("kinds")) {
      String kind =
          Fields.text(item, "an entry of 'kinds'", SubjectFormat.LONGEST_TEXT, on.report());
      if (kind != null && !Ids.KINDS.contains(kind)) {
        on.report()
            .problem(
                item,
                "kind '" + Texts.shorten(kind) + "' is unknown" + Texts.suggest(kind, Ids.KINDS));
      } else if (kind != null) {
        kinds.add(kind);
      }
    }
    return new Scope(subjects, groups, kinds, on.flag("all"));
  }

  /** A condition of subjects without any would never alert; the others name their own. */
  private static void checkScope(Fields fields, Scope on, Condition when) {
    boolean looksAtSubjects = when != null && when.looksAtSubjects();
    if (looksAtSubjects && !fields.has("on")) {
      fields.missing(
          "on", "on: {subjects: [place/kp]}, on: {groups: [leaders]} or on: {all: true}");
    } else if (looksAtSubjects
        && on.equals(Scope.NONE)
        && on(fields) instanceof Mapping mapping
        && allEmpty(mapping)) {
      fields
          .report()
          .problem(mapping, "'on' names no subject; give subjects, groups, kinds or all: true");
    } else if (!looksAtSubjects && fields.has("on")) {
      fields
          .report()
          .problem(
              fields.mapping(),
              "'on' goes with threshold, spike, first, drop and silence only: the others say themselves what they look at; remove it");
    }
  }

  private static @Nullable Value on(Fields fields) {
    return fields.value("on");
  }

  private static boolean allEmpty(Mapping mapping) {
    return mapping.entries().stream()
        .noneMatch(
            entry ->
                entry.value() instanceof Value.Sequence sequence && !sequence.items().isEmpty());
  }

  private static Rule.@Nullable Resolve resolve(Fields rule, @Nullable Condition when) {
    Fields resolve = rule.fields("resolve", "'resolve'", List.of("below", "hold"));
    if (resolve == null) {
      return null;
    }
    Integer below = resolve.number("below", 1, Integer.MAX_VALUE);
    if (!resolve.has("below")) {
      resolve.missing("below", "below: 10");
    }
    if (when != null && !(when instanceof Condition.Threshold)) {
      resolve
          .report()
          .problem(
              resolve.mapping(),
              "'resolve' goes with threshold only: the others end by themselves; remove it");
      return null;
    }
    Duration window =
        when instanceof Condition.Threshold threshold ? threshold.window() : Duration.ZERO;
    Duration hold = resolve.minutes("hold", window);
    if (below == null) {
      return null;
    }
    Value value = resolve.value("below");
    if (value != null
        && when instanceof Condition.Threshold threshold
        && below > threshold.atLeast()) {
      resolve
          .report()
          .problem(
              value,
              "'below' is "
                  + below
                  + " but the rule opens at "
                  + threshold.atLeast()
                  + "; an episode would end as it begins: take "
                  + threshold.atLeast()
                  + " or less");
    }
    return new Rule.Resolve(below, hold);
  }

  private static Map<String, String> labels(Fields rule) {
    Map<String, String> labels = new TreeMap<>();
    Mapping mapping = rule.nested("labels");
    if (mapping == null) {
      return labels;
    }
    if (mapping.entries().size() > MOST_LABELS) {
      rule.report()
          .problem(
              mapping,
              "has "
                  + mapping.entries().size()
                  + " labels; at most "
                  + MOST_LABELS
                  + " are allowed");
      return labels;
    }
    for (Entry entry : mapping.entries()) {
      String name = entry.key().text();
      String text =
          Fields.text(
              entry.value(),
              "label '" + Texts.shorten(name) + "'",
              SubjectFormat.LONGEST_TEXT,
              rule.report());
      if (!name.matches("[a-zA-Z_][a-zA-Z0-9_]{0,99}")) {
        rule.report()
            .problem(
                entry.key(),
                "label '"
                    + Texts.shorten(name)
                    + "' must begin with a letter and hold only letters, digits and '_', at most 100");
      } else if (text != null) {
        labels.put(name, text);
      }
    }
    return labels;
  }
}
