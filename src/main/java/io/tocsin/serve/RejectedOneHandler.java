package io.tocsin.serve;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.tocsin.serve.rejected.RejectedPlace;
import io.tocsin.serve.rejected.RejectedRecord;
import io.tocsin.serve.rejected.RejectedRecords;
import io.tocsin.serve.rejected.RejectedView;

/** {@code GET /api/v1/rejected/{partition}/{offset}}: one refused record with all its bytes. */
final class RejectedOneHandler implements Handler {
  private final RejectedRecords rejected;

  RejectedOneHandler(RejectedRecords rejected) {
    this.rejected = rejected;
  }

  @Override
  public void handle(Context context) {
    Answers.json(context, RejectedView.whole(find(context, rejected)));
  }

  /**
   * The record that the path names.
   *
   * @throws Problem.Refused when there is none
   */
  static RejectedRecord find(Context context, RejectedRecords rejected) {
    return RejectedPlace.parse(context.pathParam("partition") + "/" + context.pathParam("offset"))
        .flatMap(rejected::find)
        .orElseThrow(
            () ->
                new Problem.Refused(
                    404,
                    "no refused record lies there, or it is older than what is kept",
                    "offset"));
  }
}
