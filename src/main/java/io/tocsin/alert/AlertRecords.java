package io.tocsin.alert;

import io.tocsin.model.Alert;
import io.tocsin.model.Alert.Cause;
import io.tocsin.model.Alert.Observed;
import io.tocsin.model.Alert.State;
import io.tocsin.model.Evidence;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Writes the records of alerts, with evidence and a sentence for people. */
final class AlertRecords {
  /** Most articles in one record; a chat message or a page shows no more at once. */
  static final int MAX_EVIDENCE = 10;

  /** Most article ids that an episode remembers as shown. */
  static final int MAX_SHOWN = 200;

  private AlertRecords() {}

  /**
   * A record and the episode after it.
   *
   * @param alert the record
   * @param episode the episode
   */
  record Told(Alert alert, Episode episode) {}

  /**
   * The record of an episode that opened or grew; it carries the articles that are new since the
   * last one.
   */
  static Told open(Episode episode, RuleSpec spec, State state, Cause cause, Finding finding) {
    Set<String> shown = new HashSet<>(episode.progress().shown());
    List<Evidence> evidence = finding.windows().evidence(finding.end(), MAX_EVIDENCE, shown);
    evidence.stream()
        .map(Evidence::article)
        .limit(Math.max(0, MAX_SHOWN - shown.size()))
        .forEach(shown::add);
    Episode after = episode.open(state, spec, shown);
    return new Told(record(after, state, cause, finding, evidence), after);
  }

  /**
   * The record of an episode that ended; it carries no articles, they were all shown or counted
   * before.
   */
  static Alert ended(Episode episode, Cause cause, Finding finding) {
    return record(episode, State.RESOLVED, cause, finding, List.of());
  }

  private static Alert record(
      Episode episode, State state, Cause cause, Finding finding, List<Evidence> evidence) {
    Terms terms = episode.terms();
    Progress progress = episode.progress();
    Standing standing = progress.standing();
    return new Alert(
        episode.alertId(),
        state,
        cause,
        terms.rule(),
        terms.version(),
        episode.subject(),
        terms.severity(),
        terms.labels(),
        progress.startsAt(),
        finding.decidedAt(),
        progress.endsAt(),
        finding.windows().range(finding.end()),
        progress.sequence(),
        progress.peak(),
        terms.measure(),
        standing == null ? terms.atLeast() : standing.expected(),
        standing == null ? null : standing.spread(),
        standing == null ? null : standing.score(),
        standing == null ? null : standing.baseline(),
        evidence,
        finding.windows().observed(finding.end()).articles(),
        finding.watchlistVersion(),
        summary(episode, state));
  }

  private static String summary(Episode episode, State state) {
    Observed peak = episode.progress().peak();
    String numbers =
        String.format(
            Locale.ROOT,
            "%s: %s, %s and %s in %s",
            episode.subject().name(),
            plural(peak.articles(), "article", "articles"),
            plural(peak.stories(), "story", "stories"),
            plural(peak.voices(), "voice", "voices"),
            Spans.text(Duration.ofMinutes(window(episode))));
    Standing standing = episode.progress().standing();
    if (standing != null) {
      boolean over = state == State.RESOLVED;
      return String.format(
          Locale.ROOT,
          "%s, %.1f ± %.1f expected%s",
          numbers + (over ? " at its height" : ""),
          standing.expected(),
          standing.spread(),
          over ? "; ended" : "");
    }
    Terms terms = episode.terms();
    String asked =
        terms.asked() == null
            ? "rule " + terms.rule() + " asks for " + number(terms)
            : terms.asked();
    return numbers + (state == State.RESOLVED ? " at its height; ended" : "; " + asked);
  }

  private static String number(Terms terms) {
    return switch (terms.measure()) {
      case ARTICLES -> plural(terms.atLeast(), "article", "articles");
      case STORIES -> plural(terms.atLeast(), "story", "stories");
      case VOICES -> plural(terms.atLeast(), "voice", "voices");
      case OCCURRENCES -> plural(terms.atLeast(), "occurrence", "occurrences");
    };
  }

  private static long window(Episode episode) {
    Standing standing = episode.progress().standing();
    return standing == null ? episode.terms().window() : standing.window();
  }

  private static String plural(long number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }
}
