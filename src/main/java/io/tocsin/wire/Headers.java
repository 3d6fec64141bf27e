package io.tocsin.wire;

/** Names of the record headers that the house writes. */
public final class Headers {
  /** CloudEvents 1.0 in binary mode. */
  public static final String CE_SPECVERSION = "ce_specversion";

  public static final String CE_ID = "ce_id";
  public static final String CE_TYPE = "ce_type";
  public static final String CE_SOURCE = "ce_source";
  public static final String CE_TIME = "ce_time";
  public static final String CONTENT_TYPE = "content-type";

  /** Handed on as received. */
  public static final String TRACEPARENT = "traceparent";

  /** On {@code news.rejected}: the closed reason. */
  public static final String REASON = "tocsin-reason";

  /** On {@code news.rejected}: one sentence for a person. */
  public static final String ERROR = "tocsin-error";

  /** On {@code news.rejected}: the field at fault, when there is one. */
  public static final String FIELD = "tocsin-field";

  /** On {@code news.rejected}: where the record came from. */
  public static final String ORIGIN_TOPIC = "tocsin-origin-topic";

  public static final String ORIGIN_PARTITION = "tocsin-origin-partition";
  public static final String ORIGIN_OFFSET = "tocsin-origin-offset";

  /** On {@code news.rejected}: length of the original value in bytes, when it was cut. */
  public static final String ORIGINAL_BYTES = "tocsin-original-bytes";

  /**
   * On an article that was sent again from {@code news.rejected}, and on what becomes of it: where
   * the refused record lies there, as {@code partition/offset}.
   */
  public static final String REPLAY_OF = "tocsin-replay-of";

  private Headers() {}
}
