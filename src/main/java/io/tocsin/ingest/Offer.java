package io.tocsin.ingest;

import io.tocsin.model.Outcome;
import io.tocsin.model.Refusal;
import io.tocsin.screen.ArticleId;
import io.tocsin.wire.ArticleReader;
import io.tocsin.wire.Json;
import io.tocsin.wire.Received;

/**
 * One thing found in a file: an article, something that is none but is sent all the same, or
 * something that cannot be sent.
 */
@SuppressWarnings(
    "ArrayRecordComponent") // The bytes are handed through once and compared by nobody.
public sealed interface Offer {
  /** Where it was found, such as {@code news.jsonl:17}. */
  String place();

  /**
   * An article.
   *
   * @param place where it was found
   * @param value its bytes as found
   * @param id its settled id, the key of its record
   */
  record Valid(String place, byte[] value, String id) implements Offer {}

  /**
   * No article. It is sent as it is, so that it ends on {@code news.rejected} and every line of a
   * file is accounted for.
   *
   * @param place where it was found
   * @param value its bytes as found
   * @param refusal why the screen will refuse it
   */
  record Invalid(String place, byte[] value, Refusal refusal) implements Offer {}

  /**
   * Nothing that a record could carry.
   *
   * @param place where it was found
   * @param problem one sentence with the fix
   */
  record Unsendable(String place, String problem) implements Offer {}

  /** The offer that some bytes are, by the reader that the screen uses too. */
  static Offer of(String place, byte[] value, ArticleReader reader) {
    if (value.length > Json.MAX_BYTES) {
      return tooLong(place, value.length);
    }
    Outcome<Received> outcome = reader.read(value);
    if (outcome instanceof Outcome.Accepted<Received> accepted) {
      return new Valid(place, value, ArticleId.of(accepted.value().article()));
    }
    return new Invalid(place, value, ((Outcome.Refused<Received>) outcome).refusal());
  }

  /** The offer for something longer than any record may be. */
  static Offer tooLong(String place, long bytes) {
    return new Unsendable(
        place,
        "has "
            + bytes
            + " bytes; at most "
            + Json.MAX_BYTES
            + " fit into a record, so split or cut it");
  }
}
