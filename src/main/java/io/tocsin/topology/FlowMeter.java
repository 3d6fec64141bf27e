package io.tocsin.topology;

import io.tocsin.model.Alert;
import io.tocsin.model.Reason;
import io.tocsin.model.TaggedArticle;
import io.tocsin.model.Tagging;
import java.util.Locale;

/**
 * What the stages report as records pass. Called on stream threads, so every method returns at once
 * and never throws.
 *
 * <p>received = tagged + duplicate + rejected, always: each received record ends in exactly one of
 * the three.
 */
public interface FlowMeter {
  /** Reports to nobody. */
  FlowMeter NONE = new None();

  /** Monotonic nanoseconds, for durations only: the stages themselves own no clock. */
  long ticks();

  /** A record was read from {@code news.articles}. */
  void received();

  /** It was refused and written to {@code news.rejected}. */
  void rejected(Reason reason);

  /** Its id and text were seen before. */
  void duplicate();

  /**
   * It was tagged; corrections and late ones too, the article's marks tell.
   *
   * @param article what is written to {@code news.tagged}
   * @param tagging what the tagger found
   * @param tagNanos how long the tagger took, in nanoseconds
   */
  void tagged(TaggedArticle article, Tagging tagging, long tagNanos);

  /** A mention could not be counted, or its rules not be looked at; its article stays tagged. */
  void failed(Step step);

  /** The steps that work on mentions. */
  enum Step {
    COUNT,
    ALERT;

    /** The word in metrics, such as {@code count}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** An alert changed its state. */
  void alert(Alert alert);

  /** The meter that keeps nothing. */
  final class None implements FlowMeter {
    private None() {}

    @Override
    public long ticks() {
      return 0;
    }

    @Override
    public void received() {}

    @Override
    public void rejected(Reason reason) {}

    @Override
    public void duplicate() {}

    @Override
    public void tagged(TaggedArticle article, Tagging tagging, long tagNanos) {}

    @Override
    public void failed(Step step) {}

    @Override
    public void alert(Alert alert) {}
  }
}
