package io.tocsin.backtest;

import io.tocsin.model.Alert;
import io.tocsin.model.Alert.Cause;
import io.tocsin.model.Alert.Observed;
import io.tocsin.model.Alert.State;
import io.tocsin.model.Evidence;
import io.tocsin.model.Measure;
import io.tocsin.model.Severity;
import io.tocsin.model.Span;
import io.tocsin.model.SubjectRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Alerts made by hand; minutes count from a fixed morning. */
public final class Made {
  private static final Instant MORNING = Instant.parse("2026-03-02T06:00:00Z");

  private Made() {}

  /** So many minutes after six in the morning. */
  public static Instant minute(long minutes) {
    return MORNING.plusSeconds(60 * minutes);
  }

  /** An alert that opened in a minute and ended after so many. */
  public static History history(String id, String subject, long opened, long lasted) {
    return new History(
        List.of(
            record(id, subject, State.OPENED, opened, null),
            record(id, subject, State.RESOLVED, opened + lasted, minute(opened + lasted))));
  }

  /** One record. */
  public static Alert record(
      String id, String subject, State state, long at, @Nullable Instant endsAt) {
    Instant start = endsAt == null ? minute(at) : minute(at - 60);
    return new Alert(
        id,
        state,
        state == State.RESOLVED ? Cause.BELOW : Cause.SCORE,
        "surge",
        1,
        new SubjectRef("person/" + subject, subject, "person"),
        Severity.WARNING,
        Map.of(),
        start,
        minute(at),
        endsAt,
        new Alert.Window(minute(at - 60), minute(at)),
        state == State.RESOLVED ? 2 : 1,
        new Observed(9, 8, 7, 10),
        Measure.VOICES,
        5,
        null,
        null,
        null,
        List.of(evidence(at)),
        9,
        1,
        subject
            + ": 9 articles, 8 stories and 7 voices in 1 h"
            + (state == State.RESOLVED ? "; ended" : "; rule surge asks for 5 voices"));
  }

  /** An article whose title would be markup if nobody escaped it. */
  private static Evidence evidence(long at) {
    return new Evidence(
        "a" + at,
        "<script>alert(1)</script> & \"more\"",
        "https://paper.example/a?x=1&y=2",
        "paper.example",
        minute(at),
        "Kim met them.",
        List.of(new Span(0, 3)));
  }
}
