package io.tocsin.backtest.chart;

import io.tocsin.backtest.History;
import io.tocsin.backtest.Replay;
import io.tocsin.model.Watchlist;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

  /** As {@link #write(Path, List, Replay, Watchlist)}, of pictures by the names of their files. */
  static String write(Path folder, Map<String, Picture> drawn) throws IOException {
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
