package io.tocsin.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which values each kind of setting takes. */
class KindTest {

  @ParameterizedTest
  @CsvSource({
    "PORT, 0",
    "PORT, 65535",
    "COUNT, 0",
    "POSITIVE, 1",
    "BYTES, 512kB",
    "BYTES, 1MB",
    "DURATION, PT1H30M",
    "DURATION, 35d",
    "GUARANTEE, at_least_once",
    "LANGUAGES, 'en, de'",
    "SWITCH, true",
    "SWITCH, false",
    "NAME, tocsin-2",
    "PREFIX, a.b.",
    "FOLDER, /var/lib/tocsin"
  })
  void takesRightValues(Kind kind, String value) {
    assertThatCode(() -> kind.check(value)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "PORT, 65536",
    "PORT, -1",
    "PORT, 99999999999",
    "COUNT, 1.5",
    "POSITIVE, 0",
    "BYTES, 2MB",
    "BYTES, 10",
    "BYTES, 1GB",
    "DURATION, 10",
    "DURATION, 0s",
    "DURATION, PT-5M",
    "DURATION, -5m",
    "DURATION, 999999999999d",
    "GUARANTEE, exactly_once",
    "SWITCH, yes",
    "SWITCH, TRUE",
    "LANGUAGES, English",
    "LANGUAGES, ','",
    "NAME, a b",
    "PREFIX, news_",
    "TEXT, ' '"
  })
  void refusesOthersAndSaysWhatIsRight(Kind kind, String value) {
    assertThatThrownBy(() -> kind.check(value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(kind.right());
  }

  @ParameterizedTest
  @CsvSource({"500ms, PT0.5S", "30s, PT30S", "10m, PT10M", "1h, PT1H", "7d, P7D", "pt2h, PT2H"})
  void readsShortAndIsoDurations(String value, Duration expected) {
    assertThat(Kind.duration(value)).isEqualTo(expected);
  }

  @Test
  void guessesOnlyNamesThatAreNear() {
    assertThat(NearestName.among(Key.names(), "stream.thread")).contains("streams.threads");
    assertThat(NearestName.among(Key.names(), "completely.different.thing")).isEmpty();
    assertThat(NearestName.distance("kitten", "sitting")).isEqualTo(3);
  }
}
