package io.tocsin.serve;

import io.tocsin.model.SubjectRef;
import java.time.Instant;
import java.util.List;

/**
 * The panes of one subject, one point per minute of event time, oldest first, none left out.
 *
 * @param subject id, name and kind
 * @param now the newest event time seen
 * @param points the minutes
 */
public record SeriesView(SubjectRef subject, Instant now, List<Point> points) {
  /** Makes the list immutable. */
  public SeriesView {
    points = List.copyOf(points);
  }

  /**
   * One minute.
   *
   * @param start first instant
   * @param articles that mention the subject
   * @param stories distinct among them
   * @param voices distinct publishers
   * @param occurrences tags
   */
  public record Point(Instant start, long articles, long stories, long voices, long occurrences) {}
}
