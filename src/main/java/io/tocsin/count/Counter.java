package io.tocsin.count;

import io.tocsin.model.Mention;
import io.tocsin.model.SubjectCount;
import io.tocsin.model.pane.Minutes;
import io.tocsin.model.pane.Pane;
import io.tocsin.model.pane.Panes;
import io.tocsin.model.pane.Tally;

/** Counts mentions into panes. */
public final class Counter {
  private final Panes panes;

  /** A counter over panes that outlive it. */
  public Counter(Panes panes) {
    this.panes = panes;
  }

  /** Counts one mention and returns the pane's new count. */
  public SubjectCount count(Mention mention) {
    String series = mention.seriesKey();
    long minute = Minutes.of(mention.eventTime());
    Pane pane = panes.at(series, minute).plus(mention);
    panes.put(series, minute, pane);
    Tally all = pane.all();
    return new SubjectCount(
        mention.series(),
        Minutes.start(minute),
        Minutes.PANE,
        all.articles(),
        all.stories(),
        all.voices(),
        all.occurrences(),
        pane.late().articles());
  }
}
