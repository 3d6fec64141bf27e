package io.tocsin.backtest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.alert.spike.Assessment;
import io.tocsin.alert.spike.CountReplay.Change;
import io.tocsin.alert.spike.CountReplay.Episode;
import io.tocsin.alert.spike.CountReplay.Step;
import io.tocsin.wire.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a spike rule made of series of counts, as lines for people and for other programs. */
public final class CountLines {
  /** Head of {@link #csv}; file and time alone are what scorers of detections ask for. */
  public static final String CSV_HEAD = "file,timestamp,observed,expected,spread,score,coverage";

  private CountLines() {}

  /** A line per episode with the time as the file writes it, then the sum. */
  public static List<String> text(List<CountTrial.Result> results) {
    List<String> lines = new ArrayList<>();
    long episodes = 0;
    long bins = 0;
    int widest =
        results.stream().mapToInt(result -> result.series().name().length()).max().orElse(1);
    for (CountTrial.Result result : results) {
      for (Episode episode : result.episodes()) {
        lines.add(line(result.series(), episode, widest));
      }
      episodes += result.episodes().size();
      bins += result.series().points().size();
    }
    lines.add(
        String.format(
            Locale.ROOT, "%,d bins in %,d series: %,d alerts", bins, results.size(), episodes));
    return lines;
  }

  private static String line(CountSeries series, Episode episode, int widest) {
    Assessment opening = episode.opening();
    Instant resolved = episode.resolved();
    return String.format(
        Locale.ROOT,
        "%s  %-" + widest + "s  %,d, expected %.1f ± %.1f, score %.1f; height %,d; %s",
        episode.opened().toString().substring(0, 16).replace('T', ' '),
        series.name(),
        opening.observed(),
        opening.expected(),
        opening.spread(),
        opening.score(),
        episode.peak().observed(),
        resolved == null
            ? "still open"
            : "over after " + TextReport.span(Duration.between(episode.opened(), resolved)));
  }

  /** A line under {@link #CSV_HEAD} for each bin that opened an episode. */
  public static List<String> csv(CountTrial.Result result) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < result.steps().size(); i++) {
      if (result.steps().get(i).change() == Change.OPENED) {
        Assessment now = result.steps().get(i).assessment();
        lines.add(
            AlertLines.csv(
                List.of(
                    result.series().name(),
                    result.series().written().get(i),
                    now.observed(),
                    rounded(now.expected()),
                    rounded(now.spread()),
                    rounded(now.score()),
                    rounded(now.coverage()))));
      }
    }
    return lines;
  }

  /** A JSON object for each bin that changed an episode. */
  public static List<String> json(CountTrial.Result result) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < result.steps().size(); i++) {
      Step step = result.steps().get(i);
      @Nullable Change change = step.change();
      if (change != null) {
        lines.add(json(result.series(), i, step, change));
      }
    }
    return lines;
  }

  private static String json(CountSeries series, int bin, Step step, Change change) {
    Assessment now = step.assessment();
    ObjectNode line = Json.MAPPER.createObjectNode();
    line.put("file", series.name());
    line.put("timestamp", series.written().get(bin));
    line.put("at", step.at().toString());
    line.put("state", change.name().toLowerCase(Locale.ROOT));
    line.put("observed", now.observed());
    line.put("expected", now.expected());
    line.put("spread", now.spread());
    line.put("score", now.score());
    line.put("needed", now.needed());
    line.put("coverage", now.coverage());
    line.put("method", now.method().word());
    try {
      return Json.MAPPER.writeValueAsString(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can always be written as JSON", e);
    }
  }

  private static String rounded(double number) {
    return String.format(Locale.ROOT, "%.3f", number);
  }
}
