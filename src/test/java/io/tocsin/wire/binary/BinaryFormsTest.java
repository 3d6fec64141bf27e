package io.tocsin.wire.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.fixtures.MentionMaker;
import io.tocsin.model.Evidence;
import io.tocsin.model.Mention;
import io.tocsin.model.Span;
import io.tocsin.model.SubjectRef;
import io.tocsin.model.Tick;
import io.tocsin.model.pane.Pane;
import io.tocsin.wire.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written compactly is read again as it was, and what was JSON before is still read. */
class BinaryFormsTest {
  private final Serde<Pack> packs = Pack.serde();
  private final Serde<Pane> panes = PaneForm.serde();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void packsAndPanesComeBackAsTheyWere(long seed) {
    // Given
    List<Mention> mentions = mentions(new Random(seed));
    Pack pack = Pack.of(mentions, Map.of("a3", "00-trace-01"));
    Pane pane = Pane.EMPTY.plus(mentions);

    // When
    byte[] packed = write(packs, pack);
    byte[] written = write(panes, pane);

    // Then
    assertThat(read(packs, packed)).as("seed %d", seed).isEqualTo(pack);
    assertThat(read(panes, written)).as("seed %d", seed).isEqualTo(pane);
  }

  @Test
  void aTickComesBackAsItWas() throws Exception {
    // Given
    Instant now = Instant.parse("2026-03-01T10:15:30.5Z");
    Pack pack = Pack.of(new Tick(now, now.plusSeconds(3), now.minusSeconds(9), 2, 5));

    // When
    byte[] written = write(packs, pack);

    // Then
    assertThat(read(packs, written)).isEqualTo(pack);
  }

  @Test
  void whatMentionsOfOneArticleShareIsWrittenOnce() throws Exception {
    // Given
    Mention one = new MentionMaker("place/kp").at(1, "paper");
    List<Mention> many = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      many.add(in(SubjectRef.of("place/p" + i, "P" + i), one));
    }

    // When
    byte[] packed = write(packs, Pack.of(many, Map.of()));

    // Then
    assertThat(packed.length)
        .isLessThan(many.size() * Json.MAPPER.writeValueAsBytes(one).length / 6);
  }

  @Test
  void mentionsAndPanesThatAreJsonAreReadToo() throws Exception {
    // Given
    Mention mention = new MentionMaker("place/kp").at(1, "paper");
    Pane pane = Pane.EMPTY.plus(mention);

    // When
    Pack pack = read(packs, Json.MAPPER.writeValueAsBytes(mention));
    Pane read = read(panes, Json.MAPPER.writeValueAsBytes(pane));

    // Then
    assertThat(pack).isEqualTo(Pack.of(List.of(mention), Map.of()));
    assertThat(read).isEqualTo(pane);
  }

  @Test
  void bytesThatAreNoPackAreRefused() {
    byte[] good = write(packs, Pack.of(mentions(new Random(7)), Map.of()));
    byte[] newer = good.clone();
    newer[0] = 2;

    for (int length = 0; length < good.length; length += 13) {
      byte[] cut = Arrays.copyOf(good, length);
      assertThatThrownBy(() -> read(packs, cut)).isInstanceOf(SerializationException.class);
    }
    assertThatThrownBy(() -> read(packs, newer))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("newer version");
    assertThatThrownBy(() -> read(packs, Arrays.copyOf(good, good.length + 1)))
        .isInstanceOf(SerializationException.class);
  }

  private static List<Mention> mentions(Random random) {
    List<Mention> mentions = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      boolean late = random.nextInt(5) == 0;
      Instant at = Instant.ofEpochSecond(random.nextLong(-4_000_000_000L, 4_000_000_000L), i);
      Evidence evidence =
          new Evidence(
              "a" + i / 4,
              i % 3 == 0 ? null : "Title “é” \uD83D\uDD14 " + i / 4,
              i % 7 == 0 ? null : "https://e.example/" + i / 4,
              "paper" + random.nextInt(3),
              at,
              i % 11 == 0 ? "" : "snippet " + i,
              i % 2 == 0 ? List.of() : List.of(new Span(0, 5), new Span(200, 207)));
      String rule = i % 5 == 0 ? "rule" : null;
      SubjectRef series = SubjectRef.of("place/p" + random.nextInt(4), "P");
      Instant clock = i % 4 == 0 ? null : at.plusMillis(1);
      mentions.add(
          new Mention(series, rule, "s" + i % 9, 1 + i, late, evidence, at, 1L << i, clock));
    }
    return mentions;
  }

  private static Mention in(SubjectRef series, Mention like) {
    return new Mention(
        series,
        null,
        like.story(),
        1,
        false,
        like.evidence(),
        like.receivedAt(),
        like.watchlistVersion(),
        like.clock());
  }

  private static <T> byte[] write(Serde<T> serde, T value) {
    return serde.serializer().serialize("topic", value);
  }

  private static <T> T read(Serde<T> serde, byte[] bytes) {
    return serde.deserializer().deserialize("topic", bytes);
  }
}
