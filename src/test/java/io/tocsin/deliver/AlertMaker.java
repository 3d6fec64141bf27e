package io.tocsin.deliver;

import io.tocsin.model.Alert;
import io.tocsin.model.Evidence;
import io.tocsin.model.Measure;
import io.tocsin.model.Severity;
import io.tocsin.model.Span;
import io.tocsin.model.SubjectRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Invented alerts. */
public final class AlertMaker {
  /** When everything happens. */
  public static final Instant NOON = Instant.parse("2024-03-04T12:00:00Z");

  private AlertMaker() {}

  /** The first record of an episode. */
  public static Alert opened(String id) {
    return change(id, 1, Alert.State.OPENED, Severity.WARNING);
  }

  /** The last record of an episode. */
  public static Alert resolved(String id, int sequence) {
    return change(id, sequence, Alert.State.RESOLVED, Severity.WARNING);
  }

  /** Any record of an episode. */
  public static Alert change(String id, int sequence, Alert.State state, Severity severity) {
    return change(id, sequence, state, severity, "Harbour closed & <locked>");
  }

  /** With a headline of its evidence and summary. */
  public static Alert change(
      String id, int sequence, Alert.State state, Severity severity, String title) {
    @Nullable Instant end = state == Alert.State.RESOLVED ? NOON.plusSeconds(600) : null;
    Evidence evidence =
        new Evidence(
            "article-" + id,
            title,
            "https://harbour-gazette.example/a/" + id,
            "harbour-gazette.example",
            NOON,
            "The harbour of Exia was closed on Monday.",
            List.of(new Span(4, 19)));
    return new Alert(
        id,
        state,
        state == Alert.State.RESOLVED ? Alert.Cause.BELOW : Alert.Cause.SCORE,
        "harbour",
        3,
        SubjectRef.of("place/exia", "Exia"),
        severity,
        Map.of("team", "desk"),
        NOON,
        NOON.plusSeconds(60L * sequence),
        end,
        new Alert.Window(NOON.minusSeconds(600), NOON),
        sequence,
        new Alert.Observed(12, 5, 4, 20),
        Measure.ARTICLES,
        10,
        null,
        null,
        null,
        List.of(evidence),
        12,
        7,
        "Exia: 12 articles in 10 minutes, 10 asked for");
  }
}
