package io.tocsin.alert;

import io.tocsin.model.Alert;
import io.tocsin.model.Mention;
import io.tocsin.model.Tick;
import io.tocsin.model.pane.Minutes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds every rule against the counts and keeps the episodes. It is told of each mention after the
 * mention was counted, and of event time as it passes.
 */
public final class AlertDesk {
  private final LevelDesk levels;
  private final PastDesk pasts;
  private final Completeness completeness;
  private long rulesVersion = Long.MIN_VALUE;
  private @Nullable Instant clock;

  /**
   * A desk over counts and episodes that outlive it.
   *
   * @param grace how far behind the clock of its partition an article is on time
   */
  public AlertDesk(Counts counts, Episodes episodes, Duration grace) {
    this.levels = new LevelDesk(counts.panes(), episodes);
    this.pasts = new PastDesk(counts, episodes);
    this.completeness = new Completeness(grace);
  }

  /** What changes by one counted mention: records of alerts, in order. */
  public List<Alert> consider(Mention mention, RuleBook book) {
    advance(mention.clock());
    follow(book);
    // What fell due before this article's minute is settled without it: a pause ends an episode
    // even when the article after the pause is the first to tell us so.
    levels.settle(book, Minutes.of(mention.eventTime()) - 1);
    if (!mention.late()) {
      pasts.counted(mention);
      for (RuleSpec spec : book.lookingAt(mention)) {
        Desk desk = levels.takes(spec) ? levels : pasts;
        desk.look(spec, mention, book.version());
      }
    }
    levels.settle(book, Long.MAX_VALUE);
    return told();
  }

  /** What changes because event time has come so far: records of alerts, in order. */
  public List<Alert> pass(Tick tick, RuleBook book) {
    advance(tick.now());
    follow(book);
    levels.settle(book, Long.MAX_VALUE);
    completeness.hear(tick);
    pasts.closeThrough(completeness.minute(), book);
    return told();
  }

  private void follow(RuleBook book) {
    if (book.version() > rulesVersion) {
      rulesVersion = book.version();
      levels.endWhereRuleChanged(book, clock);
      pasts.endWhereRuleChanged(book, clock);
    }
  }

  private void advance(@Nullable Instant candidate) {
    if (candidate != null && (clock == null || candidate.isAfter(clock))) {
      clock = candidate;
      levels.advance(clock);
      pasts.advance(clock);
    }
  }

  private List<Alert> told() {
    List<Alert> told = new ArrayList<>(levels.told());
    told.addAll(pasts.told());
    return told;
  }
}
