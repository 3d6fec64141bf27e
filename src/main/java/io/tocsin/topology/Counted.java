package io.tocsin.topology;

import io.tocsin.model.Mention;
import io.tocsin.model.Tick;
import io.tocsin.model.pane.Pane;

/** What counting tells the rules. */
sealed interface Counted {

  /**
   * A pane after some mentions were counted in it.
   *
   * @param mention the one that stands for all when rules are looked at
   * @param pane with all of them
   */
  record Changed(Mention mention, Pane pane) implements Counted {
    /** Whether it is a subject's, which {@code news.counts} tells; others are a rule's own. */
    boolean ofSubject() {
      return mention.rule() == null;
    }
  }

  /** Event time has come so far. */
  record Passed(Tick tick) implements Counted {}
}
