package io.tocsin.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.tocsin.model.Outcome;
import io.tocsin.model.Reason;
import io.tocsin.model.Refusal;
import io.tocsin.wire.JsonFailure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts the body of a request into the bytes of its items. An array must be JSON as a whole; lines
 * stand each for themselves.
 */
final class BodySplitter {
  /** Only the frame is checked here; each item meets the door's own limits afterwards. */
  private static final JsonFactory FRAME =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(ArticleIntake.MAX_BODY_BYTES)
                  .maxNameLength(ArticleIntake.MAX_BODY_BYTES)
                  .maxDocumentLength(ArticleIntake.MAX_BODY_BYTES)
                  .build())
          .build();

  private BodySplitter() {}

  /** Items of NDJSON; blank lines are none. */
  static List<byte[]> lines(byte[] body) {
    List<byte[]> items = new ArrayList<>();
    ByteLines lines = new ByteLines(new ByteArrayInputStream(body), body.length);
    try {
      for (ByteLines.Line line = lines.next(); line != null; line = lines.next()) {
        if (!line.blank()) {
          items.add(line.content());
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException("an array of bytes cannot fail to be read", e);
    }
    return items;
  }

  /** Whether a JSON body is an array. */
  static boolean array(byte[] body) {
    int at = body.length >= 3 && body[0] == (byte) 0xEF ? 3 : 0;
    while (at < body.length && body[at] <= ' ' && body[at] > 0) {
      at++;
    }
    return at < body.length && body[at] == '[';
  }

  /**
   * Items of an array; refused when the array is not well-formed to its end, because then its items
   * are not certain.
   */
  static Outcome<List<byte[]>> elements(byte[] body) {
    List<byte[]> items = new ArrayList<>();
    try (JsonParser parser = FRAME.createParser(body)) {
      parser.nextToken();
      for (JsonToken token = parser.nextToken();
          token != JsonToken.END_ARRAY;
          token = parser.nextToken()) {
        if (token == null) {
          return broken("the array ends too early");
        }
        int from = (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        parser.finishToken();
        items.add(Arrays.copyOfRange(body, from, (int) parser.currentLocation().getByteOffset()));
      }
      if (parser.nextToken() != null) {
        return broken("something follows the array");
      }
      return Outcome.accepted(items);
    } catch (JsonProcessingException e) {
      return Outcome.refused(JsonFailure.refusal(e, body));
    } catch (IOException e) {
      return broken("the body is not JSON");
    }
  }

  private static Outcome<List<byte[]>> broken(String what) {
    return Outcome.refused(
        new Refusal(Reason.MALFORMED_JSON, what + "; send one array of objects", null));
  }
}
