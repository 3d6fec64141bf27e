package io.tocsin.backtest;

import io.tocsin.model.Alert;
import io.tocsin.model.Reason;
import io.tocsin.model.TaggedArticle;
import io.tocsin.model.Tagging;
import io.tocsin.topology.FlowMeter;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of every record: received = tagged + duplicate + rejected, as live counts it. Used by
 * one thread.
 */
public final class Account implements FlowMeter {
  private final Map<Reason, Long> rejected = new EnumMap<>(Reason.class);
  private long received;
  private long duplicate;
  private long tagged;
  private long mentions;
  private long failed;
  private long records;

  /** Nothing is timed: what a run takes is for its caller to say. */
  @Override
  public long ticks() {
    return 0;
  }

  @Override
  public void received() {
    received++;
  }

  @Override
  public void rejected(Reason reason) {
    rejected.merge(reason, 1L, Long::sum);
  }

  @Override
  public void duplicate() {
    duplicate++;
  }

  @Override
  public void tagged(TaggedArticle article, Tagging tagging, long tagNanos) {
    tagged++;
    mentions += article.mentions().size();
  }

  @Override
  public void failed(Step step) {
    failed++;
  }

  @Override
  public void alert(Alert alert) {
    records++;
  }

  /** The sums. */
  public Sums sums() {
    return new Sums(received, tagged, duplicate, rejected, mentions, failed, records);
  }

  /**
   * The sums of a run.
   *
   * @param received records that were read: tagged, duplicate and rejected ones together
   * @param tagged articles, corrections among them
   * @param duplicate records whose id and text came before
   * @param rejected records that are no articles, by reason
   * @param mentions of subjects in the tagged articles
   * @param failed mentions on which our own code stumbled
   * @param records changes of alerts that were told
   */
  public record Sums(
      long received,
      long tagged,
      long duplicate,
      Map<Reason, Long> rejected,
      long mentions,
      long failed,
      long records) {
    /** Makes the map immutable. */
    public Sums {
      rejected = Collections.unmodifiableMap(new TreeMap<>(rejected));
    }

    /** Rejected records of all reasons. */
    public long rejectedTotal() {
      return rejected.values().stream().mapToLong(Long::longValue).sum();
    }
  }
}
