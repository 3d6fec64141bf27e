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
    Instant receivedAt) {

  private static final Observed NOTHING = new Observed(0, 0, 0, 0);

  /** Makes the set immutable, in a fixed order. */
  public Progress {
    shown = Collections.unmodifiableSet(new TreeSet<>(shown));
  }

  static Progress none(Instant startsAt, Instant receivedAt) {
    return new Progress(startsAt, null, 0, null, NOTHING, NOTHING, Set.of(), receivedAt);
  }

  /** A window was seen, perhaps a higher one or an earlier one. */
  Progress seen(Observed window, boolean higher, Instant at, Instant received) {
    return new Progress(
        at.isBefore(startsAt) ? at : startsAt,
        state,
        sequence,
        endsAt,
        higher ? window : peak,
        told,
        shown,
        received.isAfter(receivedAt) ? received : receivedAt);
  }

  /** A record that says it is open was sent. */
  Progress open(State newState, Set<String> nowShown) {
    return new Progress(startsAt, newState, sequence + 1, null, peak, peak, nowShown, receivedAt);
  }

  /** Its beginning and height, worked out anew. */
  Progress corrected(Instant begin, Observed height) {
    return new Progress(begin, state, sequence, endsAt, height, told, shown, receivedAt);
  }

  /** It ended; one that nothing was told of ends without a record. */
  Progress ended(Instant at) {
    int last = sequence == 0 ? 0 : sequence + 1;
    return new Progress(startsAt, State.RESOLVED, last, at, peak, told, shown, receivedAt);
  }
}
