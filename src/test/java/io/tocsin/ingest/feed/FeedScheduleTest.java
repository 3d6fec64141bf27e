package io.tocsin.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** When a feed is polled next. */
class FeedScheduleTest {
  /** A Tuesday. */
  private static final Instant NOW = Instant.parse("2020-05-05T20:50:00Z");

  private static final FeedSource SOURCE = Visits.source("one", "https://news.example/feed");

  private final FeedSchedule schedule = new FeedSchedule(() -> 0);

  @Test
  void feedIsPolledAfterItsInterval() {
    assertThat(schedule.afterSuccess(SOURCE, NOW, null, Pace.ANY))
        .isEqualTo("2020-05-05T21:05:00Z");
  }

  @Test
  void chanceAddsUpToATenth() {
    FeedSchedule late = new FeedSchedule(() -> 1);

    assertThat(late.afterSuccess(SOURCE, NOW, null, Pace.ANY)).isEqualTo("2020-05-05T21:06:30Z");
  }

  @Test
  void serverAndFeedMayAskForMoreButNotForLess() {
    Pace hourly = new Pace(Duration.ofHours(1), Set.of(), Set.of());
    Duration twoHours = Duration.ofHours(2);

    assertThat(schedule.afterSuccess(SOURCE, NOW, Duration.ofSeconds(30), Pace.ANY))
        .isEqualTo("2020-05-05T21:05:00Z");
    assertThat(schedule.afterSuccess(SOURCE, NOW, null, hourly)).isEqualTo("2020-05-05T21:50:00Z");
    assertThat(schedule.afterSuccess(SOURCE, NOW, twoHours, hourly))
        .isEqualTo("2020-05-05T22:50:00Z");
    assertThat(schedule.afterSuccess(SOURCE, NOW, Duration.ofDays(365), Pace.ANY))
        .isEqualTo("2020-05-06T20:50:00Z");
  }

  @Test
  void hoursAndDaysThatTheFeedSkipsAreSkipped() {
    Pace hours = new Pace(null, Set.of(21, 22), Set.of());
    Pace days = new Pace(null, Set.of(21, 22, 23), EnumSet.of(DayOfWeek.WEDNESDAY));

    assertThat(schedule.afterSuccess(SOURCE, NOW, null, hours)).isEqualTo("2020-05-05T23:00:00Z");
    assertThat(schedule.afterSuccess(SOURCE, NOW, null, days)).isEqualTo("2020-05-07T00:00:00Z");
  }

  @Test
  void feedThatAsksNeverToBeReadIsReadAllTheSame() {
    Set<Integer> allHours = IntStream.range(0, 24).boxed().collect(Collectors.toSet());

    assertThat(schedule.afterSuccess(SOURCE, NOW, null, new Pace(null, allHours, Set.of())))
        .isEqualTo("2020-05-05T21:05:00Z");
  }

  @Test
  void waitDoublesWithEveryFailureUpToADay() {
    assertThat(schedule.afterFailure(SOURCE, NOW, 1, null)).isEqualTo("2020-05-05T21:20:00Z");
    assertThat(schedule.afterFailure(SOURCE, NOW, 2, null)).isEqualTo("2020-05-05T21:50:00Z");
    assertThat(schedule.afterFailure(SOURCE, NOW, 60, null)).isEqualTo("2020-05-06T20:50:00Z");
    assertThat(schedule.afterFailure(SOURCE, NOW, 1, Duration.ofHours(3)))
        .isEqualTo("2020-05-05T23:50:00Z");
  }
}
