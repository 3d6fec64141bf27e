package io.tocsin.count;

import io.tocsin.model.Alert.Observed;
import io.tocsin.model.Mention;
import io.tocsin.model.SubjectCount;
import io.tocsin.model.SubjectRef;
import io.tocsin.model.pane.Hours;
import io.tocsin.model.pane.Minutes;
import io.tocsin.model.pane.Pane;
import io.tocsin.model.pane.Panes;
import io.tocsin.model.pane.Tally;

/** Counts mentions into panes. */
public final class Counter {
  private final Panes panes;
  private final Hours hours;

  /** A counter over panes and hours that outlive it. */
  public Counter(Panes panes, Hours hours) {
    this.panes = panes;
    this.hours = hours;
  }

  /** Counts one mention and returns the pane's new count. */
  public SubjectCount count(Mention mention) {
    Batch batch = Batch.of(mention);
    return countOf(mention.series(), batch.minute(), count(batch));
  }

  /** Counts the mentions of a batch and returns the pane with them. */
  public Pane count(Batch batch) {
    Pane before = panes.at(batch.series(), batch.minute());
    Pane pane = before.plus(batch.mentions());
    panes.put(batch.series(), batch.minute(), pane);
    if (hasPast(batch.mentions().get(0)) && pane.onTime().articles() > before.onTime().articles()) {
      Observed more = pane.onTime().observed().minus(before.onTime().observed());
      hours.add(batch.series(), Math.floorDiv(batch.minute(), 60L), more);
    }
    return pane;
  }

  /**
   * Whether rules ask for the past of a series: of subjects and of names, not of pairs and stories.
   */
  private static boolean hasPast(Mention mention) {
    return mention.rule() == null || mention.series().kind().equals(Mentions.NAME);
  }

  /** What a pane says of its series. */
  public static SubjectCount countOf(SubjectRef series, long minute, Pane pane) {
    Tally all = pane.all();
    return new SubjectCount(
        series,
        Minutes.start(minute),
        Minutes.PANE,
        all.articles(),
        all.stories(),
        all.voices(),
        all.occurrences(),
        pane.late().articles());
  }
}
