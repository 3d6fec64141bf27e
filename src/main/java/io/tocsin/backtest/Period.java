package io.tocsin.backtest;

import io.tocsin.model.ScreenedArticle;
import java.time.Instant;

/**
 * From when to when alerts are asked for. What came before {@code from} is read all the same, so
 * that windows, baselines and episodes stand as they stood live; only its alerts are not told.
 *
 * @param since articles before it are not read at all
 * @param from first instant whose alerts are told
 * @param to one past the last; articles from then on are not read
 * @param by which of an article's times is meant
 */
public record Period(Instant since, Instant from, Instant to, By by) {
  /** The times of an article. */
  public enum By {
    /** When it was published: the time of files, which were never received. */
    EVENT,
    /** When the broker took it: the time at which live sent its alerts. */
    RECEIPT
  }

  /** Everything. */
  public static Period always(By by) {
    return new Period(Instant.MIN, Instant.MIN, Instant.MAX, by);
  }

  /** Whether an article is read. */
  boolean reads(ScreenedArticle article) {
    Instant moment = moment(article);
    return !moment.isBefore(since) && moment.isBefore(to);
  }

  /** Whether the alerts that an article causes are told. */
  boolean tells(ScreenedArticle article) {
    return !moment(article).isBefore(from);
  }

  private Instant moment(ScreenedArticle article) {
    return switch (by) {
      case EVENT -> article.eventTime();
      case RECEIPT -> article.receivedAt();
    };
  }
}
