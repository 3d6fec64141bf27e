package io.tocsin.backtest.chart;

import io.tocsin.alert.Curve;
import io.tocsin.backtest.History;
import io.tocsin.backtest.Replay;
import io.tocsin.backtest.TextReport;
import io.tocsin.backtest.chart.Picture.Band;
import io.tocsin.backtest.chart.Picture.Exhibit;
import io.tocsin.backtest.chart.Picture.Frame;
import io.tocsin.backtest.chart.Picture.Mark;
import io.tocsin.backtest.chart.Picture.Point;
import io.tocsin.backtest.chart.Picture.Span;
import io.tocsin.model.Alert;
import io.tocsin.model.Alert.State;
import io.tocsin.model.Condition;
import io.tocsin.model.Evidence;
import io.tocsin.model.Rule;
import io.tocsin.model.Watchlist;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the charts of a run's alerts show. */
final class Pictures {
  /** An episode of weeks is shown by its beginning: its end has a record of its own. */
  private static final Duration LONGEST = Duration.ofDays(7);

  private final Replay replay;
  private final Map<String, Rule> rules = new HashMap<>();

  Pictures(Replay replay, Watchlist watchlist) {
    this.replay = replay;
    watchlist.rules().forEach(rule -> rules.put(rule.id(), rule));
  }

  /** The picture of one alert. */
  Picture of(History history) {
    Alert last = history.last();
    Duration window = Duration.between(last.window().start(), last.window().end());
    Frame frame = frame(history, window);
    boolean spike = condition(last) instanceof Condition.Spike;
    String series = series(last);
    List<Point> line =
        Curve.of(
                replay.panes(series),
                series,
                last.measure(),
                window,
                frame.whole().start(),
                frame.whole().end())
            .stream()
            .map(step -> new Point(step.at(), step.value()))
            .toList();
    return new Picture(
        last.subject().name(),
        subtitle(history),
        last.severity().word(),
        last.measure().word() + " in " + TextReport.span(window),
        line,
        spike ? null : last.expected(),
        spike ? expected(frame.whole(), last.expected()) : List.of(),
        frame,
        open(history, frame.whole().end()),
        history.records().stream().map(Pictures::mark).toList(),
        history.evidence().stream().map(Pictures::exhibit).toList());
  }

  private static String subtitle(History history) {
    Alert last = history.last();
    return String.join(
        " · ",
        history.openedAt().toString().substring(0, 16).replace('T', ' ') + " UTC",
        last.rule(),
        last.severity().word(),
        TextReport.numbers(last));
  }

  /** Enough of the quiet before and after to see that it was quiet. */
  private static Frame frame(History history, Duration window) {
    Alert first = history.first();
    Instant ended = history.endedAt();
    Instant start =
        first.startsAt().isBefore(first.window().start())
            ? first.startsAt()
            : first.window().start();
    Instant end = ended == null ? history.last().changedAt() : ended;
    Duration length = Duration.between(start, end);
    Duration shown = length.compareTo(LONGEST) > 0 ? LONGEST : length;
    Duration air = window.multipliedBy(2).plus(shown.dividedBy(3));
    return new Frame(
        new Span(start.minus(air), start.plus(shown).plus(air)),
        new Span(first.window().start(), first.window().end()));
  }

  /** An alert may end and open again within its period. */
  private static List<Span> open(History history, Instant edge) {
    List<Span> spans = new ArrayList<>();
    Instant since = history.first().startsAt();
    for (Alert record : history.records()) {
      Instant end = record.endsAt();
      if (record.state() == State.RESOLVED && since != null && end != null) {
        spans.add(new Span(since, end));
        since = null;
      } else if (since == null) {
        since = record.changedAt();
      }
    }
    if (since != null) {
      spans.add(new Span(since, edge));
    }
    return spans;
  }

  private static Mark mark(Alert record) {
    String word =
        switch (record.state()) {
          case OPENED, RESOLVED -> record.state().word();
          case UPDATED -> record.reason() == Alert.Cause.ESCALATED ? "" : "again";
        };
    return new Mark(record.changedAt(), word);
  }

  /** A threshold or spike looks at its subject's own series, any other rule at one of its own. */
  private String series(Alert alert) {
    @Nullable Condition when = condition(alert);
    boolean ofSubject = when != null && when.looksAtSubjects();
    return ofSubject ? alert.subject().id() : alert.rule() + ">" + alert.subject().id();
  }

  private @Nullable Condition condition(Alert alert) {
    Rule rule = rules.get(alert.rule());
    return rule == null ? null : rule.when();
  }

  private static List<Band> expected(Span whole, double expected) {
    return List.of(
        new Band(whole.start(), expected, expected, expected),
        new Band(whole.end(), expected, expected, expected));
  }

  private static Exhibit exhibit(Evidence evidence) {
    String title = evidence.title() == null ? evidence.snippet() : evidence.title();
    return new Exhibit(
        evidence.publishedAt(),
        evidence.publisher() + ": " + title + " (" + evidence.publishedAt() + ")",
        evidence.url());
  }
}
