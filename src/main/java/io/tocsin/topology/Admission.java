package io.tocsin.topology;

import io.tocsin.model.Outcome;
import io.tocsin.model.ScreenedArticle;
import io.tocsin.screen.Screen;
import io.tocsin.wire.ArticleReader;
import io.tocsin.wire.Received;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * From the bytes of a record to a screened article or a refusal, without a store: what the stream
 * does with one record at a time, and the back-test with many at a time. Safe for use by many
 * threads.
 */
public final class Admission {
  private final Screen screen;
  private final ArticleReader reader;

  /** An admission by the rules of size, time and language. */
  public Admission(FlowSettings settings) {
    this.screen = new Screen(settings.ahead(), settings.grace(), settings.languages());
    this.reader = new ArticleReader(settings.maxBytes());
  }

  /**
   * Everything about a record that needs no clock. A fault of ours is a refusal, too: whatever
   * fails in here is the record's own.
   *
   * @param value the record's bytes
   * @param receivedAt the record's time
   */
  public Outcome<ScreenedArticle> settle(byte @Nullable [] value, Instant receivedAt) {
    try {
      Outcome<Received> outcome = reader.read(value);
      if (outcome instanceof Outcome.Refused<Received> refused) {
        return Outcome.refused(refused.refusal());
      }
      Received received = ((Outcome.Accepted<Received>) outcome).value();
      return Outcome.accepted(screen.settle(received.article(), received.truncated(), receivedAt));
    } catch (RuntimeException | StackOverflowError fault) {
      return Outcome.refused(Rejection.fault("screen", fault));
    }
  }

  /**
   * A settled article held against the clock of its input partition.
   *
   * @param clock newest trusted event time before it; null before there is one
   * @return the article, and the clock after it
   */
  public Screened against(@Nullable Instant clock, ScreenedArticle settled) {
    ScreenedArticle article = screen.against(clock, settled);
    return new Screened(article, Screen.advance(clock, article));
  }
}
