package io.tocsin.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.alert.spike.CountReplay.Point;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Series of counts are read as they are written, and what is wrong is named with its line. */
class CountSeriesTest {
  private static final String HEAD = "timestamp,value\n";

  @TempDir private Path folder;

  @Test
  void binsAreReadWithTheirUsualDistance() throws IOException {
    // Given
    Path file =
        write(
            "a.csv",
            HEAD
                + "2015-02-26 21:42:53,104\n2015-02-26 21:47:53,100.0\n\n2015-02-26 21:57:53,0\n2015-02-26T22:02:53Z,3\n");

    // When
    CountSeries series = CountSeries.read(file, null).get(0);

    // Then
    assertThat(series.name()).isEqualTo("a.csv");
    assertThat(series.points()).extracting(Point::value).containsExactly(104L, 100L, 0L, 3L);
    assertThat(series.points()).extracting(Point::width).containsOnly(Duration.ofMinutes(5));
    assertThat(series.points().get(0).at()).isEqualTo(Instant.parse("2015-02-26T21:42:53Z"));
    assertThat(series.written()).contains("2015-02-26 21:42:53", "2015-02-26T22:02:53Z");
  }

  @Test
  void columnsMayStandInAnyOrderAndQuoted() throws IOException {
    // Given
    Path file = write("b.csv", "\uFEFF\"value\",\"note\",\"timestamp\"\n7,x,2015-02-26 21:42:53\n");

    // When
    CountSeries series = CountSeries.read(file, Duration.ofMinutes(1)).get(0);

    // Then
    assertThat(series.points())
        .containsExactly(
            new Point(Instant.parse("2015-02-26T21:42:53Z"), 7, Duration.ofMinutes(1)));
  }

  @Test
  void folderIsReadInOrderOfNamesGzippedOrNot() throws IOException {
    // Given
    write("b.csv", HEAD + "2015-02-26 21:42:53,1\n2015-02-26 21:47:53,1\n");
    write("notes.txt", "not a series");
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("a.csv.gz")))) {
      out.write(
          (HEAD + "2015-02-26 21:42:53,1\n2015-02-26 21:47:53,1\n")
              .getBytes(StandardCharsets.UTF_8));
    }

    // When
    List<CountSeries> all = CountSeries.read(folder, null);

    // Then
    assertThat(all).extracting(CountSeries::name).containsExactly("a.csv", "b.csv");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          time,count\\n1,2                                  | :1: is no head
          timestamp,value\\n2015-02-26 21:42:53             | :2: has 1 columns
          timestamp,value\\nyesterday,4                     | :2: 'yesterday' is no time
          timestamp,value\\n2015-02-30 21:42:53,4           | :2: '2015-02-30 21:42:53' is no time
          timestamp,value\\n2015-02-26 21:42:53,many        | :2: 'many' is no number
          timestamp,value\\n2015-02-26 21:42:53,-1          | :2: '-1' is no count
          timestamp,value\\n2015-02-26 21:42:53,1.5         | :2: '1.5' is no count
          timestamp,value\\n2015-02-26 21:42:53,1\\n2015-02-26 21:37:53,1 | :3: 2015-02-26 21:37:53 comes after a later time
          timestamp,value                                   | : holds no counts
          timestamp,value\\n2015-02-26 21:42:53,1           | : one bin does not tell how long bins are
          """)
  void whatIsWrongIsNamedWithItsLine(String content, String problem) throws IOException {
    // Given
    Path file = write("bad.csv", content.replace("\\n", "\n"));

    // When, then
    assertThatThrownBy(() -> CountSeries.read(file, null))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(file + problem);
  }

  @Test
  void missingFileIsNamed() {
    Path missing = folder.resolve("none.csv");
    assertThatThrownBy(() -> CountSeries.read(missing, null))
        .hasMessage(missing + ": no such file or folder");
  }

  private Path write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }
}
