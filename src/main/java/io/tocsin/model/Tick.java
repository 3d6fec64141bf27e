package io.tocsin.model;

import io.tocsin.model.pane.Minutes;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Event time has come so far: what ends by the passing of time alone ends by it, also where no
 * article mentions the subject any more.
 *
 * @param now the newest clock of an input partition
 * @param receivedAt of the article that moved it; decides which version of the watchlist applies
 * @param complete up to where every input partition was heard, through this lane; null while one of
 *     them was not
 * @param lane which of the tagging tasks tells it
 * @param lanes how many there are
 */
public record Tick(
    Instant now, Instant receivedAt, @Nullable Instant complete, int lane, int lanes) {

  /** The time of a flow with a single lane that has heard all there is. */
  public static Tick alone(Instant now, Instant receivedAt, @Nullable Instant complete) {
    return new Tick(now, receivedAt, complete, 0, 1);
  }

  /** Whether it says more than another: nothing changes within a minute. */
  public boolean saysMoreThan(@Nullable Tick other) {
    return other == null
        || Minutes.of(now) > Minutes.of(other.now)
        || minute(complete) > minute(other.complete);
  }

  private static long minute(@Nullable Instant instant) {
    return instant == null ? Long.MIN_VALUE : Minutes.of(instant);
  }
}
