package io.tocsin.serve;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.tocsin.model.Reason;
import io.tocsin.serve.rejected.RejectedCursor;
import io.tocsin.serve.rejected.RejectedRecords;
import io.tocsin.serve.rejected.RejectedRecords.Question;
import io.tocsin.serve.rejected.RejectedView;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/v1/rejected?reason=&limit=&cursor=}: the refused records, newest first. */
final class RejectedHandler implements Handler {
  private static final int MOST = 200;

  private final RejectedRecords rejected;

  RejectedHandler(RejectedRecords rejected) {
    this.rejected = rejected;
  }

  @Override
  public void handle(Context context) {
    int limit = Answers.number(context, "limit", 50, MOST);
    RejectedRecords.Page page =
        rejected.page(new Question(reason(context), null, cursor(context), limit));
    RejectedCursor next = page.next();
    Answers.json(
        context,
        new Answer(
            page.records().stream().map(RejectedView::excerpt).toList(),
            next == null ? null : next.toString()));
  }

  private static @Nullable String reason(Context context) {
    String reason = context.queryParam("reason");
    if (reason == null || reason.isBlank()) {
      return null;
    }
    if (Arrays.stream(Reason.values()).noneMatch(known -> known.word().equals(reason))) {
      throw new Problem.Refused(
          400,
          "`reason` must be one of "
              + Arrays.stream(Reason.values()).map(Reason::word).collect(Collectors.joining(", ")),
          "reason");
    }
    return reason;
  }

  private static RejectedCursor cursor(Context context) {
    String cursor = context.queryParam("cursor");
    return cursor == null || cursor.isBlank()
        ? RejectedCursor.NEWEST
        : RejectedCursor.parse(cursor)
            .orElseThrow(
                () ->
                    new Problem.Refused(
                        400, "`cursor` must be the `next` of another page", "cursor"));
  }

  /**
   * The answer.
   *
   * @param records newest first, each with the beginning of its text
   * @param next the `cursor` of the next page; null at the end. A page may be short before the end
   */
  record Answer(List<RejectedView> records, @Nullable String next) {}
}
