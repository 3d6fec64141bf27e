package io.tocsin.serve;

import io.tocsin.model.Alert;
import io.tocsin.model.SubjectCount;
import io.tocsin.model.TaggedArticle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What this instance knows of the news, all of it in memory and bounded: the newest articles, the
 * counts of the last day, the alerts. {@link LiveFeed} fills it from the topics; each change after
 * the first reading also goes to the {@link EventHub}.
 *
 * <p>"Now" is the newest event time seen, because an archive that is replayed has its own present.
 */
public final class LiveView implements NewsView {
  static final int ARTICLES = 500;
  private static final int LOADING_ARTICLES = 4 * ARTICLES;
  private static final int SUBJECTS = 50_000;
  private static final int EPISODES = 5_000;

  private final EventHub hub;
  private final Map<String, ArticleView> articles = new LinkedHashMap<>();
  private final MinuteCounts counts = new MinuteCounts(SUBJECTS);
  private final AlertBook alerts = new AlertBook(EPISODES);
  private Instant now = Instant.EPOCH;
  private long received;
  private boolean caughtUp;

  /**
   * An empty view.
   *
   * @param hub where changes are told
   */
  public LiveView(EventHub hub) {
    this.hub = hub;
  }

  /** An article was tagged. A new revision takes the place of the old one, at the top. */
  public void apply(TaggedArticle tagged) {
    show(Excerpts.of(tagged));
  }

  private synchronized void show(ArticleView view) {
    advance(view.eventTime());
    received++;
    articles.remove(view.id());
    articles.put(view.id(), view);
    trim(caughtUp ? ARTICLES : LOADING_ARTICLES);
    if (caughtUp) {
      hub.article(view);
    }
  }

  /** A pane was counted. */
  public synchronized void apply(SubjectCount count) {
    advance(count.start());
    counts.put(count);
  }

  /** An alert changed its state. */
  public synchronized void apply(Alert alert) {
    if (alerts.put(alert) && caughtUp) {
      alerts.current(alert.id()).ifPresent(hub::alert);
    }
  }

  /**
   * The first reading is done: partitions are brought into one order, and from here on every change
   * is told.
   */
  public synchronized void catchUp() {
    List<ArticleView> sorted = new ArrayList<>(articles.values());
    sorted.sort(Comparator.comparing(ArticleView::receivedAt));
    articles.clear();
    sorted.forEach(view -> articles.put(view.id(), view));
    trim(ARTICLES);
    caughtUp = true;
  }

  @Override
  public synchronized List<ArticleView> articles(int limit) {
    List<ArticleView> newest = new ArrayList<>(articles.values());
    Collections.reverse(newest);
    return List.copyOf(newest.subList(0, Math.min(limit, newest.size())));
  }

  @Override
  public synchronized TopList top(int minutes, int limit) {
    return counts.top(now, minutes, limit);
  }

  @Override
  public synchronized Optional<SeriesView> series(String subject, int minutes) {
    return counts.series(subject, now, minutes);
  }

  @Override
  public synchronized List<Alert> alerts(boolean openOnly, int limit) {
    return alerts.list(openOnly, limit);
  }

  @Override
  public synchronized Optional<List<Alert>> alert(String id) {
    return alerts.history(id);
  }

  @Override
  public synchronized int openAlerts() {
    return alerts.open();
  }

  @Override
  public synchronized boolean caughtUp() {
    return caughtUp;
  }

  /** Articles read since the start. */
  synchronized long received() {
    return received;
  }

  private void advance(Instant time) {
    if (time.isAfter(now)) {
      now = time;
    }
  }

  private void trim(int size) {
    while (articles.size() > size) {
      articles.remove(articles.keySet().iterator().next());
    }
  }
}
