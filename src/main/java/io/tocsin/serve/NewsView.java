package io.tocsin.serve;

import io.tocsin.model.Alert;
import java.util.List;
import java.util.Optional;

/** The questions that the HTTP handlers may ask about the news; all answers come from memory. */
public interface NewsView {
  /**
   * The newest tagged articles, newest first.
   *
   * @param limit at most so many
   */
  List<ArticleView> articles(int limit);

  /**
   * The subjects with the most articles.
   *
   * @param minutes of event time up to the newest, at most a day
   * @param limit at most so many
   */
  TopList top(int minutes, int limit);

  /** The minutes of one subject; empty when it was not mentioned in the last day. */
  Optional<SeriesView> series(String subject, int minutes);

  /** The present state of each alert, newest change first. */
  List<Alert> alerts(boolean openOnly, int limit);

  /** All records of one alert, oldest first. */
  Optional<List<Alert>> alert(String id);

  /** How many alerts are open. */
  int openAlerts();

  /** Whether all that the topics held at the start has been read. */
  boolean caughtUp();
}
