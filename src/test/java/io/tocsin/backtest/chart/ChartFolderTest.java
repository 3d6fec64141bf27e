package io.tocsin.backtest.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.alert.spike.CountReplay.Episode;
import io.tocsin.alert.spike.CountReplay.Point;
import io.tocsin.backtest.CountSeries;
import io.tocsin.backtest.CountTrial;
import io.tocsin.backtest.History;
import io.tocsin.backtest.Made;
import io.tocsin.backtest.Period;
import io.tocsin.backtest.Replay;
import io.tocsin.model.Alert.State;
import io.tocsin.model.Watchlist;
import io.tocsin.topology.CompiledWatchlist;
import io.tocsin.topology.FlowSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** Charts are whole documents for light and dark, whatever titles of others say. */
class ChartFolderTest {
  @TempDir private Path folder;

  @Test
  void everyAlertHasAChartAndThePageShowsItAll() throws Exception {
    // Given
    History ended = Made.history("1111111111", "kim", 0, 60);
    History open = new History(List.of(Made.record("2222222222", "xi", State.OPENED, 90, null)));

    // When
    String said = ChartFolder.write(folder, List.of(ended, open), replay(), Watchlist.EMPTY);

    // Then
    assertThat(said).isEqualTo("2 charts: see " + folder.resolve("index.html"));
    assertThat(names())
        .containsExactly(
            "2026-03-02-surge-11111111.svg", "2026-03-02-surge-22222222.svg", "index.html");
    String page = read("index.html");
    assertThat(page)
        .contains("src=\"2026-03-02-surge-11111111.svg\"", "2 alerts from 2026-03-02")
        .contains("prefers-color-scheme:dark", "default-src 'none'")
        .doesNotContain("<script");
    Document chart = parsed("2026-03-02-surge-11111111.svg");
    assertThat(chart.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("kim");
    assertThat(read("2026-03-02-surge-11111111.svg"))
        .contains("prefers-color-scheme:dark", "asked for 5", ">opened<", ">resolved<");
  }

  @Test
  void titlesOfOthersStayText() throws Exception {
    // When
    ChartFolder.write(
        folder, List.of(Made.history("1111111111", "a<b\u202E", 0, 60)), replay(), Watchlist.EMPTY);

    // Then
    String name = "2026-03-02-surge-11111111.svg";
    assertThat(read(name)).doesNotContain("<script", "a<b", "\u202E").contains("a&lt;b");
    Document chart = parsed(name);
    assertThat(chart.getElementsByTagName("script").getLength()).isZero();
    assertThat(chart.getElementsByTagName("a").getLength()).isEqualTo(2);
  }

  @Test
  void noAlertStillGivesAPage() throws IOException {
    assertThat(ChartFolder.write(folder, List.of(), replay(), Watchlist.EMPTY))
        .startsWith("0 charts");
    assertThat(read("index.html")).contains("No alert.");
  }

  @Test
  void episodesOfCountsAreDrawnAgainstWhatWasExpected() throws Exception {
    // Given
    List<Point> points = new ArrayList<>();
    List<String> written = new ArrayList<>();
    for (int hour = 0; hour < 24 * 30; hour++) {
      points.add(new Point(Made.minute(60L * hour), hour == 600 ? 400 : 3, Duration.ofHours(1)));
      written.add("bin " + hour);
    }
    CountSeries series = new CountSeries("a b/c.csv", points, written);

    // When
    CountTrial.Result result = CountTrial.DEFAULT.run(series);
    ChartFolder.write(folder, CountTrial.DEFAULT, List.of(result));

    // Then
    assertThat(result.episodes()).extracting(Episode::opened).containsExactly(points.get(600).at());
    assertThat(names()).containsExactly("2026-03-27T060000-a-b-c.csv.svg", "index.html");
    assertThat(read("2026-03-27T060000-a-b-c.csv.svg")).contains("class=\"band\"");
    assertThat(parsed("2026-03-27T060000-a-b-c.csv.svg")).isNotNull();
  }

  private static Replay replay() {
    FlowSettings settings =
        new FlowSettings(
            "news.",
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            1_000_000,
            Duration.ofDays(7),
            Duration.ofDays(35),
            List.of(),
            true);
    return new Replay(
        settings,
        CompiledWatchlist.of(Watchlist.EMPTY),
        Period.always(Period.By.EVENT),
        4,
        alert -> {});
  }

  private String read(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  private Document parsed(String name)
      throws IOException, ParserConfigurationException, SAXException {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(read(name).getBytes(StandardCharsets.UTF_8)));
  }
}
