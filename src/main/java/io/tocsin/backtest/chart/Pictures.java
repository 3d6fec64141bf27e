package io.tocsin.backtest.chart;

import io.tocsin.alert.Curve;
import io.tocsin.backtest.History;
import io.tocsin.backtest.Replay;
import io.tocsin.backtest.chart.Picture.Exhibit;
import io.tocsin.backtest.chart.Picture.Mark;
import io.tocsin.backtest.chart.Picture.Point;
import io.tocsin.backtest.chart.Picture.Spans;
import io.tocsin.model.Alert;
import io.tocsin.model.Condition;
import io.tocsin.model.Evidence;
import io.tocsin.model.Rule;
import io.tocsin.model.Watchlist;
import java.time.Duration;
import java.time.Instant;
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
    Spans spans = spans(history, window);
    String series = series(last);
    List<Point> line =
        Curve.of(replay.panes(series), series, last.measure(), window, spans.from(), spans.to())
            .stream()
            .map(step -> new Point(step.at(), step.value()))
            .toList();
    return new Picture(
        last.subject().name(),
        last.rule() + " (" + last.severity().word() + "): " + last.summary(),
        last.severity().word(),
        last.measure().word()
            + " in "
            + window.toString().substring(2).toLowerCase(java.util.Locale.ROOT),
        line,
        last.expected(),
        List.of(),
        spans,
        history.records().stream()
            .map(record -> new Mark(record.changedAt(), record.state().word()))
            .toList(),
        history.evidence().stream().map(Pictures::exhibit).toList());
  }

  /** Enough of the quiet before and after to see that it was quiet. */
  private static Spans spans(History history, Duration window) {
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
    return new Spans(
        start.minus(air),
        start.plus(shown).plus(air),
        first.window().start(),
        first.window().end(),
        first.startsAt(),
        ended);
  }

  /** A threshold looks at its subject's own series, any other rule at one of its own. */
  private String series(Alert alert) {
    Rule rule = rules.get(alert.rule());
    @Nullable Condition when = rule == null ? null : rule.when();
    boolean ofSubject = when instanceof Condition.Threshold || when instanceof Condition.Spike;
    return ofSubject ? alert.subject().id() : alert.rule() + ">" + alert.subject().id();
  }

  private static Exhibit exhibit(Evidence evidence) {
    String title = evidence.title() == null ? evidence.snippet() : evidence.title();
    return new Exhibit(
        evidence.publishedAt(),
        evidence.publisher() + ": " + title + " (" + evidence.publishedAt() + ")",
        evidence.url());
  }
}
