package io.tocsin.serve.rejected;

import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A refused record as it is shown: every text in it is free of control characters, whatever its
 * bytes are.
 *
 * @param place {@code partition/offset}, by which it is asked for and sent again
 * @param rejectedAt when the broker took it
 * @param reason from the closed list, such as {@code malformed_json}
 * @param error what is wrong and what would be right
 * @param field the field at fault
 * @param origin where it came from
 * @param key as text
 * @param bytes how many the original had
 * @param kept how many of them were kept
 * @param replayOf the record that was sent again and became this one
 * @param text the bytes as UTF-8, what is none replaced
 * @param textCut whether there is more text than is shown here
 * @param base64 the bytes that were kept; only when a single record is asked for
 */
public record RejectedView(
    String place,
    Instant rejectedAt,
    String reason,
    @Nullable String error,
    @Nullable String field,
    RejectedRecord.Origin origin,
    @Nullable String key,
    long bytes,
    int kept,
    @Nullable String replayOf,
    String text,
    boolean textCut,
    @Nullable String base64) {
  /** Bytes of the value of which a list shows the text. */
  static final int EXCERPT = 1_024;

  private static final int KEY = 200;
  private static final int WORD = 100;
  private static final int SENTENCE = 1_000;

  /** With all that was kept. */
  public static RejectedView whole(RejectedRecord record) {
    return of(
        record,
        record.value().get().length,
        Base64.getEncoder().encodeToString(record.value().get()));
  }

  /** With the beginning of the text, for a list. */
  public static RejectedView excerpt(RejectedRecord record) {
    return of(record, EXCERPT, null);
  }

  private static RejectedView of(RejectedRecord record, int shown, @Nullable String base64) {
    byte[] value = record.value().get();
    RejectedRecord.Origin origin = record.origin();
    return new RejectedView(
        record.place().toString(),
        record.rejectedAt(),
        ShownText.of(record.reason(), WORD),
        record.error() == null ? null : ShownText.of(record.error(), SENTENCE),
        record.field() == null ? null : ShownText.of(record.field(), WORD),
        new RejectedRecord.Origin(
            ShownText.of(origin.topic(), 250), origin.partition(), origin.offset()),
        record.key() == null ? null : ShownText.of(record.key().get(), KEY),
        record.originalBytes(),
        value.length,
        record.replayOf() == null ? null : record.replayOf().toString(),
        ShownText.of(value, shown),
        value.length > shown || record.cut(),
        base64);
  }
}
