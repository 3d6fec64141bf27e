package io.tocsin.screen;

import static io.tocsin.model.Mark.CLOCK_SKEW;
import static io.tocsin.model.Mark.LANGUAGE_DETECTED;
import static io.tocsin.model.Mark.LATE;
import static io.tocsin.model.Mark.TIME_MISSING;
import static io.tocsin.model.Mark.TRUNCATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.tocsin.model.Mark;
import io.tocsin.model.ScreenedArticle;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of event time, and what the screen completes. */
class ScreenTest {
  private static final Instant RECEIVED = Instant.parse("2023-11-06T12:00:00Z");

  private final Screen screen = new Screen(Duration.ofMinutes(10), Duration.ofHours(1));

  @ParameterizedTest(name = "published {0}, clock {1}")
  @MethodSource("times")
  void eventTimeIsCheckedAndTheClockFollowsOnlyWhatIsTrusted(
      @Nullable Instant published,
      @Nullable Instant clock,
      Instant eventTime,
      Set<Mark> marks,
      @Nullable Instant clockAfter) {
    // When
    ScreenedArticle screened = screen.screen(Articles.published(published), false, RECEIVED, clock);

    // Then
    assertThat(screened.eventTime()).isEqualTo(eventTime);
    assertThat(screened.marks()).isEqualTo(marks);
    assertThat(screened.receivedAt()).isEqualTo(RECEIVED);
    assertThat(Screen.advance(clock, screened)).isEqualTo(clockAfter);
  }

  static Stream<Arguments> times() {
    Instant noon = RECEIVED;
    Instant eleven = noon.minusSeconds(3_600);
    Instant farFuture = Instant.parse("2099-01-01T00:00:00Z");
    Instant milliseconds = Instant.ofEpochSecond(1_699_272_000_000L);
    Instant year1800 = Instant.parse("1800-01-01T00:00:00Z");
    return Stream.of(
        // first of its partition: nothing to be late against
        arguments(noon, null, noon, Set.of(), noon),
        arguments(null, null, noon, Set.of(TIME_MISSING), null),
        arguments(farFuture, null, noon, Set.of(CLOCK_SKEW), null),
        arguments(Instant.EPOCH, null, Instant.EPOCH, Set.of(), Instant.EPOCH),
        // ahead: believed up to ten minutes
        arguments(
            noon.plusSeconds(600), noon, noon.plusSeconds(600), Set.of(), noon.plusSeconds(600)),
        arguments(noon.plusSeconds(600).plusNanos(1), noon, noon, Set.of(CLOCK_SKEW), noon),
        arguments(farFuture, eleven, noon, Set.of(CLOCK_SKEW), eleven),
        arguments(milliseconds, eleven, noon, Set.of(CLOCK_SKEW), eleven),
        arguments(Instant.MAX, eleven, noon, Set.of(CLOCK_SKEW), eleven),
        // behind: on time up to the grace
        arguments(eleven, noon, eleven, Set.of(), noon),
        arguments(eleven.minusNanos(1), noon, eleven.minusNanos(1), Set.of(LATE), noon),
        arguments(year1800, noon, year1800, Set.of(LATE), noon),
        arguments(Instant.EPOCH, noon, Instant.EPOCH, Set.of(LATE), noon),
        arguments(
            Instant.EPOCH.minusSeconds(1), noon, Instant.EPOCH.minusSeconds(1), Set.of(LATE), noon),
        arguments(Instant.MIN, noon, Instant.MIN, Set.of(LATE), noon),
        // no time: the receive time stands in and moves nothing
        arguments(null, eleven, noon, Set.of(TIME_MISSING), eleven),
        arguments(
            null,
            noon.plusSeconds(7_200),
            noon,
            Set.of(TIME_MISSING, LATE),
            noon.plusSeconds(7_200)),
        // a stream of last year is on time in itself
        arguments(
            Instant.parse("2022-07-01T00:00:00Z"),
            Instant.parse("2022-07-01T00:30:00Z"),
            Instant.parse("2022-07-01T00:00:00Z"),
            Set.of(),
            Instant.parse("2022-07-01T00:30:00Z")));
  }

  @Test
  void idPublisherAndLanguageAreSettled() {
    // When
    ScreenedArticle screened =
        screen.screen(
            Articles.identified(null, "https://www.news.example/a?utm_source=x", null),
            true,
            RECEIVED,
            null);

    // Then
    assertThat(screened.id()).startsWith("url:").isEqualTo(screened.article().id());
    assertThat(screened.publisher()).isEqualTo("news.example");
    assertThat(screened.article().language()).isNull();
    assertThat(screened.marks()).containsExactlyInAnyOrder(TRUNCATED, TIME_MISSING);
  }

  @Test
  void aGivenLanguageIsNormalisedAndAMissingOneDetected() {
    // When
    ScreenedArticle given =
        screen.screen(
            Articles.written("en-GB", "Titel", "Der Minister und die Kanzlerin sind nicht da."),
            false,
            RECEIVED,
            null);
    ScreenedArticle detected =
        screen.screen(
            Articles.written("und", "Titel", "Der Minister und die Kanzlerin sind nicht da."),
            false,
            RECEIVED,
            null);

    // Then
    assertThat(given.article().language()).isEqualTo("en");
    assertThat(given.marks()).doesNotContain(LANGUAGE_DETECTED);
    assertThat(detected.article().language()).isEqualTo("de");
    assertThat(detected.marks()).contains(LANGUAGE_DETECTED);
  }
}
