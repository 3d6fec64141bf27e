package io.tocsin.tag;

import io.tocsin.model.Condition.Match;
import io.tocsin.model.Condition.Spike;
import io.tocsin.model.Condition.Threshold;
import io.tocsin.model.Condition.Together;
import io.tocsin.model.Rule;
import io.tocsin.model.Scope;
import io.tocsin.model.Subject;
import io.tocsin.model.Watchlist;
import io.tocsin.tag.query.Query;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks over the rules of a watchlist. */
final class RuleLint {
  private static final Duration LONGEST_WINDOW = Duration.ofDays(7);

  private final List<Subject> subjects;
  private final Set<String> ids;
  private final List<Finding> findings = new ArrayList<>();

  private RuleLint(List<Subject> subjects) {
    this.subjects = subjects;
    this.ids = subjects.stream().map(Subject::id).collect(Collectors.toSet());
  }

  static List<Finding> check(Watchlist watchlist) {
    RuleLint lint = new RuleLint(watchlist.subjects());
    Set<String> seen = new HashSet<>();
    for (Rule rule : watchlist.rules()) {
      if (!seen.add(rule.id())) {
        lint.error(rule, "the id is there twice: rename one rule");
      }
      lint.check(rule);
    }
    return lint.findings;
  }

  private void check(Rule rule) {
    if (rule.when() instanceof Threshold threshold) {
      checkThreshold(rule, threshold);
    } else if (rule.when() instanceof Spike spike) {
      checkWindow(rule, spike.window());
      checkScope(rule);
      if (spike.budget() != null) {
        error(
            rule,
            "a spike's budget is heeded in back-tests of counts only (tocsin backtest --counts"
                + " --rule "
                + rule.id()
                + "); choose a sensitivity");
      }
    } else if (rule.when().looksAtSubjects()) {
      checkScope(rule);
    } else if (rule.when() instanceof Match match) {
      checkMatch(rule, match);
    } else if (rule.when() instanceof Together together) {
      checkTogether(rule, together);
    }
    if (rule.rearm().isNegative() || rule.rearm().isZero()) {
      error(rule, "rearm must be longer than nothing, such as 24h");
    }
  }

  private void checkThreshold(Rule rule, Threshold threshold) {
    checkWindow(rule, threshold.window());
    if (threshold.atLeast() < 1) {
      error(rule, "at_least must be 1 or more, but is " + threshold.atLeast());
    }
    if (threshold.holdFor().isNegative()) {
      error(rule, "for must not be negative");
    }
    Rule.Resolve resolve = rule.resolve();
    if (resolve != null && resolve.below() > threshold.atLeast()) {
      warning(
          rule,
          "it resolves below "
              + resolve.below()
              + " but opens at "
              + threshold.atLeast()
              + ": it would end as it begins");
    }
    checkScope(rule);
  }

  private void checkWindow(Rule rule, Duration window) {
    if (window.compareTo(Duration.ofMinutes(1)) < 0
        || !window.equals(Duration.ofMinutes(window.toMinutes()))) {
      error(rule, "the window must be whole minutes, 1 or more, but is " + window);
    } else if (window.compareTo(LONGEST_WINDOW) > 0) {
      error(rule, "the window may be 7 days at most, but is " + window);
    }
  }

  private void checkScope(Rule rule) {
    Scope scope = rule.on();
    for (String id : scope.subjects()) {
      if (!ids.contains(id)) {
        error(rule, "it looks at '" + id + "', which is no subject" + Nearest.hint(id, ids));
      }
    }
    for (String group : scope.groups()) {
      if (subjects.stream().noneMatch(subject -> subject.groups().contains(group))) {
        warning(rule, "no subject is in group '" + group + "'");
      }
    }
    for (String kind : scope.kinds()) {
      if (subjects.stream().noneMatch(subject -> subject.ref().kind().equals(kind))) {
        warning(rule, "no subject is of kind '" + kind + "'");
      }
    }
    if (subjects.stream().noneMatch(scope::covers)) {
      error(
          rule,
          "it covers no subject, so it can never alert: name subjects, groups, kinds or all under 'on'");
    }
  }

  private void checkMatch(Rule rule, Match match) {
    try {
      Query query = Spellings.parse("rule " + rule.id(), match.query());
      findings.addAll(
          QueryLint.check(rule.id(), match.query(), query, QueryLint.Known.of(subjects)));
    } catch (IllegalArgumentException e) {
      String owner = "rule " + rule.id() + ": ";
      String message = String.valueOf(e.getMessage());
      error(rule, message.startsWith(owner) ? message.substring(owner.length()) : message);
    }
  }

  private void checkTogether(Rule rule, Together together) {
    if (new HashSet<>(together.subjects()).size() < 2) {
      error(rule, "together needs two different subjects or more");
    }
    for (String id : together.subjects()) {
      if (!ids.contains(id)) {
        error(rule, "it waits for '" + id + "', which is no subject" + Nearest.hint(id, ids));
      }
    }
  }

  private void error(Rule rule, String message) {
    findings.add(Finding.error(rule.id(), message));
  }

  private void warning(Rule rule, String message) {
    findings.add(Finding.warning(rule.id(), message));
  }
}
