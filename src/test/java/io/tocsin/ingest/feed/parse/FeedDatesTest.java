package io.tocsin.ingest.feed.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates as feeds write them. */
class FeedDatesTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Tue, 05 May 2020 20:10:21 GMT      | 2020-05-05T20:10:21Z",
        "Tue, 05 May 2020 20:10:21 +0800    | 2020-05-05T12:10:21Z",
        "Tue,  5 May 2020 20:10 EDT         | 2020-05-06T00:10:00Z",
        "5 May 20 20:10:21 PST              | 2020-05-06T04:10:21Z",
        "Mon, 05 May 2020 20:10:21 GMT      | 2020-05-05T20:10:21Z",
        "Tuesday, 5 May 2020 20:10:21 UTC   | 2020-05-05T20:10:21Z",
        "Tue, 05 May 2020 20:10:21          | 2020-05-05T20:10:21Z",
        "Tue, 05 May 2020 20:10:21 GMT+2    | 2020-05-05T18:10:21Z",
        "Tue, 05 May 2020 20:10:21 +02:00   | 2020-05-05T18:10:21Z",
        "Tue, 05 May 2020 20:10:21 XYZ      | 2020-05-05T20:10:21Z",
        "Tue, 05 May 2020 20:10:21 Europe/Berlin | 2020-05-05T18:10:21Z",
        "Tue, 05 May 2020 24:00:00 GMT      | 2020-05-06T00:00:00Z",
        "05-May-2020 20:10:21 GMT           | 2020-05-05T20:10:21Z",
        "mar., 05 mai 2020 20:10:21 +0200   | 2020-05-05T18:10:21Z",
        "Di, 05 Mai 2020 20:10:21 MESZ      | 2020-05-05T18:10:21Z",
        "5 de mayo de 2020 20:10            | 2020-05-05T20:10:00Z",
        "вт, 05 мая 2020 20:10:21 +0300     | 2020-05-05T17:10:21Z",
        "2020-05-05T20:10:21Z               | 2020-05-05T20:10:21Z",
        "2020-05-05T20:10:21.123456+08:00   | 2020-05-05T12:10:21.123456Z",
        "2020-05-05t20:10:21-0700           | 2020-05-06T03:10:21Z",
        "2020-05-05 20:10:21                | 2020-05-05T20:10:21Z",
        "2020-05-05 20:10:21 EST            | 2020-05-06T01:10:21Z",
        "2020/05/05 20:10                   | 2020-05-05T20:10:00Z",
        "2020-05-05                         | 2020-05-05T00:00:00Z",
        "20200505T201021Z                   | ",
        "May 5, 2020 8:10 PM EDT            | 2020-05-06T00:10:00Z",
        "Tuesday, May 5, 2020               | 2020-05-05T00:00:00Z",
        "Tue May  5 20:10:21 UTC 2020       | 2020-05-05T20:10:21Z",
        "Tue May 05 20:10:21 2020           | 2020-05-05T20:10:21Z",
        "1588709421                         | 2020-05-05T20:10:21Z",
        "1588709421000                      | 2020-05-05T20:10:21Z",
      })
  void dateIsReadAsItIsWrittenInTheWild(String text, Instant expected) {
    assertThat(FeedDates.parse(text)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "0001-01-01T00:00:00Z",
        "1970-01-01T00:00:00Z",
        "2020-02-31T00:00:00Z",
        "2020-05",
        "31 Xyz 2020 10:00:00 GMT",
        "Tue, 05 May 2020 25:10:21 GMT",
        "9999-12-31T23:59:59Z",
        "Tue, 05 May 2020 20:10:21 +0800 and then a lot more text than any date of a feed would have",
      })
  void whatIsNoDateIsNoneRatherThanAWrongOne(String text) {
    assertThat(FeedDates.parse(text)).isNull();
  }
}
