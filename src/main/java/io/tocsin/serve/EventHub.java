package io.tocsin.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.tocsin.model.Alert;
import io.tocsin.wire.Json;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells every connected reader what is new, and keeps the last events for those who come back. Each
 * reader has a queue of its own, so a slow one loses its own events and delays nobody.
 */
public final class EventHub implements AutoCloseable {
  static final int KEPT = 1_000;
  static final int MAX_CLIENTS = 200;
  // Nobody reads faster; the rest of a flood is told as a number, and the API has the articles.
  static final int ARTICLES_PER_BEAT = 40;

  private final String boot = Long.toString(System.currentTimeMillis(), 36);
  private final int maxClients;
  private final int kept;
  private final Deque<StreamEvent> recent = new ArrayDeque<>();
  private final Set<EventClient> clients = new LinkedHashSet<>();
  private @Nullable StreamEvent latestCount;
  private long sequence;
  private int articlesInBeat;
  private long skipped;
  private boolean closed;

  /** A hub with the usual limits. */
  public EventHub() {
    this(MAX_CLIENTS, KEPT);
  }

  EventHub(int maxClients, int kept) {
    this.maxClients = maxClients;
    this.kept = kept;
  }

  /** How many readers are connected. */
  public synchronized int clients() {
    return clients.size();
  }

  /**
   * A new reader.
   *
   * @param lastEventId the id of the last event that it has, or null
   * @return empty when there are too many readers
   * @throws Problem.Refused when the service is going down
   */
  synchronized Optional<EventClient> subscribe(@Nullable String lastEventId) {
    if (closed) {
      throw new Problem.Refused(503, "the service is going down; try again in a moment", null);
    }
    if (clients.size() >= maxClients) {
      return Optional.empty();
    }
    EventClient client = new EventClient(kept);
    if (lastEventId != null && !lastEventId.isBlank()) {
      replay(client, lastEventId);
    }
    if (latestCount != null) {
      client.refresh(latestCount);
    }
    clients.add(client);
    return Optional.of(client);
  }

  synchronized void leave(EventClient client) {
    client.close();
    clients.remove(client);
  }

  /** The id of the newest event: whoever has the present state goes on from here. */
  synchronized String cursor() {
    return boot + "-" + sequence;
  }

  synchronized void article(ArticleView article) {
    if (articlesInBeat >= ARTICLES_PER_BEAT) {
      skipped++;
      return;
    }
    articlesInBeat++;
    publish("article", article);
  }

  synchronized void alert(Alert alert) {
    publish("alert", alert);
  }

  /** A second has passed: sends the counts and says what a flood left out. */
  synchronized void beat(Object counts) {
    if (skipped > 0) {
      StreamEvent gap = StreamEvent.gap("busy", skipped);
      clients.forEach(client -> client.offer(gap));
    }
    skipped = 0;
    articlesInBeat = 0;
    StreamEvent event = new StreamEvent(null, "count", json(counts));
    latestCount = event;
    clients.forEach(client -> client.refresh(event));
  }

  @Override
  public synchronized void close() {
    closed = true;
    clients.forEach(EventClient::close);
    clients.clear();
  }

  private void publish(String type, Object value) {
    sequence++;
    StreamEvent event = new StreamEvent(boot + "-" + sequence, type, json(value));
    recent.addLast(event);
    if (recent.size() > kept) {
      recent.removeFirst();
    }
    clients.forEach(client -> client.offer(event));
  }

  private void replay(EventClient client, String lastEventId) {
    long last = sequenceOf(lastEventId);
    if (last < 0 || last > sequence) {
      client.offer(StreamEvent.gap("restart", 0));
      return;
    }
    long oldest = sequence - recent.size();
    if (last < oldest) {
      client.offer(StreamEvent.gap("expired", oldest - last));
    }
    recent.stream().skip(Math.max(0, last - oldest)).forEach(client::offer);
  }

  /** The number in an id of this run; -1 when it is of another run or none of ours. */
  private long sequenceOf(String id) {
    String prefix = boot + "-";
    if (!id.startsWith(prefix)) {
      return -1;
    }
    try {
      return Long.parseLong(id.substring(prefix.length()));
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private static String json(Object value) {
    try {
      return Json.MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "cannot write " + value.getClass().getSimpleName() + " as JSON", e);
    }
  }
}
