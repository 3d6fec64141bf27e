package io.tocsin.backtest;

import io.tocsin.alert.spike.CountReplay.Point;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A plain series of counts from a CSV file with the columns {@code timestamp} and {@code value}:
 * one bin a line, in order of time, gzipped or not. Times are RFC 3339, or {@code YYYY-MM-DD
 * HH:MM:SS} in UTC.
 *
 * @param name of the file, without .gz
 * @param points the bins
 * @param written each bin's time as the file writes it
 */
public record CountSeries(String name, List<Point> points, List<String> written) {
  private static final DateTimeFormatter PLAIN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);

  /** Makes the lists immutable. */
  public CountSeries {
    points = List.copyOf(points);
    written = List.copyOf(written);
  }

  /**
   * The series of a file, or of all files {@code *.csv} and {@code *.csv.gz} of a folder in order
   * of name.
   *
   * @param width of a bin; null for the most frequent distance of two bins
   * @throws IOException when something is wrong; the message names file, line and what is right
   */
  public static List<CountSeries> read(Path path, @Nullable Duration width) throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of(readFile(path, width));
    }
    List<Path> files;
    try (Stream<Path> entries = Files.list(path)) {
      files = entries.filter(file -> file.toString().matches(".*\\.csv(\\.gz)?")).sorted().toList();
    }
    if (files.isEmpty()) {
      throw new IOException(path + ": the folder has no file that ends in .csv or .csv.gz");
    }
    List<CountSeries> all = new ArrayList<>();
    for (Path file : files) {
      all.add(readFile(file, width));
    }
    return all;
  }

  private static CountSeries readFile(Path file, @Nullable Duration width) throws IOException {
    try (BufferedReader lines = open(file)) {
      Rows rows = new Rows(file.toString());
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        rows.add(line);
      }
      return rows.series(String.valueOf(file.getFileName()).replaceFirst("\\.gz$", ""), width);
    } catch (NoSuchFileException e) {
      throw new IOException(file + ": no such file or folder", e);
    } catch (CharacterCodingException e) {
      throw new IOException(file + ": is not UTF-8; save it with that encoding", e);
    }
  }

  private static BufferedReader open(Path file) throws IOException {
    BufferedInputStream raw = new BufferedInputStream(Files.newInputStream(file));
    raw.mark(2);
    boolean gzip = raw.read() == 0x1F && raw.read() == 0x8B;
    raw.reset();
    InputStream in = gzip ? new GZIPInputStream(raw) : raw;
    return new BufferedReader(
        new InputStreamReader(
            in, StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)));
  }

  /** The lines of one file so far. */
  private static final class Rows {
    private final String file;
    private final List<Instant> times = new ArrayList<>();
    private final List<Long> values = new ArrayList<>();
    private final List<String> written = new ArrayList<>();
    private int line;
    private int timeColumn = -1;
    private int valueColumn = -1;

    Rows(String file) {
      this.file = file;
    }

    void add(String text) throws IOException {
      line++;
      String row = line == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
      if (row.isBlank()) {
        return;
      }
      List<String> cells =
          Stream.of(row.split(",", -1)).map(cell -> cell.strip().replace("\"", "")).toList();
      if (timeColumn < 0) {
        head(cells);
        return;
      }
      if (cells.size() <= Math.max(timeColumn, valueColumn)) {
        throw wrong("has " + cells.size() + " columns; write a time, a comma and a number");
      }
      times.add(time(cells.get(timeColumn)));
      values.add(value(cells.get(valueColumn)));
      written.add(cells.get(timeColumn));
    }

    private void head(List<String> cells) throws IOException {
      timeColumn = cells.indexOf("timestamp");
      valueColumn = cells.indexOf("value");
      if (timeColumn < 0 || valueColumn < 0) {
        throw wrong("is no head; the first line must name the columns: timestamp,value");
      }
    }

    private Instant time(String text) throws IOException {
      Instant time;
      try {
        String plain = text.replaceFirst("\\.\\d+$", "");
        time =
            plain.length() == 19 && plain.charAt(10) == ' '
                ? LocalDateTime.parse(plain, PLAIN).toInstant(ZoneOffset.UTC)
                : DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
      } catch (DateTimeException e) {
        throw wrong(
            "'" + text + "' is no time; write 2015-02-26 21:42:53 or 2015-02-26T21:42:53Z", e);
      }
      if (!times.isEmpty() && time.isBefore(times.get(times.size() - 1))) {
        throw wrong(text + " comes after a later time; sort the lines by time");
      }
      return time;
    }

    private long value(String text) throws IOException {
      try {
        double value = Double.parseDouble(text);
        if (value >= 0 && value == Math.rint(value) && value < 1e15) {
          return (long) value;
        }
      } catch (NumberFormatException e) {
        throw wrong("'" + text + "' is no number; a count is 0, 1, 2 …", e);
      }
      throw wrong("'" + text + "' is no count; write a whole number that is not negative");
    }

    CountSeries series(String name, @Nullable Duration given) throws IOException {
      if (times.isEmpty()) {
        throw new IOException(
            file + ": holds no counts; it needs the head timestamp,value and a line for each bin");
      }
      Duration width = given == null ? mostFrequentGap() : given;
      if (width == null) {
        throw new IOException(
            file + ": one bin does not tell how long bins are; say it, as in --bin 5m");
      }
      List<Point> points = new ArrayList<>();
      for (int i = 0; i < times.size(); i++) {
        points.add(new Point(times.get(i), values.get(i), width));
      }
      return new CountSeries(name, points, written);
    }

    /** The shortest of them when several are as frequent. */
    private @Nullable Duration mostFrequentGap() {
      Map<Duration, Integer> gaps = new HashMap<>();
      for (int i = 1; i < times.size(); i++) {
        gaps.merge(Duration.between(times.get(i - 1), times.get(i)), 1, Integer::sum);
      }
      gaps.remove(Duration.ZERO);
      return gaps.entrySet().stream()
          .min(
              Map.Entry.<Duration, Integer>comparingByValue()
                  .reversed()
                  .thenComparing(Map.Entry.comparingByKey()))
          .map(Map.Entry::getKey)
          .orElse(null);
    }

    private IOException wrong(String problem) {
      return wrong(problem, null);
    }

    private IOException wrong(String problem, @Nullable Throwable cause) {
      return new IOException(file + ":" + line + ": " + problem, cause);
    }
  }
}
