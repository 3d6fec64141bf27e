package io.tocsin.serve;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.tocsin.serve.rejected.RejectedRecord;
import io.tocsin.serve.rejected.RejectedRecords;

/**
 * {@code POST /api/v1/rejected/{partition}/{offset}/replay}: sends the original bytes of a refused
 * record to the topic of articles again. The body is not read; what is asked for stands in the
 * path.
 */
final class ReplayHandler implements Handler {
  private final RejectedRecords rejected;

  ReplayHandler(RejectedRecords rejected) {
    this.rejected = rejected;
  }

  @Override
  public void handle(Context context) {
    String type = context.header("Content-Type");
    // A form or text/plain could be sent by any page without the browser asking first.
    if (type == null || !type.split(";", 2)[0].strip().equalsIgnoreCase("application/json")) {
      throw new Problem.Refused(415, "send application/json", "Content-Type");
    }
    RejectedRecord record = RejectedOneHandler.find(context, rejected);
    try {
      RejectedRecords.Sent sent = rejected.replay(record);
      Answers.json(context.status(202), new Answer(record.place().toString(), sent));
    } catch (RejectedRecords.LostBytesException e) {
      throw new Problem.Refused(409, String.valueOf(e.getMessage()), null);
    }
  }

  /**
   * The answer.
   *
   * @param replayOf the refused record; what is refused again carries it as {@code replayOf}
   * @param sent where the new record lies
   */
  record Answer(String replayOf, RejectedRecords.Sent sent) {}
}
