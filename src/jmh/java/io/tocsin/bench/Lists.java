package io.tocsin.bench;

import io.tocsin.model.Alias;
import io.tocsin.model.Condition;
import io.tocsin.model.Rule;
import io.tocsin.model.Scope;
import io.tocsin.model.Severity;
import io.tocsin.model.Subject;
import io.tocsin.model.Watchlist;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Watchlists of a size: five aliases a subject, and a rule for each query. */
final class Lists {
  private static final int ALIASES = 5;

  private Lists() {}

  static Watchlist of(List<String> names, List<String> queries) {
    List<Subject> subjects = new ArrayList<>();
    for (int i = 0; i < names.size(); i += ALIASES) {
      subjects.add(subject(i, names.subList(i, Math.min(names.size(), i + ALIASES))));
    }
    subjects.sort(Comparator.comparing(Subject::id));
    List<Rule> rules = new ArrayList<>();
    for (int i = 0; i < queries.size(); i++) {
      rules.add(
          new Rule(
              "rule-" + i,
              1,
              Scope.NONE,
              new Condition.Match(queries.get(i)),
              Severity.WARNING,
              Rule.DEFAULT_REARM,
              null,
              Map.of()));
    }
    rules.sort(Comparator.comparing(Rule::id));
    return new Watchlist(1, Instant.EPOCH, subjects, rules);
  }

  private static Subject subject(int number, List<String> names) {
    return new Subject(
        "person/n" + number,
        names.get(0),
        names.stream().map(Alias::of).toList(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        null,
        null);
  }
}
