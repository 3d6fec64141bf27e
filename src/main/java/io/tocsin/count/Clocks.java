package io.tocsin.count;

import io.tocsin.model.Beat;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The clocks of all input partitions, and up to where all of them were heard: what came before that
 * time, less the grace, is all there ever will be, so that it can be judged once and for all.
 *
 * <p>A partition from which nothing comes must not hold up the others for ever: while receive time
 * moves on by {@link #IDLE} elsewhere, it is idle and not waited for. It is receive time, so that
 * an archive of years that is published in a minute has no idle partitions, however far apart in
 * event time they are read.
 */
public final class Clocks {
  /** Silence of a partition after which it is not waited for, in receive time. */
  public static final Duration IDLE = Duration.ofHours(6);

  private @Nullable Beat[] beats;
  private @Nullable Instant since;
  private @Nullable Instant newest;

  /** The clocks of so many partitions, none of which was heard yet. */
  public Clocks(int partitions) {
    beats = new Beat[partitions];
  }

  /** A partition tells its clock. */
  public void hear(Beat beat) {
    if (beat.partition() >= beats.length) {
      expect(beat.partition() + 1);
    }
    beats[beat.partition()] = beat;
    since = since == null ? beat.receivedAt() : since;
    newest = newest == null || newest.isBefore(beat.receivedAt()) ? beat.receivedAt() : newest;
  }

  /** There are at least so many partitions. */
  public void expect(int partitions) {
    if (partitions > beats.length) {
      beats = Arrays.copyOf(beats, partitions);
    }
  }

  /** The least clock of all that are not idle; null while one of them was not heard. */
  public @Nullable Instant complete() {
    Instant least = null;
    for (Beat beat : beats) {
      if (isIdle(beat)) {
        continue;
      }
      if (beat == null) {
        return null;
      }
      least = least == null || beat.clock().isBefore(least) ? beat.clock() : least;
    }
    return least;
  }

  private boolean isIdle(@Nullable Beat beat) {
    Instant heard = beat == null ? since : beat.receivedAt();
    return heard != null && newest != null && heard.plus(IDLE).isBefore(newest);
  }
}
