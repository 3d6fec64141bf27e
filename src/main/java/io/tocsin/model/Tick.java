package io.tocsin.model;

import io.tocsin.model.pane.Minutes;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Event time has come so far: what ends by the passing of time alone ends by it, also where no
 * article mentions the subject any more.
 *
 * @param now the clock of an input partition
 * @param receivedAt of the article that moved it; decides which version of the watchlist applies
 */
public record Tick(Instant now, Instant receivedAt) {

  /** The later of two; the first where both stand in the same minute. */
  public static Tick later(@Nullable Tick one, Tick other) {
    return one == null || other.isAfter(one) ? other : one;
  }

  /** Whether it stands in a later minute: nothing changes within one. */
  public boolean isAfter(Tick other) {
    return Minutes.of(now) > Minutes.of(other.now);
  }
}
