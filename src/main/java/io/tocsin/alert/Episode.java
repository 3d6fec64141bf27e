package io.tocsin.alert;

import io.tocsin.model.Alert.Observed;
import io.tocsin.model.Alert.State;
import io.tocsin.model.Mention;
import io.tocsin.model.SubjectRef;
import io.tocsin.model.pane.Minutes;
import java.time.Instant;
import java.util.Set;

/**
 * What is remembered of one episode between its records.
 *
 * @param key under which it is kept
 * @param series key of the series of panes that it stands on
 * @param subject what the alert is about
 * @param terms what it follows
 * @param period first minute of the re-arm period
 * @param progress how far it has come
 */
public record Episode(
    String key, String series, SubjectRef subject, Terms terms, long period, Progress progress) {

  /** Key of the episode of a rule on a series in a period. */
  static String key(String rule, String series, long period) {
    return rule + '\0' + series + '\0' + period;
  }

  /** An episode of which nothing was told yet. */
  static Episode pending(RuleSpec spec, Mention mention, long period, Instant startsAt) {
    return new Episode(
        key(spec.rule().id(), mention.seriesKey(), period),
        mention.seriesKey(),
        mention.series(),
        Terms.of(spec),
        period,
        Progress.none(startsAt, mention.receivedAt()));
  }

  /** Identity of its alert. */
  String alertId() {
    return AlertId.of(terms.rule(), subject.id(), period);
  }

  /** Whether anything can still become of it by the passing of time alone. */
  public boolean unsettled() {
    return progress.state() != State.RESOLVED;
  }

  /** Whether it ended without a word, so that it may begin afresh. */
  boolean neverTold() {
    return progress.state() == State.RESOLVED && progress.sequence() == 0;
  }

  /** Whether the measure doubled since the last record. */
  boolean doubled() {
    return progress.peak().of(terms.measure()) >= 2 * progress.told().of(terms.measure());
  }

  Episode seen(Height height, Instant at, Instant received) {
    boolean higher = height.isAbove(progress.height(), terms.measure());
    return with(terms, progress.seen(height, higher, at, received));
  }

  /** The same as its course says: panes that were forgotten since take nothing back. */
  Episode following(Course course) {
    if (!course.begun() || course.height() == null) {
      return this;
    }
    Instant begin = Minutes.start(course.begin());
    Observed height = course.height();
    boolean forgotten = begin.isAfter(progress.startsAt());
    boolean lower = height.of(terms.measure()) < progress.peak().of(terms.measure());
    return with(
        terms,
        progress.corrected(
            forgotten ? progress.startsAt() : begin,
            Height.of(forgotten && lower ? progress.peak() : height)));
  }

  /** Whether its last record, of its end, said something else than would be said now. */
  boolean toldOtherwise(Episode anew, Finding finding) {
    return !Minutes.start(finding.end()).equals(progress.endsAt())
        || !anew.progress.startsAt().equals(progress.startsAt())
        || !anew.progress.peak().equals(progress.peak());
  }

  Episode began(Instant begin) {
    return began(begin, progress.height());
  }

  Episode began(Instant begin, Height height) {
    return with(terms, progress.corrected(begin, height));
  }

  /** What was told of it does not hold: it waits for what does. */
  Episode withdrawn() {
    return with(terms, progress.withdrawn());
  }

  Episode open(State state, RuleSpec spec, Set<String> shown) {
    // An article that was received before the rule's last change must not bring the old rule back.
    boolean newer = spec.rule().version() >= terms.version();
    return with(newer ? Terms.of(spec) : terms, progress.open(state, shown));
  }

  /** A rule that changed ended it; the new one may open it again, behind that end. */
  Episode waitingAgain() {
    return with(terms, progress.waitingAgain());
  }

  /** Nothing came of it in its period: it is settled without a word. */
  Episode forgotten() {
    return with(terms, progress.forgotten());
  }

  Episode ended(Instant at) {
    return with(terms, progress.ended(at));
  }

  private Episode with(Terms newTerms, Progress newProgress) {
    return new Episode(key, series, subject, newTerms, period, newProgress);
  }
}
