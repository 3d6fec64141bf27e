package io.tocsin.ingest.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A feed as people see it: one element of {@code GET /api/v1/sources}.
 *
 * @param id name of the feed
 * @param url where the list says it is
 * @param movedTo where it is now; null when that is the same
 * @param publisher as the list says; null for each article's domain
 * @param enabled whether it is polled at all
 * @param here whether this instance polls it
 * @param outcome of the last poll, such as {@code ok} or {@code html_page}; null before the first
 * @param detail one sentence about it; null when all is well
 * @param polledAt time of the last poll
 * @param succeededAt when it was well last
 * @param nextAt when it is polled next; null when it is not
 * @param failures polls in a row that failed
 * @param title what the feed calls itself
 * @param items in the feed when it was read last
 * @param published new items and corrections over all polls
 */
public record FeedStatus(
    String id,
    String url,
    @Nullable String movedTo,
    @Nullable String publisher,
    boolean enabled,
    boolean here,
    @Nullable String outcome,
    @Nullable String detail,
    @Nullable Instant polledAt,
    @Nullable Instant succeededAt,
    @Nullable Instant nextAt,
    int failures,
    @Nullable String title,
    int items,
    long published) {

  static FeedStatus of(FeedSource source, FeedState state, boolean here) {
    FeedOutcome outcome = state.outcome();
    return new FeedStatus(
        source.id(),
        source.url(),
        state.url().equals(source.url()) ? null : state.url(),
        source.publisher(),
        source.enabled(),
        here && source.enabled(),
        outcome == null ? null : outcome.word(),
        state.detail().isEmpty() ? null : state.detail(),
        state.polledAt(),
        state.succeededAt(),
        source.enabled() && !state.gone() ? state.nextAt() : null,
        state.failures(),
        state.title().isEmpty() ? null : state.title(),
        state.items(),
        state.published());
  }
}
