package io.tocsin.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is remembered of published items. */
class SeenItemsTest {

  @Test
  void itemsAndTheirVersionsSurvivePacking() {
    SeenItems seen = SeenItems.unpacked("");
    for (int i = 0; i < 2_000; i++) {
      seen.add("item " + i, "version " + i);
    }

    SeenItems again = SeenItems.unpacked(seen.packed(100));

    for (int i = 0; i < 2_000; i++) {
      assertThat(again.has("item " + i, "version " + i)).isTrue();
      assertThat(again.has("item " + i, "another version")).isFalse();
    }
    assertThat(again.knows("item 2000")).isFalse();
  }

  @Test
  void itemsSeenLongestAgoAreForgottenFirst() {
    SeenItems seen = SeenItems.unpacked("");
    seen.add("first", "v");
    seen.add("kept", "v");
    for (int i = 0; i < 2_999; i++) {
      seen.add("item " + i, "v");
    }
    seen.add("kept", "v");

    SeenItems again = SeenItems.unpacked(seen.packed(100));

    assertThat(again.knows("first")).isFalse();
    assertThat(again.knows("kept")).isTrue();
  }

  @Test
  void whatIsNotOursIsNothing() {
    assertThat(SeenItems.unpacked("no base64!").knows("item")).isFalse();
  }
}
