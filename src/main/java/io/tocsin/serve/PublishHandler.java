package io.tocsin.serve;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.tocsin.ingest.IntakeAnswer;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;

/**
 * {@code POST /api/v1/articles}: one article, an array of them, or one per line; an answer for
 * each.
 */
final class PublishHandler implements Handler {
  /** Largest request in bytes. */
  static final int MAX_BODY = 16 * 1_048_576;

  private static final Set<String> TYPES =
      Set.of("application/json", "application/x-ndjson", "application/ndjson", "application/jsonl");

  private final Intake intake;

  PublishHandler(Intake intake) {
    this.intake = intake;
  }

  @Override
  public void handle(Context context) throws IOException {
    // The header itself: the server's own reading of it fails on a charset that does not exist.
    String type = context.header("Content-Type");
    // A form or text/plain could be sent by any page without the browser asking first.
    if (type == null || !TYPES.contains(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))) {
      throw new Problem.Refused(
          415, "send application/json or application/x-ndjson", "Content-Type");
    }
    IntakeAnswer answer = intake.accept(body(context), type);
    context.status(answer.status());
    Answers.json(context, answer);
  }

  /** The body, read with a limit of our own: a chunked request names no length. */
  private static byte[] body(Context context) throws IOException {
    byte[] body =
        context.contentLength() > MAX_BODY
            ? null
            : context.req().getInputStream().readNBytes(MAX_BODY + 1);
    if (body == null || body.length > MAX_BODY) {
      throw new Problem.Refused(
          413, "a request may have 16 MB; send the articles in smaller parts", null);
    }
    return body;
  }
}
