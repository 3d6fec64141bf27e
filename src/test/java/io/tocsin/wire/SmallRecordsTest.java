package io.tocsin.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.model.Field;
import io.tocsin.model.FieldSpan;
import io.tocsin.model.Form;
import io.tocsin.model.Name;
import io.tocsin.model.Rel;
import io.tocsin.model.RuleMatch;
import io.tocsin.model.SubjectMention;
import io.tocsin.model.SubjectRef;
import io.tocsin.model.Tag;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The records that are written by hand are those that the mapper reads, field for field. */
class SmallRecordsTest {
  private static final FieldSpan SPAN = new FieldSpan(Field.BODY, 3, 17);
  private static final SubjectRef SUBJECT =
      new SubjectRef("place/kp", "North \"Korea\" \u00e9", "place");

  private static final List<Record> RECORDS =
      List.of(
          SPAN,
          new Tag("place/kp", Field.TITLE, 0, 11, "North\nKorea", Form.DEMONYM, 4),
          new Name("Velmo Bank", "organisation", 0.83, List.of(SPAN, SPAN)),
          new Name("Velmo", "place", 1, List.of()),
          new RuleMatch("arms", List.of(SPAN)),
          SUBJECT,
          new SubjectMention(SUBJECT, 3, Rel.ABOUT));

  @Test
  void whatIsWrittenIsReadBackTheSame() throws IOException {
    for (Record written : RECORDS) {
      byte[] bytes = Json.MAPPER.writeValueAsBytes(written);

      assertThat(Json.MAPPER.readValue(bytes, written.getClass())).isEqualTo(written);
    }
  }

  @Test
  void everyComponentIsWrittenInItsOrder() throws IOException {
    for (Record written : RECORDS) {
      JsonNode tree = Json.MAPPER.readTree(Json.MAPPER.writeValueAsBytes(written));

      List<String> names = new ArrayList<>();
      tree.fieldNames().forEachRemaining(names::add);
      assertThat(names)
          .containsExactlyElementsOf(
              Arrays.stream(written.getClass().getRecordComponents())
                  .map(RecordComponent::getName)
                  .toList());
    }
  }

  @Test
  void timesAreWrittenAsTheJdkWritesThem() {
    Random random = new Random(7);
    List<Instant> times =
        new ArrayList<>(
            List.of(
                Instant.EPOCH,
                Instant.MIN,
                Instant.MAX,
                Instant.parse("0000-01-01T00:00:00Z"),
                Instant.parse("-0001-12-31T23:59:59.5Z"),
                Instant.parse("9999-12-31T23:59:59.999999999Z"),
                Instant.parse("+10000-01-01T00:00:00Z"),
                Instant.parse("2024-02-29T12:00:00.100Z")));
    for (int i = 0; i < 10_000; i++) {
      long nanos = List.of(0L, 1_000_000L, 1_000L, 1L).get(i % 4) * random.nextInt(1_000);
      times.add(Instant.ofEpochSecond(random.nextLong() % 300_000_000_000L, nanos));
    }

    assertThat(times).allSatisfy(t -> assertThat(InstantText.of(t)).isEqualTo(t.toString()));
  }
}
