package io.tocsin.screen;

import io.tocsin.model.Article;
import io.tocsin.model.Mark;
import io.tocsin.model.ScreenedArticle;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Settles what an accepted article leaves open: identity, publisher, language and event time, and
 * notes what it had to assume.
 *
 * <p>Pure: the same article, receive time and clock give the same answer. The clock is the newest
 * trusted event time of the article's input partition; the caller keeps it and moves it by {@link
 * #advance}.
 */
public final class Screen {
  private final Duration ahead;
  private final Duration grace;
  private final LanguageDetector languages;

  /**
   * A screen that detects every language it knows.
   *
   * @param ahead how far ahead of the receive time an article's time is believed
   * @param grace how far behind the newest trusted time an article is on time
   */
  public Screen(Duration ahead, Duration grace) {
    this(ahead, grace, List.of());
  }

  /**
   * A screen with its rules of time.
   *
   * @param ahead how far ahead of the receive time an article's time is believed
   * @param grace how far behind the newest trusted time an article is on time
   * @param languages which languages of the Latin script to choose among, such as {@code en}; empty
   *     for all that are known
   */
  public Screen(Duration ahead, Duration grace, List<String> languages) {
    this.ahead = ahead;
    this.grace = grace;
    this.languages = new LanguageDetector(languages);
  }

  /**
   * The article with its settled id, publisher, language and event time.
   *
   * @param article as it came through the door
   * @param truncated whether the door cut its text
   * @param receivedAt time of its record on the topic
   * @param clock newest trusted event time of the partition so far; null before the first
   */
  public ScreenedArticle screen(
      Article article, boolean truncated, Instant receivedAt, @Nullable Instant clock) {
    return against(clock, settle(article, truncated, receivedAt));
  }

  /**
   * The article with everything settled but whether it is late: what can be done for many articles
   * at a time, because it needs no clock.
   *
   * @param article as it came through the door
   * @param truncated whether the door cut its text
   * @param receivedAt time of its record on the topic
   */
  public ScreenedArticle settle(Article article, boolean truncated, Instant receivedAt) {
    Set<Mark> marks = EnumSet.noneOf(Mark.class);
    if (truncated) {
      marks.add(Mark.TRUNCATED);
    }
    Instant eventTime = eventTime(article.publishedAt(), receivedAt, marks);
    String language = Languages.primary(article.language());
    if (language == null) {
      language = languages.detect(article);
      if (language != null) {
        marks.add(Mark.LANGUAGE_DETECTED);
      }
    }
    String id = ArticleId.of(article);
    return new ScreenedArticle(
        id, article.identified(id, language), Publisher.of(article), eventTime, receivedAt, marks);
  }

  /** A settled article, marked when it is late by the clock of its partition before it. */
  public ScreenedArticle against(@Nullable Instant clock, ScreenedArticle settled) {
    // Compared as a duration: subtracting from the clock could leave the range of Instant.
    if (clock == null || Duration.between(settled.eventTime(), clock).compareTo(grace) <= 0) {
      return settled;
    }
    Set<Mark> marks = EnumSet.of(Mark.LATE);
    marks.addAll(settled.marks());
    return new ScreenedArticle(
        settled.id(),
        settled.article(),
        settled.publisher(),
        settled.eventTime(),
        settled.receivedAt(),
        marks);
  }

  /**
   * The clock after an article. Only a time that the publisher gave and that we believed moves it,
   * and only forward: neither a clock that runs ahead nor our own receive time may make other
   * articles late.
   *
   * @param clock the clock before; null before the first trusted time
   */
  public static @Nullable Instant advance(@Nullable Instant clock, ScreenedArticle article) {
    boolean trusted =
        !article.marks().contains(Mark.CLOCK_SKEW) && !article.marks().contains(Mark.TIME_MISSING);
    if (!trusted) {
      return clock;
    }
    return clock == null || article.eventTime().isAfter(clock) ? article.eventTime() : clock;
  }

  private Instant eventTime(@Nullable Instant publishedAt, Instant receivedAt, Set<Mark> marks) {
    if (publishedAt == null) {
      marks.add(Mark.TIME_MISSING);
      return receivedAt;
    }
    if (Duration.between(receivedAt, publishedAt).compareTo(ahead) > 0) {
      marks.add(Mark.CLOCK_SKEW);
      return receivedAt;
    }
    return publishedAt;
  }
}
