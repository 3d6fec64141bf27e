package io.tocsin.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tocsin.model.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a request that brings articles.
 *
 * @param status HTTP status: 202 all accepted, 207 some, 400 nothing was readable, 413 too large,
 *     415 an unknown content type, 422 readable but no articles, 503 the cluster did not take them
 * @param message one sentence about the whole; null when the items say it all
 * @param items one answer per item, in order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IntakeAnswer(int status, @Nullable String message, List<Item> items) {

  /** Makes the items immutable. */
  public IntakeAnswer {
    items = List.copyOf(items);
  }

  /** What became of one item. */
  public enum Fate {
    /** It is on the topic, acknowledged. */
    ACCEPTED,
    /** It is no article; it was not published. */
    REJECTED,
    /** It is an article, but the cluster did not acknowledge it; sending it again is safe. */
    FAILED
  }

  /**
   * The answer for one item.
   *
   * @param index position in the request, from 0; blank lines do not count
   * @param id settled id of an article
   * @param status what became of it
   * @param reason why it was rejected
   * @param message one sentence with the fix
   * @param field the field at fault
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Item(
      int index,
      @Nullable String id,
      Fate status,
      @Nullable Reason reason,
      @Nullable String message,
      @Nullable String field) {}
}
