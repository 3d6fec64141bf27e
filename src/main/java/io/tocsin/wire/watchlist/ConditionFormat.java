package io.tocsin.wire.watchlist;

import io.tocsin.model.Condition;
import io.tocsin.model.Condition.Within;
import io.tocsin.model.Measure;
import io.tocsin.wire.watchlist.Value.Entry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the {@code when} of a rule. */
final class ConditionFormat {
  /** The conditions this version knows, as they are written. */
  private static final List<String> KNOWN =
      List.of("threshold", "spike", "match", "together", "first", "newcomer", "drop", "silence");

  /** Longer windows would ask for more panes than are kept. */
  private static final Duration LONGEST_WINDOW = Duration.ofDays(31);

  private static final int MOST_TOGETHER = 20;

  private ConditionFormat() {}

  /** The condition; null when it is missing or wrong. */
  static @Nullable Condition read(Fields rule) {
    String example = "when: {threshold: {window: 30m, measure: voices, atLeast: 20}}";
    if (!rule.has("when")) {
      rule.missing("when", example);
      return null;
    }
    Value.Mapping mapping = rule.nested("when");
    if (mapping == null) {
      return null;
    }
    for (Entry entry : mapping.entries()) {
      if (!KNOWN.contains(entry.key().text())) {
        rule.report()
            .problem(
                entry.key(),
                "condition '"
                    + Texts.shorten(entry.key().text())
                    + "' is not among those this version knows: "
                    + String.join(", ", KNOWN));
        return null;
      }
    }
    if (mapping.entries().size() != 1) {
      rule.report()
          .problem(
              mapping,
              "'when' must hold exactly one condition, not "
                  + mapping.entries().size()
                  + ", such as "
                  + example);
      return null;
    }
    Fields when = new Fields(mapping, "'when'", KNOWN, rule.report());
    return switch (mapping.entries().get(0).key().text()) {
      case "threshold" -> threshold(when);
      case "spike" -> SpikeFormat.read(when);
      case "match" -> match(when);
      case "first" -> PastFormat.first(when);
      case "newcomer" -> PastFormat.newcomer(when);
      case "drop" -> PastFormat.drop(when);
      case "silence" -> PastFormat.silence(when);
      default -> together(when);
    };
  }

  private static @Nullable Condition threshold(Fields when) {
    Fields fields =
        when.fields("threshold", "'threshold'", List.of("window", "measure", "atLeast", "for"));
    if (fields == null) {
      return null;
    }
    for (String key : List.of("window", "measure", "atLeast")) {
      if (!fields.has(key)) {
        fields.missing(
            key,
            key + ": " + (key.equals("window") ? "30m" : key.equals("measure") ? "voices" : "20"));
      }
    }
    Duration window = fields.minutes("window", Duration.ofMinutes(1));
    Value windowValue = fields.value("window");
    if (windowValue != null && (window.isZero() || window.compareTo(LONGEST_WINDOW) > 0)) {
      fields
          .report()
          .problem(windowValue, "'window' must be from 1m to 31d, not " + windowValue.what());
    }
    Measure measure = fields.word("measure", Measure.values(), Measure.ARTICLES, Measure::word);
    Integer atLeast = fields.number("atLeast", 1, Integer.MAX_VALUE);
    Duration holdFor = fields.minutes("for", Duration.ZERO);
    return atLeast == null ? null : new Condition.Threshold(window, measure, atLeast, holdFor);
  }

  private static @Nullable Condition match(Fields when) {
    Fields fields = when.fields("match", "'match'", List.of("query"));
    if (fields == null) {
      return null;
    }
    String query =
        fields.needed("query", SubjectFormat.LONGEST_QUERY, "query: 'missile* NEAR/6 test*'");
    return query == null ? null : new Condition.Match(query);
  }

  private static @Nullable Condition together(Fields when) {
    Fields fields = when.fields("together", "'together'", List.of("subjects", "within"));
    if (fields == null) {
      return null;
    }
    int before = fields.report().problems().size();
    List<String> subjects = subjects(fields);
    if (fields.report().problems().size() == before
        && (subjects.size() < 2
            || subjects.size() > MOST_TOGETHER
            || new HashSet<>(subjects).size() < subjects.size())) {
      fields
          .report()
          .problem(
              fields.mapping(),
              "'together' needs 2 to "
                  + MOST_TOGETHER
                  + " different subjects, such as subjects: [person/kim-jong-un, place/ru]");
    }
    Within within = fields.word("within", Within.values(), Within.ARTICLE, Within::word);
    return new Condition.Together(subjects, within);
  }

  /** The ids under {@code subjects}, noted as references. */
  static List<String> subjects(Fields fields) {
    List<String> ids = new ArrayList<>();
    for (Value item : fields.items("subjects")) {
      String id =
          Fields.text(
              item, "an entry of 'subjects'", SubjectFormat.LONGEST_TEXT * 2, fields.report());
      if (id != null && Ids.isSubject(item, id, fields.report())) {
        fields.report().refersTo(item, false, id);
        ids.add(id);
      }
    }
    return ids;
  }
}
