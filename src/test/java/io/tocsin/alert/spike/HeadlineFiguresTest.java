package io.tocsin.alert.spike;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.fixtures.RealNews;
import io.tocsin.model.Article;
import io.tocsin.model.Condition.Spike;
import io.tocsin.model.pane.Minutes;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Half a year of headlines: known events are found soon, frequent word pairs seldom open anything.
 * Shipped defaults; stories are titles, voices are sources, an episode a day at most.
 */
class HeadlineFiguresTest {
  private static final String FILE = "headlines-2022.jsonl.gz";

  /** A mention of a watched thing. */
  private record Heard(long minute, String source) {}

  /** What is watched, with what was heard of it. */
  private static final class Watched {
    private final Pattern pattern;
    private final Set<String> titles = new HashSet<>();
    private final List<Heard> heard = new ArrayList<>();
    private final History history = new History();
    private final List<Long> opened = new ArrayList<>();

    Watched(String pattern) {
      this.pattern = Pattern.compile(pattern);
    }

    boolean hears(long minute, String source, String title) {
      if (!pattern.matcher(title).find() || !titles.add(title)) {
        return false;
      }
      history.add(minute, 1);
      return heard.add(new Heard(minute, source));
    }

    void judge(long minute, Volume volume, SpikeTest test) {
      long day = Math.floorDiv(minute, 1_440L);
      if (!opened.isEmpty() && Math.floorDiv(opened.get(opened.size() - 1), 1_440L) == day) {
        return;
      }
      heard.removeIf(one -> one.minute() <= minute - 1_440);
      SpikeTest.Seen seen =
          new SpikeTest.Seen() {
            @Override
            public long observed(long length) {
              return heard.stream().filter(one -> one.minute() > minute - length).count();
            }

            @Override
            public long voices(long length) {
              return heard.stream()
                  .filter(one -> one.minute() > minute - length)
                  .map(Heard::source)
                  .distinct()
                  .count();
            }
          };
      if (test.assess(history, volume, minute, seen).standsOut()) {
        opened.add(minute);
      }
    }
  }

  @Test
  void eventsAreFoundAndFrequentPairsStayQuiet() throws IOException {
    // Given
    List<String[]> events =
        Files.readAllLines(RealNews.file("known-events.tsv")).stream()
            .map(line -> line.split("\t", -1))
            .filter(cells -> cells[0].equals("headlines-2022"))
            .toList();
    List<String> pairs = Files.readAllLines(RealNews.file("frequent-pairs.txt"));
    List<Watched> watched = new ArrayList<>();
    events.forEach(cells -> watched.add(new Watched(cells[3])));
    pairs.forEach(pair -> watched.add(new Watched("\\b" + Pattern.quote(pair) + "\\b")));
    TreeMap<Long, List<Article>> byMinute = new TreeMap<>();
    RealNews.forEach(
        FILE,
        article ->
            byMinute
                .computeIfAbsent(
                    minute(String.valueOf(article.publishedAt())), m -> new ArrayList<>())
                .add(article));

    // When
    listen(byMinute, watched);

    // Then
    int inSix = 0;
    int inTwo = 0;
    for (int i = 0; i < events.size(); i++) {
      long first = minute(events.get(i)[8]);
      long fifth = minute(events.get(i)[9]);
      long found =
          watched.get(i).opened.stream()
              .filter(at -> at >= first)
              .findFirst()
              .orElse(Long.MAX_VALUE);
      inSix += found <= fifth + 360 ? 1 : 0;
      inTwo += found <= fifth + 120 ? 1 : 0;
    }
    double days = (byMinute.lastKey() - byMinute.firstKey()) / 1_440.0;
    List<Watched> quiet = watched.subList(events.size(), watched.size());
    double rate = quiet.stream().mapToInt(one -> one.opened.size()).sum() / days / quiet.size();
    long backlog =
        quiet.stream()
            .flatMap(one -> one.opened.stream())
            .filter(
                at -> at >= minute("2022-09-24T00:00:00Z") && at < minute("2022-09-26T00:00:00Z"))
            .count();
    System.out.printf(
        Locale.ROOT,
        "Headlines: %d of %d events within 6 h, %d within 2 h, %.4f episodes per pair and day%n",
        inSix,
        events.size(),
        inTwo,
        rate);
    assertThat(inSix).isGreaterThanOrEqualTo(16);
    assertThat(inTwo).isGreaterThanOrEqualTo(13);
    assertThat(rate).isLessThanOrEqualTo(0.008);
    assertThat(backlog).isZero();
  }

  private static void listen(Map<Long, List<Article>> byMinute, List<Watched> watched) {
    History all = new History();
    Volume volume = new Volume(all);
    SpikeTest test = new SpikeTest(Spike.DEFAULT);
    byMinute.forEach(
        (minute, articles) -> {
          all.add(minute, articles.size());
          Set<Integer> changed = new TreeSet<>();
          for (Article article : articles) {
            String title = String.valueOf(article.title()).toLowerCase(Locale.ROOT);
            for (int i = 0; i < watched.size(); i++) {
              if (watched.get(i).hears(minute, String.valueOf(article.source()), title)) {
                changed.add(i);
              }
            }
          }
          changed.forEach(i -> watched.get(i).judge(minute, volume, test));
        });
  }

  private static long minute(String time) {
    return Minutes.of(Instant.parse(time));
  }
}
