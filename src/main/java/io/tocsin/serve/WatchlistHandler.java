package io.tocsin.serve;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.tocsin.model.Subject;
import io.tocsin.model.Watchlist;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** {@code GET /api/v1/watchlist}: which version is in use and how much is in it. */
final class WatchlistHandler implements Handler {
  private final Supplier<Watchlist> watchlist;

  WatchlistHandler(Supplier<Watchlist> watchlist) {
    this.watchlist = watchlist;
  }

  @Override
  public void handle(Context context) {
    Watchlist now = watchlist.get();
    Map<String, Long> kinds =
        now.subjects().stream()
            .map(Subject::ref)
            .collect(Collectors.groupingBy(ref -> ref.kind(), TreeMap::new, Collectors.counting()));
    Answers.json(
        context,
        new Summary(
            now.version(), now.effectiveFrom(), now.subjects().size(), kinds, now.rules().size()));
  }

  /**
   * The answer.
   *
   * @param version newest version
   * @param effectiveFrom articles received from then on see it
   * @param subjects how many
   * @param kinds subjects by kind
   * @param rules how many
   */
  record Summary(
      long version, Instant effectiveFrom, int subjects, Map<String, Long> kinds, int rules) {}
}
