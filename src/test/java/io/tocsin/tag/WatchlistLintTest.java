package io.tocsin.tag;

import static io.tocsin.tag.Watch.list;
import static io.tocsin.tag.Watch.query;
import static io.tocsin.tag.Watch.subject;
import static io.tocsin.tag.Watch.withAlias;
import static io.tocsin.tag.Watch.withDemonym;
import static io.tocsin.tag.Watch.withParts;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.Alias;
import io.tocsin.model.Condition;
import io.tocsin.model.Measure;
import io.tocsin.model.Rule;
import io.tocsin.model.Scope;
import io.tocsin.model.Severity;
import io.tocsin.model.Watchlist;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of watchlists that are wrong or will surprise. */
class WatchlistLintTest {
  private static final Scope ALL = new Scope(List.of(), List.of(), List.of(), true);

  static Stream<Arguments> subjectsWithErrors() {
    return Stream.of(
        error(
            list(query("theme/x", "a AND b OR c")),
            "theme/x",
            "query, position 8: AND and OR stand side by side"),
        error(
            list(
                withParts("place/kp", "North Korea", "place/pyongyan"),
                subject("place/pyongyang", "Pyongyang")),
            "place/kp",
            "contains 'place/pyongyan', which is no subject: did you mean 'place/pyongyang'?"),
        error(
            list(withParts("place/kp", "North Korea", "place/kp")), "place/kp", "contains itself"),
        error(
            list(
                query("theme/x", "arms AND @place/kpp"),
                subject("place/kp", "North Korea"),
                subject("person/kim", "Kim Jong Un")),
            "theme/x",
            "asks for @place/kpp, which is no subject: did you mean 'place/kp'?"),
        error(list(subject("x/empty", "…")), "x/empty", "neither an alias nor a query nor weights"),
        error(
            list(subject("x/y", "Y one"), subject("x/y", "Y two")), "x/y", "the id is there twice"),
        error(list(subject("x/y", "Yes", "!!")), "x/y", "alias '!!' holds no letter or digit"),
        error(
            list(subject("x/y", "Yes", "mis*le")),
            "x/y",
            "* stands only at the end of the last word"),
        error(
            list(withAlias("x/y", "Yes", new Alias("Yes", false, List.of("--"), List.of()))),
            "x/y",
            "'needs' of alias 'Yes' '--'"),
        error(list(withDemonym("x/y", "Yes", "?")), "x/y", "demonym '?'"),
        error(list(subject("No Slug", "Yes")), "No Slug", "the id must be kind/slug"),
        error(
            list(Watch.weighted("theme/w", 5, Map.of("a", -1))),
            "theme/w",
            "at least one positive term"));
  }

  static Stream<Arguments> doubtfulSubjects() {
    return Stream.of(
        warning(list(subject("x/us", "United States", "US")), "x/us", "alias 'US' is so short"),
        warning(
            list(subject("x/it", "Band", "They")),
            "x/it",
            "alias 'They' is a word that stands in nearly every article"),
        warning(
            list(
                withAlias(
                    "x/y", "Yes", new Alias("Big Yes", false, List.of(), List.of("nay", "big")))),
            "x/y",
            "'big' is a part of alias 'Big Yes' and never may stand in the article"),
        warning(
            list(subject("x/a", "Georgia"), subject("x/b", "georgia")),
            "x/a",
            "alias 'georgia' is claimed by x/a, x/b"),
        warning(
            list(
                withDemonym("x/a", "Congo One", "Congolese"),
                withDemonym("x/b", "Congo Two", "Congolese")),
            "x/a",
            "demonym 'congolese' is claimed by x/a, x/b"),
        warning(
            list(subject("x/lang", "Polish"), withDemonym("x/pl", "Poland", "Polish")),
            "x/pl",
            "is an alias of x/lang"),
        warning(
            list(Watch.weighted("theme/w", 20, Map.of("alpha", 2))),
            "theme/w",
            "can reach 6 at most"),
        warning(list(query("theme/x", "missile* AND NOT missiles AND test")), "theme/x", "-"),
        warning(
            list(query("theme/x", "missiles AND NOT missile*")),
            "theme/x",
            "can never match: it asks for what NOT 'missile*'"),
        warning(list(query("theme/x", "\"big apple\" AND NOT apple")), "theme/x", "NOT 'apple'"),
        warning(
            list(query("theme/x", "(a AND NOT a) OR (b AND NOT (c OR b))")),
            "theme/x",
            "can never match"));
  }

  @ParameterizedTest(name = "{3}")
  @MethodSource({"subjectsWithErrors", "doubtfulSubjects"})
  void faultsOfSubjectsAreFound(Watchlist watchlist, Finding.Level level, String id, String says) {
    // When
    List<Finding> findings = WatchlistLint.check(watchlist);

    // Then: a hyphen stands for nothing to say
    if (says.equals("-")) {
      assertThat(findings).isEmpty();
      return;
    }
    assertThat(findings).singleElement().satisfies(f -> assertFinding(f, level, id, says));
    assertThat(WatchlistLint.isUsable(findings)).isEqualTo(level == Finding.Level.WARNING);
  }

  static Stream<Arguments> faultyRules() {
    return Stream.of(
        Arguments.of(
            threshold(new Scope(List.of("x/z"), List.of(), List.of("x"), false), 60, 3),
            "'x/z', which is no subject: did you mean 'x/y'?"),
        Arguments.of(threshold(Scope.NONE, 60, 3), "covers no subject"),
        Arguments.of(threshold(ALL, 90, 3), "whole minutes"),
        Arguments.of(threshold(ALL, 0, 3), "whole minutes"),
        Arguments.of(threshold(ALL, 8 * 86_400, 3), "7 days at most"),
        Arguments.of(threshold(ALL, 60, 0), "at_least must be 1 or more"),
        Arguments.of(Watch.rule("r", ALL, budgeted()), "back-tests of counts only"),
        Arguments.of(Watch.match("r", "NOT a"), "query, position 0"),
        Arguments.of(together("x/y"), "two different subjects"),
        Arguments.of(together("x/y", "x/y"), "two different subjects"),
        Arguments.of(together("x/y", "place/nowhere"), "'place/nowhere', which is no subject"));
  }

  private static Condition.Spike budgeted() {
    return new Condition.Spike(
        Duration.ofHours(1),
        Duration.ofDays(14),
        Measure.STORIES,
        Condition.Sensitivity.BALANCED,
        5,
        2,
        new Condition.Budget(2, Duration.ofDays(1)));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("faultyRules")
  void faultsOfRulesAreErrors(Rule rule, String says) {
    // When
    List<Finding> findings = WatchlistLint.check(Watch.rules(List.of(subject("x/y", "Yes")), rule));

    // Then
    assertThat(findings)
        .singleElement()
        .satisfies(f -> assertFinding(f, Finding.Level.ERROR, "r", says));
  }

  @Test
  void doubtfulRulesAreWarnedOf() {
    // Given
    Scope unknown = new Scope(List.of("x/y"), List.of("nobody"), List.of("ghost"), false);
    Condition condition =
        new Condition.Threshold(Duration.ofHours(1), Measure.STORIES, 3, Duration.ZERO);
    Rule rule =
        new Rule(
            "r",
            1,
            unknown,
            condition,
            Severity.INFO,
            Rule.DEFAULT_REARM,
            new Rule.Resolve(4, Duration.ZERO),
            Map.of());

    // When
    List<Finding> findings = WatchlistLint.check(Watch.rules(List.of(subject("x/y", "Yes")), rule));

    // Then
    assertThat(findings)
        .extracting(Finding::level)
        .containsExactly(Finding.Level.WARNING, Finding.Level.WARNING, Finding.Level.WARNING);
    assertThat(findings.get(0).message()).contains("resolves below 4 but opens at 3");
    assertThat(findings.get(1).message()).contains("group 'nobody'");
    assertThat(findings.get(2).message()).contains("kind 'ghost'");
  }

  @Test
  void twoRulesOfOneIdAreAnError() {
    // When
    List<Finding> findings =
        WatchlistLint.check(
            Watch.rules(List.of(), Watch.match("r", "arms"), Watch.match("r", "b")));

    // Then
    assertThat(findings)
        .singleElement()
        .satisfies(f -> assertFinding(f, Finding.Level.ERROR, "r", "there twice"));
  }

  @Test
  void aSoundWatchlistHasNoFindings() {
    // Given: what shares a spelling is told apart by context or case
    Watchlist watchlist =
        Watch.rules(
            List.of(
                withParts("place/kp", "North Korea", "place/kp-pyongyang"),
                subject("place/kp-pyongyang", "Pyongyang"),
                withAlias("place/us", "United States", new Alias("US", true, List.of(), List.of())),
                withAlias(
                    "place/ge",
                    "Georgia",
                    new Alias("Georgia", false, List.of("Tbilisi"), List.of())),
                withAlias(
                    "place/us-ga",
                    "Georgia",
                    new Alias("Georgia", false, List.of(), List.of("Tbilisi"))),
                subject("place/cn", "China", "中"),
                query("theme/arms", "(arms OR weapon*) NEAR/6 (trade OR deal) AND NOT control")),
            threshold(ALL, 3_600, 5),
            together("place/us", "place/kp"));

    // When
    List<Finding> findings =
        WatchlistLint.check(Watch.rules(watchlist.subjects(), watchlist.rules().get(0)));

    // Then
    assertThat(findings).isEmpty();
  }

  private static void assertFinding(Finding finding, Finding.Level level, String id, String says) {
    assertThat(finding.level()).isEqualTo(level);
    assertThat(finding.id()).isEqualTo(id);
    assertThat(finding.message()).contains(says);
  }

  private static Rule threshold(Scope on, int seconds, int atLeast) {
    return Watch.rule(
        "r",
        on,
        new Condition.Threshold(
            Duration.ofSeconds(seconds), Measure.STORIES, atLeast, Duration.ZERO));
  }

  private static Rule together(String... subjects) {
    return Watch.rule(
        "r", Scope.NONE, new Condition.Together(List.of(subjects), Condition.Within.SENTENCE));
  }

  private static Arguments error(Watchlist watchlist, String id, String says) {
    return Arguments.of(watchlist, Finding.Level.ERROR, id, says);
  }

  private static Arguments warning(Watchlist watchlist, String id, String says) {
    return Arguments.of(watchlist, Finding.Level.WARNING, id, says);
  }
}
