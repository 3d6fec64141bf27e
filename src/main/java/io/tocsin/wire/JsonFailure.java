package io.tocsin.wire;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.tocsin.model.Reason;
import io.tocsin.model.Refusal;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A failure of the JSON parser as a refusal of ours: the closed reason, the place and the fix. The
 * parser's own message is not passed on, because it quotes the text.
 */
public final class JsonFailure {
  private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

  private JsonFailure() {}

  /** The refusal for a failure to parse these bytes. */
  public static Refusal refusal(JsonProcessingException failure, byte[] value) {
    String message = failure.getOriginalMessage() == null ? "" : failure.getOriginalMessage();
    String place = place(failure.getLocation());
    if (failure instanceof StreamConstraintsException) {
      return limit(message, place);
    }
    if (message.startsWith("Duplicate")) {
      String key = key(failure);
      return new Refusal(
          Reason.DUPLICATE_KEY,
          place + " repeats the key" + (key == null ? "" : " " + key) + "; keep one of them",
          key);
    }
    if (message.startsWith("Trailing token")) {
      return new Refusal(
          Reason.MALFORMED_JSON,
          place + " begins something after the object; send one object per record",
          null);
    }
    if (startsLikeMarkup(value)) {
      return new Refusal(
          Reason.MALFORMED_JSON,
          place + " begins HTML or XML, not JSON; look at what the sender was answered",
          null);
    }
    if (message.startsWith("Unexpected end-of-input")) {
      return new Refusal(
          Reason.MALFORMED_JSON, "the JSON ends too early, at " + place + "; send it whole", null);
    }
    return new Refusal(Reason.MALFORMED_JSON, place + " is not JSON; send one JSON object", null);
  }

  /**
   * A byte as line, column and offset, such as {@code line 1, column 5 (offset 4)}; columns count
   * bytes.
   */
  public static String place(byte[] value, int offset) {
    int line = 1;
    int start = 0;
    for (int i = 0; i < offset; i++) {
      if (value[i] == '\n') {
        line++;
        start = i + 1;
      }
    }
    return place(line, offset - start + 1, offset);
  }

  private static Refusal limit(String message, String place) {
    if (message.contains("nesting depth")) {
      return new Refusal(
          Reason.TOO_DEEP,
          place + " is nested deeper than " + Json.MAX_DEPTH + " levels; flatten the document",
          null);
    }
    String limit;
    if (message.startsWith("Number")) {
      limit = "a number longer than " + Json.MAX_NUMBER + " digits";
    } else if (message.startsWith("Name")) {
      limit = "a key longer than " + Json.MAX_NAME + " characters";
    } else if (message.startsWith("Token count")) {
      limit = "more than " + Json.MAX_TOKENS + " tokens";
    } else {
      limit = "more than " + Json.MAX_BYTES + " bytes";
    }
    return new Refusal(Reason.TOO_LARGE, place + " goes past a limit: " + limit, null);
  }

  private static String place(@Nullable JsonLocation location) {
    if (location == null) {
      return "the document";
    }
    return place(location.getLineNr(), location.getColumnNr(), location.getByteOffset());
  }

  private static String place(int line, int column, long offset) {
    return "line " + line + ", column " + column + " (offset " + offset + ")";
  }

  /** The key, when it can be written into a header or a log line as it is. */
  private static @Nullable String key(JsonProcessingException failure) {
    if (!(failure.getProcessor() instanceof JsonParser parser)) {
      return null;
    }
    try {
      String name = parser.currentName();
      return name != null && PLAIN_NAME.matcher(name).matches() ? name : null;
    } catch (IOException e) {
      return null;
    }
  }

  private static boolean startsLikeMarkup(byte[] value) {
    for (byte unit : value) {
      if (unit == '<') {
        return true;
      }
      if (unit > ' ') {
        return false;
      }
    }
    return false;
  }
}
