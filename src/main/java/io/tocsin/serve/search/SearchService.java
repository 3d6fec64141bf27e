package io.tocsin.serve.search;

import io.tocsin.model.Watchlist;
import io.tocsin.settings.Settings;
import io.tocsin.wire.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The search of an instance: its index, what feeds it, and who may ask. */
public final class SearchService implements ArticleSearch, AutoCloseable {
  private static final Logger logger = LoggerFactory.getLogger(SearchService.class);

  /** More at once only make each other wait; the stream needs the processors too. */
  private static final int AT_ONCE = 4;

  private final SearchFeed feed;
  private final Supplier<Watchlist> watchlist;
  private final Semaphore turns = new Semaphore(AT_ONCE);
  private volatile @Nullable Known known;

  /** The groups of a version of the watchlist. */
  private record Known(Watchlist watchlist, Groups groups) {}

  /**
   * A service that is not started.
   *
   * @param clientProperties how to reach the cluster: bootstrap servers, TLS, SASL
   * @param prefix of the topics, such as {@code news.}
   * @param folder of the index, for it alone
   * @param settings how much is kept
   * @param watchlist the newest version, whose groups queries mean
   */
  public SearchService(
      Map<String, String> clientProperties,
      String prefix,
      Path folder,
      Settings.Search settings,
      Supplier<Watchlist> watchlist) {
    String topic = Topics.TAGGED.name(prefix);
    this.feed =
        new SearchFeed(
            () -> SearchFeed.consumer(clientProperties),
            () -> TopicIdentity.of(clientProperties, topic),
            topic,
            folder,
            new IndexCare.Bounds(settings.retention(), settings.maxBytes(), Clock.systemUTC()));
    this.watchlist = watchlist;
  }

  /** Opens the index and begins to read. */
  public void start() {
    feed.start();
  }

  @Override
  public SearchPage search(SearchQuestion question) {
    ArticleIndex index = feed.index();
    if (index == null) {
      throw new UnavailableException("the search index is not open: " + feed.state(), null);
    }
    if (!turns.tryAcquire()) {
      throw new UnavailableException("others search now; try again in a moment", null);
    }
    try {
      return index.reading(new Searching(question, groups())::in);
    } catch (IOException | AlreadyClosedException e) {
      logger.warn("a search failed", e);
      throw new UnavailableException("the search index cannot be read now", e);
    } finally {
      turns.release();
    }
  }

  @Override
  public SearchState state() {
    ArticleIndex index = feed.index();
    try {
      return index == null
          ? new SearchState(feed.state(), 0, 0, -1, null)
          : new SearchState(
              feed.state(), index.documents(), index.bytes(), feed.behind(), index.newest());
    } catch (IOException | AlreadyClosedException e) {
      return new SearchState(feed.state(), 0, 0, -1, null);
    }
  }

  @Override
  public void close() {
    feed.close();
  }

  private Groups groups() {
    Watchlist now = watchlist.get();
    Known last = known;
    if (last == null || last.watchlist().version() != now.version()) {
      last = new Known(now, Groups.of(now));
      known = last;
    }
    return last.groups();
  }
}
