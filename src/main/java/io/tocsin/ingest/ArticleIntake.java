package io.tocsin.ingest;

import io.tocsin.ingest.IntakeAnswer.Fate;
import io.tocsin.ingest.IntakeAnswer.Item;
import io.tocsin.model.Outcome;
import io.tocsin.model.Reason;
import io.tocsin.model.Refusal;
import io.tocsin.screen.ArticleId;
import io.tocsin.wire.ArticleReader;
import io.tocsin.wire.Received;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes the body of a request: one JSON object, an array of them, or NDJSON. What is no article is
 * told to the sender and not published; what is one is answered after the cluster has acknowledged
 * it. Knows no web server. Safe for many threads.
 */
public final class ArticleIntake {
  /** Largest body in bytes. */
  public static final int MAX_BODY_BYTES = 16 * 1_048_576;

  private static final Set<String> LINES =
      Set.of(
          "application/x-ndjson",
          "application/ndjson",
          "application/jsonl",
          "application/x-jsonlines");
  private static final Set<Reason> UNREADABLE =
      EnumSet.of(Reason.MALFORMED_JSON, Reason.INVALID_UTF8);

  private final ArticleReader reader;
  private final ArticleSender sender;
  private final Duration patience;
  private final LongSupplier nanoTime;

  /**
   * An intake.
   *
   * @param reader the door
   * @param sender puts articles on the topic
   * @param patience how long one request may wait for the cluster
   */
  public ArticleIntake(ArticleReader reader, ArticleSender sender, Duration patience) {
    this(reader, sender, patience, System::nanoTime);
  }

  ArticleIntake(
      ArticleReader reader, ArticleSender sender, Duration patience, LongSupplier nanoTime) {
    this.reader = reader;
    this.sender = sender;
    this.patience = patience;
    this.nanoTime = nanoTime;
  }

  /**
   * Takes one request.
   *
   * @param body its bytes, not compressed
   * @param contentType its content type with or without parameters; null is taken for JSON
   */
  public IntakeAnswer accept(byte[] body, @Nullable String contentType) {
    if (body.length > MAX_BODY_BYTES) {
      return whole(
          413,
          "the body has "
              + body.length
              + " bytes; at most "
              + MAX_BODY_BYTES
              + " are taken, so send it in parts");
    }
    String type = type(contentType);
    if (LINES.contains(type)) {
      return answer(BodySplitter.lines(body));
    }
    if (!type.equals("application/json") && !type.endsWith("+json")) {
      return whole(415, "send application/json or application/x-ndjson");
    }
    if (!BodySplitter.array(body)) {
      return answer(List.of(body));
    }
    Outcome<List<byte[]>> items = BodySplitter.elements(body);
    if (items instanceof Outcome.Accepted<List<byte[]>> accepted) {
      return answer(accepted.value());
    }
    Refusal refusal = ((Outcome.Refused<List<byte[]>>) items).refusal();
    return closed(List.of(rejected(0, refusal)));
  }

  private IntakeAnswer answer(List<byte[]> values) {
    if (values.isEmpty()) {
      return whole(400, "the body holds no article");
    }
    List<Pending> pending = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      pending.add(offer(i, values.get(i)));
    }
    long deadline = nanoTime.getAsLong() + patience.toNanos();
    return closed(pending.stream().map(one -> one.settle(deadline, nanoTime)).toList());
  }

  private Pending offer(int index, byte[] value) {
    Outcome<Received> outcome = reader.read(value);
    if (outcome instanceof Outcome.Accepted<Received> accepted) {
      String id = ArticleId.of(accepted.value().article());
      return new Pending(
          new Item(index, id, Fate.ACCEPTED, null, null, null), sender.send(id, value));
    }
    Refusal refusal = ((Outcome.Refused<Received>) outcome).refusal();
    return new Pending(rejected(index, refusal), CompletableFuture.completedFuture(null));
  }

  private static IntakeAnswer closed(List<Item> items) {
    long accepted = items.stream().filter(item -> item.status() == Fate.ACCEPTED).count();
    if (accepted == items.size()) {
      return new IntakeAnswer(202, null, items);
    }
    if (accepted > 0) {
      return new IntakeAnswer(207, "some items were not taken; see each", items);
    }
    if (items.stream().anyMatch(item -> item.status() == Fate.FAILED)) {
      return new IntakeAnswer(503, "the cluster took no item; send them again later", items);
    }
    if (items.stream().allMatch(item -> item.reason() == Reason.TOO_LARGE)) {
      return new IntakeAnswer(413, "no item is within the limits; see each", items);
    }
    boolean unreadable =
        items.stream()
            .allMatch(item -> item.reason() != null && UNREADABLE.contains(item.reason()));
    return new IntakeAnswer(unreadable ? 400 : 422, "no item is an article; see each", items);
  }

  private static Item rejected(int index, Refusal refusal) {
    return new Item(
        index, null, Fate.REJECTED, refusal.reason(), refusal.detail(), refusal.field());
  }

  private static IntakeAnswer whole(int status, String message) {
    return new IntakeAnswer(status, message, List.of());
  }

  private static String type(@Nullable String contentType) {
    if (contentType == null || contentType.isBlank()) {
      return "application/json";
    }
    int end = contentType.indexOf(';');
    return (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }

  /** An item whose record may still be on its way. */
  private record Pending(Item item, CompletableFuture<Void> sent) {
    Item settle(long deadline, LongSupplier nanoTime) {
      try {
        sent.get(Math.max(0, deadline - nanoTime.getAsLong()), TimeUnit.NANOSECONDS);
        return item;
      } catch (ExecutionException e) {
        return failed("the cluster did not take it; send it again later");
      } catch (TimeoutException e) {
        return failed("the cluster did not acknowledge it in time; sending it again is safe");
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return failed("the service is stopping; sending it again is safe");
      }
    }

    private Item failed(String message) {
      return new Item(item.index(), item.id(), Fate.FAILED, null, message, null);
    }
  }
}
