package io.tocsin.backtest.chart;

import io.tocsin.alert.spike.Assessment;
import io.tocsin.alert.spike.CountReplay.Episode;
import io.tocsin.alert.spike.CountReplay.Step;
import io.tocsin.backtest.CountTrial;
import io.tocsin.backtest.TextReport;
import io.tocsin.backtest.chart.Picture.Band;
import io.tocsin.backtest.chart.Picture.Frame;
import io.tocsin.backtest.chart.Picture.Mark;
import io.tocsin.backtest.chart.Picture.Point;
import io.tocsin.backtest.chart.Picture.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the charts of a series of counts show: each window against what was expected of it. */
final class CountPictures {
  private static final String SEVERITY = "warning";

  private final CountTrial trial;
  private final CountTrial.Result result;

  CountPictures(CountTrial trial, CountTrial.Result result) {
    this.trial = trial;
    this.result = result;
  }

  /** The picture of one episode. */
  Picture of(Episode episode) {
    Duration window = trial.rule().window();
    Instant resolved = episode.resolved();
    Instant end = resolved == null ? result.steps().get(result.steps().size() - 1).at() : resolved;
    Duration air = window.multipliedBy(6).plus(Duration.between(episode.opened(), end));
    Span whole = new Span(episode.opened().minus(air), end.plus(air));
    List<Point> line = new ArrayList<>();
    List<Band> band = new ArrayList<>();
    for (Step step : result.steps()) {
      if (!step.at().isBefore(whole.start()) && !step.at().isAfter(whole.end())) {
        line.add(new Point(step.at(), step.assessment().observed()));
        band.add(band(step.at(), step.assessment()));
      }
    }
    Span opening = new Span(episode.opened().minus(window), episode.opened());
    return new Picture(
        result.series().name(),
        subtitle(episode),
        SEVERITY,
        "counts in " + TextReport.span(window),
        line,
        null,
        band,
        new Frame(whole, opening),
        List.of(new Span(episode.opened(), end)),
        marks(episode),
        List.of());
  }

  private static Band band(Instant at, Assessment now) {
    return new Band(
        at,
        Math.max(0, now.expected() - now.spread()),
        now.expected(),
        now.expected() + now.spread());
  }

  private String subtitle(Episode episode) {
    Assessment opening = episode.opening();
    return String.format(
        Locale.ROOT,
        "%s UTC · %s · %,d, expected %.1f ± %.1f, score %.1f",
        episode.opened().toString().substring(0, 16).replace('T', ' '),
        trial.name(),
        opening.observed(),
        opening.expected(),
        opening.spread(),
        opening.score());
  }

  private static List<Mark> marks(Episode episode) {
    List<Mark> marks = new ArrayList<>(List.of(new Mark(episode.opened(), "opened")));
    Instant resolved = episode.resolved();
    if (resolved != null) {
      marks.add(new Mark(resolved, "resolved"));
    }
    return marks;
  }
}
