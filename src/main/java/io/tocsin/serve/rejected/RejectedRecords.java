package io.tocsin.serve.rejected;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be asked of the refused records, and the one thing that can be done with them. */
public interface RejectedRecords {

  /**
   * What is asked for.
   *
   * @param reason only these; null for all
   * @param since only those that came at or after; null for all
   * @param cursor where the page begins
   * @param limit most records of the page
   */
  record Question(
      @Nullable String reason, @Nullable Instant since, RejectedCursor cursor, int limit) {}

  /**
   * One page.
   *
   * @param records newest first
   * @param next where the next page begins; null at the end
   */
  record Page(List<RejectedRecord> records, @Nullable RejectedCursor next) {
    /** Makes the list immutable. */
    public Page {
      records = List.copyOf(records);
    }
  }

  /**
   * Where a record went when it was sent again.
   *
   * @param topic its name
   * @param partition of it
   * @param offset in it
   */
  record Sent(String topic, int partition, long offset) {}

  /**
   * A page of records. It may hold fewer than asked for, even none, while there are more: one
   * question looks at so many records only.
   *
   * @throws UnreadableException when the cluster does not answer
   */
  Page page(Question question);

  /**
   * One record; empty when none lies there any more.
   *
   * @throws UnreadableException when the cluster does not answer
   */
  Optional<RejectedRecord> find(RejectedPlace place);

  /**
   * Sends the original bytes to {@code news.articles} again, with a header that names the record.
   *
   * @throws LostBytesException when only the beginning was kept and the original is gone
   * @throws UnreadableException when the cluster does not take it
   */
  Sent replay(RejectedRecord record);

  /** The cluster did not answer, or did not take a record; the message says why. */
  final class UnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** With what happened and, when there is one, the failure below. */
    public UnreadableException(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /** The original bytes are not there any more. */
  final class LostBytesException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** With what is gone and what to do. */
    public LostBytesException(String message) {
      super(message);
    }
  }
}
