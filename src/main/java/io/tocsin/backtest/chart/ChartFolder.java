package io.tocsin.backtest.chart;

import io.tocsin.alert.spike.CountReplay;
import io.tocsin.backtest.CountTrial;
import io.tocsin.backtest.History;
import io.tocsin.backtest.Replay;
import io.tocsin.model.Watchlist;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes the charts of a run into a folder. */
public final class ChartFolder {
  private ChartFolder() {}

  /**
   * One SVG per alert, named by its day, rule and id, and {@code index.html}, which shows them all.
   * Files of the same names are replaced, others stay.
   *
   * @param folder made when it is not there
   * @return a line that says what was written
   * @throws IOException when a file cannot be written
   */
  public static String write(
      Path folder, List<History> histories, Replay replay, Watchlist watchlist) throws IOException {
    Pictures pictures = new Pictures(replay, watchlist);
    Map<String, Picture> drawn = new LinkedHashMap<>();
    for (History history : histories) {
      drawn.put(name(history), pictures.of(history));
    }
    return write(folder, drawn);
  }

  /**
   * One SVG per episode of series of counts, and the page.
   *
   * @return a line that says what was written
   * @throws IOException when a file cannot be written
   */
  public static String write(Path folder, CountTrial trial, List<CountTrial.Result> results)
      throws IOException {
    Map<String, Picture> drawn = new TreeMap<>();
    for (CountTrial.Result result : results) {
      CountPictures pictures = new CountPictures(trial, result);
      String series = result.series().name().replaceAll("[^A-Za-z0-9._-]", "-");
      for (CountReplay.Episode episode : result.episodes()) {
        String time = episode.opened().toString().replaceAll("[^0-9T-]", "");
        drawn.put(time + "-" + series + ".svg", pictures.of(episode));
      }
    }
    return write(folder, drawn);
  }

  /** The pictures by the names of their files, and the page. */
  private static String write(Path folder, Map<String, Picture> drawn) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, Picture> entry : drawn.entrySet()) {
      Files.writeString(folder.resolve(entry.getKey()), AlertChart.of(entry.getValue()));
    }
    Files.writeString(folder.resolve("index.html"), IndexPage.of(drawn));
    int count = drawn.size();
    return count + (count == 1 ? " chart" : " charts") + ": see " + folder.resolve("index.html");
  }

  private static String name(History history) {
    String day = history.openedAt().toString().substring(0, 10);
    return day + "-" + history.first().rule() + "-" + history.first().id().substring(0, 8) + ".svg";
  }
}
