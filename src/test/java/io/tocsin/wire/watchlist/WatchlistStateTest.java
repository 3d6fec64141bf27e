package io.tocsin.wire.watchlist;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.Alias;
import io.tocsin.model.Subject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Records add up to a watchlist; a broken one is remembered until it is replaced or deleted. */
class WatchlistStateTest {

  private final WatchlistState state = new WatchlistState();

  @Test
  void versionEndsAtItsMarker() {
    // Given
    boolean atSubject = state.add("subject/place/a", subject("place/a"));

    // When
    boolean atMarker = state.add(WatchlistState.MARKER, marker(3));

    // Then
    assertThat(atSubject).isFalse();
    assertThat(atMarker).isTrue();
    assertThat(state.unmarked()).isFalse();
    assertThat(state.watchlist().version()).isEqualTo(3);
    assertThat(state.watchlist().subjects()).extracting(Subject::id).containsExactly("place/a");
  }

  @Test
  void tombstoneRemovesAndLeavesTheStateUnmarked() {
    // Given
    state.add("subject/place/a", subject("place/a"));
    state.add(WatchlistState.MARKER, marker(1));

    // When
    state.add("subject/place/a", null);

    // Then
    assertThat(state.watchlist().subjects()).isEmpty();
    assertThat(state.unmarked()).isTrue();
  }

  @Test
  void brokenRecordIsKeptInMindUntilReplaced() {
    // Given
    state.add("subject/place/a", "{".getBytes(StandardCharsets.UTF_8));
    state.add("subject/place/b", subject("place/other"));
    state.add("rule/r", "[]".getBytes(StandardCharsets.UTF_8));

    // When
    state.add("rule/r", null);
    state.add("subject/place/a", subject("place/a"));

    // Then
    assertThat(state.broken()).containsOnlyKeys("subject/place/b");
    assertThat(state.broken().get("subject/place/b"))
        .isEqualTo("subject/place/b holds the id place/other; key and id must agree");
  }

  @Test
  void foreignKeysAndBrokenMarkersEndNoVersion() {
    assertThat(state.add(null, new byte[0])).isFalse();
    assertThat(state.add("note/x", new byte[0])).isFalse();
    assertThat(state.add(WatchlistState.MARKER, "{}".getBytes(StandardCharsets.UTF_8))).isFalse();
    assertThat(state.version()).isZero();
    assertThat(state.broken()).containsOnlyKeys(WatchlistState.MARKER);
  }

  private static byte[] subject(String id) {
    return WatchlistJson.bytes(
        new Subject(
            id,
            "A",
            List.of(Alias.of("Aye")),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            null,
            null,
            null,
            null));
  }

  private static byte[] marker(long version) {
    return new WatchlistVersion(version, Instant.EPOCH, 1, 0, Instant.EPOCH, "test").bytes();
  }
}
