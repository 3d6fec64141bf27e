package io.tocsin.count;

import io.tocsin.count.Memory.Remembered;
import io.tocsin.model.Mark;
import io.tocsin.model.Mention;
import io.tocsin.model.ScreenedArticle;
import io.tocsin.model.TaggedArticle;
import io.tocsin.model.Tagging;
import io.tocsin.model.Watchlist;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One screened article against what came before under its id: a repeat, a correction or something
 * new, and what it adds to the flow. Stream and back-test ask the same three questions in the same
 * order: is it a repeat, what does it contribute, what is remembered.
 */
public final class Arrival {
  private final ScreenedArticle article;
  private final @Nullable Instant clock;
  private final String text;
  private final @Nullable Remembered before;

  private Arrival(
      ScreenedArticle article, @Nullable Instant clock, String text, @Nullable Remembered before) {
    this.article = article;
    this.clock = clock;
    this.text = text;
    this.before = before;
  }

  /**
   * Looks an article up.
   *
   * @param clock newest trusted event time of its input partition, itself included; null before
   *     there is one
   * @param text hash of its text, by which a repeat is told from a correction
   * @param memory what came before
   */
  public static Arrival of(
      ScreenedArticle article, @Nullable Instant clock, String text, Memory memory) {
    return new Arrival(article, clock, text, memory.of(article.id(), article.receivedAt()));
  }

  /** Whether the same text came before under the same id, so that it adds nothing. */
  public boolean repeated() {
    return before != null && before.seen().knows(text);
  }

  /**
   * What one article adds to the flow.
   *
   * @param tagged what goes to {@code news.tagged}
   * @param mentions those that were not counted before
   * @param seen what to remember
   */
  public record Contribution(TaggedArticle tagged, List<Mention> mentions, Seen seen) {
    /** Makes the list immutable. */
    public Contribution {
      mentions = List.copyOf(mentions);
    }
  }

  /** What it adds, by what the tagger found; touches no memory. */
  public Contribution contribution(Tagging tagging, Watchlist watchlist) {
    ScreenedArticle marked = before == null ? article : corrected();
    List<Mention> all = Mentions.of(marked, tagging, watchlist, clock);
    Set<String> counted = new TreeSet<>(before == null ? Set.of() : before.seen().counted());
    List<Mention> fresh = all.stream().filter(mention -> counted.add(mention.seriesKey())).toList();
    Seen now = before == null ? Seen.first(text, counted) : before.seen().corrected(text, counted);
    return new Contribution(
        TaggedArticle.of(marked, tagging, now.revision(), watchlist.version()), fresh, now);
  }

  /** Remembers it, from the receive time of its first version on. */
  public void remember(Contribution contribution, Memory memory) {
    memory.put(
        article.id(), before == null ? article.receivedAt() : before.since(), contribution.seen());
  }

  private ScreenedArticle corrected() {
    Set<Mark> marks = new TreeSet<>(article.marks());
    marks.add(Mark.CORRECTED);
    return new ScreenedArticle(
        article.id(),
        article.article(),
        article.publisher(),
        article.eventTime(),
        article.receivedAt(),
        marks);
  }
}
