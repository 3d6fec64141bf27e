package io.tocsin.serve;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.tocsin.ingest.feed.FeedStatus;
import java.util.List;
import java.util.function.Supplier;

/** {@code GET /api/v1/sources}: every feed of the list with what is known of it. */
final class SourcesHandler implements Handler {
  private final Supplier<List<FeedStatus>> sources;

  SourcesHandler(Supplier<List<FeedStatus>> sources) {
    this.sources = sources;
  }

  @Override
  public void handle(Context context) {
    List<FeedStatus> feeds = sources.get();
    int failing = (int) feeds.stream().filter(feed -> feed.failures() > 0).count();
    int enabled = (int) feeds.stream().filter(FeedStatus::enabled).count();
    Answers.json(context, new Sources(feeds.size(), enabled, failing, feeds));
  }

  /**
   * The answer.
   *
   * @param total feeds of the list
   * @param enabled of them that are polled
   * @param failing whose last poll failed
   * @param feeds all of them, in the order of the list
   */
  record Sources(int total, int enabled, int failing, List<FeedStatus> feeds) {}
}
