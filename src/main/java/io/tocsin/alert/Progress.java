package io.tocsin.alert;

import io.tocsin.model.Alert.Observed;
import io.tocsin.model.Alert.State;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How far an episode has come.
 *
 * @param startsAt earliest event time at which the condition was met
 * @param state of the last record; null while the condition must still hold for a time
 * @param sequence of the last record; 0 before the first
 * @param endsAt where it ended; null while open
 * @param peak the highest window so far, by the rule's measure
 * @param told the peak that the last record told
 * @param shown ids of the articles that were sent as evidence
 * @param standing how the highest window stood against the past; null but for a {@code spike}
 * @param receivedAt receive time of the newest mention; what its keeping is measured by
 */
public record Progress(
    Instant startsAt,
    @Nullable State state,
    int sequence,
    @Nullable Instant endsAt,
    Observed peak,
    Observed told,
    Set<String> shown,
    @Nullable Standing standing,
    Instant receivedAt) {

  /** Makes the set immutable, in a fixed order. */
  public Progress {
    shown = Collections.unmodifiableSet(new TreeSet<>(shown));
  }

  static Progress none(Instant startsAt, Instant receivedAt) {
    Observed nothing = Observed.NOTHING;
    return new Progress(startsAt, null, 0, null, nothing, nothing, Set.of(), null, receivedAt);
  }

  /** A window was seen, perhaps a higher one or an earlier one. */
  Progress seen(Height height, boolean higher, Instant at, Instant received) {
    return new Progress(
        at.isBefore(startsAt) ? at : startsAt,
        state,
        sequence,
        endsAt,
        higher ? height.observed() : peak,
        told,
        shown,
        higher ? height.standing() : standing,
        received.isAfter(receivedAt) ? received : receivedAt);
  }

  /** A record that says it is open was sent. */
  Progress open(State newState, Set<String> nowShown) {
    return new Progress(
        startsAt, newState, sequence + 1, null, peak, peak, nowShown, standing, receivedAt);
  }

  /** Its beginning and height, worked out anew. */
  Progress corrected(Instant begin, Height height) {
    return new Progress(
        begin,
        state,
        sequence,
        endsAt,
        height.observed(),
        told,
        shown,
        height.standing(),
        receivedAt);
  }

  /** The highest window. */
  Height height() {
    return new Height(peak, standing);
  }

  /** What was told of it does not hold: it waits again, as if nothing had been told. */
  Progress withdrawn() {
    Observed nothing = Observed.NOTHING;
    return new Progress(
        startsAt, null, sequence + 1, null, nothing, nothing, shown, null, receivedAt);
  }

  /** Open to be told again; where it ended stays. */
  Progress waitingAgain() {
    Observed nothing = Observed.NOTHING;
    return new Progress(
        startsAt, null, sequence, endsAt, nothing, nothing, shown, null, receivedAt);
  }

  /** Settled without a record. */
  Progress forgotten() {
    return new Progress(
        startsAt, State.RESOLVED, sequence, endsAt, peak, told, shown, standing, receivedAt);
  }

  /** It ended; one that nothing was told of ends without a record. */
  Progress ended(Instant at) {
    int last = sequence == 0 ? 0 : sequence + 1;
    return new Progress(
        startsAt, State.RESOLVED, last, at, peak, told, shown, standing, receivedAt);
  }
}
