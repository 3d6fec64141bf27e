package io.tocsin.deliver.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.Severity;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When quiet hours end, over midnight and over changes of the clock. */
class QuietHoursTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest
  @CsvSource({
    // Berlin is one hour ahead in winter.
    "22:00, 07:00, 2024-01-10T20:59:59Z, ",
    "22:00, 07:00, 2024-01-10T21:00:00Z, 2024-01-11T06:00:00Z",
    "22:00, 07:00, 2024-01-11T05:59:59Z, 2024-01-11T06:00:00Z",
    "22:00, 07:00, 2024-01-11T06:00:00Z, ",
    "12:00, 13:00, 2024-01-10T11:30:00Z, 2024-01-10T12:00:00Z",
    "12:00, 13:00, 2024-01-10T12:00:00Z, ",
    // On 31 March 2024 the hour from two to three did not exist there.
    "22:00, 07:00, 2024-03-30T22:00:00Z, 2024-03-31T05:00:00Z",
    "22:00, 02:30, 2024-03-30T22:00:00Z, 2024-03-31T01:30:00Z",
  })
  void quietHoursEndByTheClockOfTheirZone(LocalTime from, LocalTime to, Instant now, Instant end) {
    // When
    Optional<Instant> found = new QuietHours(from, to, BERLIN, null).end(now, Severity.CRITICAL);

    // Then
    assertThat(found).isEqualTo(Optional.ofNullable(end));
  }

  @Test
  void whatIsExceptedDoesNotWait() {
    // Given
    QuietHours quiet =
        new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0), BERLIN, Severity.WARNING);
    Instant night = Instant.parse("2024-01-10T23:00:00Z");

    // When, Then
    assertThat(quiet.end(night, Severity.INFO)).isPresent();
    assertThat(quiet.end(night, Severity.WARNING)).isEmpty();
    assertThat(quiet.end(night, Severity.CRITICAL)).isEmpty();
  }
}
