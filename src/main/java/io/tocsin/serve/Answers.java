package io.tocsin.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.http.Context;
import io.tocsin.wire.Json;

/** Reads parameters and writes JSON, the same way in every handler. */
final class Answers {
  static final String JSON = "application/json; charset=utf-8";

  private Answers() {}

  /** Answers with a value as JSON. */
  static void json(Context context, Object value) {
    try {
      context
          .contentType(JSON)
          .header("Cache-Control", "no-store")
          .result(Json.MAPPER.writeValueAsBytes(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "cannot write " + value.getClass().getSimpleName() + " as JSON", e);
    }
  }

  /** Answers with a problem and its status. */
  static void problem(Context context, Problem problem) {
    json(context.status(problem.status()), problem);
  }

  /**
   * A whole number from the query.
   *
   * @param name of the parameter
   * @param otherwise when it is not given
   * @param most the largest that is allowed; 1 is the smallest
   * @throws Problem.Refused when it is no number or out of range
   */
  static int number(Context context, String name, int otherwise, int most) {
    String text = context.queryParam(name);
    if (text == null || text.isBlank()) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(text.strip());
      if (number >= 1 && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // The same answer as for a number that is out of range.
    }
    throw new Problem.Refused(400, "`" + name + "` must be a whole number from 1 to " + most, name);
  }
}
