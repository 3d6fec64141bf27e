package io.tocsin.model;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One article counts once in one series: what flows from {@code tag} to {@code count}.
 *
 * @param series whose panes it is counted in: a subject, a pair of a {@code together} rule, or a
 *     story of a {@code match} rule
 * @param rule the only rule that looks at this series; null when the series is a subject, which any
 *     rule may watch
 * @param story fingerprint of the article's story
 * @param occurrences how often the article says it
 * @param late counted, but alerts nothing
 * @param evidence the article with its snippet
 * @param receivedAt decides which version of the watchlist applies
 * @param watchlistVersion the version that the article was tagged with
 * @param clock newest trusted event time of the input partition, which count and alert take for
 *     "now"; null before there is one
 */
public record Mention(
    SubjectRef series,
    @Nullable String rule,
    String story,
    int occurrences,
    boolean late,
    Evidence evidence,
    Instant receivedAt,
    long watchlistVersion,
    @Nullable Instant clock) {

  /** Under which its panes are kept: a subject's by its id, others apart for each rule. */
  public String seriesKey() {
    return rule == null ? series.id() : rule + ">" + series.id();
  }

  /** The event time of the article. */
  public Instant eventTime() {
    return evidence.publishedAt();
  }

  /** The same at another time of its partition's clock. */
  public Mention withClock(@Nullable Instant other) {
    if (Objects.equals(other, clock)) {
      return this;
    }
    return new Mention(
        series, rule, story, occurrences, late, evidence, receivedAt, watchlistVersion, other);
  }
}
