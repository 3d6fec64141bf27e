package io.tocsin.serve;

import io.tocsin.model.SubjectRef;
import java.time.Instant;
import java.util.List;

/**
 * The subjects with the most articles in the last minutes of event time.
 *
 * @param now the newest event time seen: archives that are replayed have their own present
 * @param minutes length of the window
 * @param step minutes per value of a spark line
 * @param subjects in falling order
 */
public record TopList(Instant now, int minutes, int step, List<Entry> subjects) {
  /** Makes the list immutable. */
  public TopList {
    subjects = List.copyOf(subjects);
  }

  /**
   * One subject.
   *
   * @param subject id, name and kind
   * @param articles in the window
   * @param occurrences in the window
   * @param spark articles per step, oldest first
   */
  public record Entry(SubjectRef subject, long articles, long occurrences, List<Long> spark) {
    /** Makes the list immutable. */
    public Entry {
      spark = List.copyOf(spark);
    }
  }
}
