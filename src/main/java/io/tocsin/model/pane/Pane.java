package io.tocsin.model.pane;

import io.tocsin.model.Evidence;
import io.tocsin.model.Mention;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One minute of event time of one series.
 *
 * @param onTime what rules look at
 * @param late mentions that came after the grace: counted, but no rule sees them
 * @param exhibits the earliest articles on time, at most {@link #MAX_EXHIBITS}, by event time and
 *     id
 * @param receivedAt receive time of the newest article in it; what its keeping is measured by
 */
public record Pane(Tally onTime, Tally late, List<Exhibit> exhibits, Instant receivedAt) {
  /** More evidence than an alert shows is not kept. */
  public static final int MAX_EXHIBITS = 10;

  /**
   * Most links of who carried what that one minute keeps. A backlog without dates falls into the
   * minute of its receipt, and each article more would make the pane's record longer. Beyond it,
   * stories and voices of the minute are counted low, articles are not.
   */
  public static final int MAX_LINKS = 1_000;

  /** A pane without mentions. */
  public static final Pane EMPTY = new Pane(Tally.ZERO, Tally.ZERO, List.of(), Instant.EPOCH);

  static final Comparator<Exhibit> BY_TIME =
      Comparator.comparing((Exhibit exhibit) -> exhibit.evidence().publishedAt())
          .thenComparing(exhibit -> exhibit.evidence().article());

  /** Makes the list immutable. */
  public Pane {
    exhibits = List.copyOf(exhibits);
  }

  /**
   * A piece of evidence and the story it tells.
   *
   * @param story fingerprint of the story
   * @param evidence the article
   */
  public record Exhibit(String story, Evidence evidence) {}

  /** This pane and one mention more. */
  public Pane plus(Mention mention) {
    return plus(List.of(mention));
  }

  /** This pane and some mentions more; the same as adding them one by one, in any order. */
  public Pane plus(List<Mention> mentions) {
    List<Mention> punctual = new ArrayList<>(mentions.size());
    List<Mention> tardy = new ArrayList<>();
    Instant newest = receivedAt;
    for (Mention mention : mentions) {
      (mention.late() ? tardy : punctual).add(mention);
      newest = mention.receivedAt().isAfter(newest) ? mention.receivedAt() : newest;
    }
    return new Pane(
        onTime.plus(Tally.of(punctual)).atMost(MAX_LINKS),
        late.plus(Tally.of(tardy)).atMost(MAX_LINKS),
        shown(punctual),
        newest);
  }

  private List<Exhibit> shown(List<Mention> more) {
    if (more.isEmpty()) {
      return exhibits;
    }
    List<Exhibit> all = new ArrayList<>(exhibits);
    for (Mention mention : more) {
      all.add(new Exhibit(mention.story(), mention.evidence()));
    }
    all.sort(BY_TIME);
    return all.subList(0, Math.min(all.size(), MAX_EXHIBITS));
  }

  /** Everything counted, late or not. */
  public Tally all() {
    return onTime.plus(late);
  }
}
