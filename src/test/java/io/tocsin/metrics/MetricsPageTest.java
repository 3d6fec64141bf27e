package io.tocsin.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Holds {@code docs/metrics.md} to what is really exported: each row of its tables is {@code |
 * `name` | labels | …}.
 */
class MetricsPageTest {
  private static final Pattern ROW =
      Pattern.compile("^\\| `(tocsin_[a-z_]+)` \\| ([^|]*)\\|", Pattern.MULTILINE);
  private static final Pattern FAMILY =
      Pattern.compile("^# TYPE (tocsin_\\S+) (\\S+)$", Pattern.MULTILINE);
  private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"");

  @Test
  void everyMeterIsOnThePageAndEveryNameOnThePageIsAMeter() throws IOException {
    String page = page();

    try (Meters meters = exercised()) {
      Set<String> exported = new TreeSet<>();
      Matcher family = FAMILY.matcher(meters.scrape(null));
      while (family.find()) {
        exported.add(family.group(1));
      }
      Set<String> documented =
          ROW.matcher(page)
              .results()
              .map(row -> row.group(1))
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(documented).isEqualTo(exported);
    }
  }

  @Test
  void theLabelsOnThePageAreTheLabelsOfTheMeter() throws IOException {
    String page = page();

    try (Meters meters = exercised()) {
      String scrape = meters.scrape(null);
      Matcher row = ROW.matcher(page);
      while (row.find()) {
        Set<String> labels = new TreeSet<>();
        scrape
            .lines()
            .filter(line -> line.matches(row.group(1) + "(_bucket|_count|_sum)?\\{.*"))
            .forEach(
                line -> LABEL.matcher(line).results().forEach(label -> labels.add(label.group(1))));
        labels.remove("le");
        Set<String> documented = new TreeSet<>();
        Matcher label = Pattern.compile("`([a-z_]+)`").matcher(row.group(2));
        while (label.find()) {
          documented.add(label.group(1));
        }
        assertThat(documented).as(row.group(1)).isEqualTo(labels);
      }
    }
  }

  @Test
  void everyMeterOfTheHouseFollowsTheNamingOfPrometheus() {
    try (Meters meters = exercised()) {
      Matcher family = FAMILY.matcher(meters.scrape(null));
      while (family.find()) {
        boolean counter = family.group(2).equals("counter");
        assertThat(family.group(1).endsWith("_total")).as(family.group(1)).isEqualTo(counter);
        assertThat(family.group(2)).as(family.group(1)).isNotEqualTo("summary");
      }
    }
  }

  private static Meters exercised() {
    Meters meters = new Meters("1.2.3");
    meters.readOpenAlerts(() -> 0);
    meters.readSseClients(() -> 0);
    meters.readSearch(() -> 0, () -> 0, () -> 0);
    meters.flow().alert(MetersTest.alert("rule"));
    meters.feeds().expect("ok");
    meters.feeds().polled("a-feed", "ok", true, Duration.ofMillis(1));
    meters.http().answered("/", "GET", 200, Duration.ofMillis(1));
    meters.deliveries().sink("desk", () -> 0);
    return meters;
  }

  private static String page() throws IOException {
    return Files.readString(Path.of("docs", "metrics.md"));
  }
}
