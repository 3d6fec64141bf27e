package io.tocsin.count;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.fixtures.Lists;
import io.tocsin.model.Evidence;
import io.tocsin.model.Mention;
import io.tocsin.model.Watchlist;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The sentence that shows why an article counts. */
class SnippetsTest {
  private static final Watchlist LIST = Lists.leaders(1);

  @Test
  void theTextIsShownBeforeTheTitleWhichIsShownAnyway() {
    Evidence evidence =
        evidence("Norland floods", "It rained for days. Norland is under water now.");

    assertThat(evidence.snippet()).isEqualTo("Norland is under water now.");
    assertThat(evidence.title()).isEqualTo("Norland floods");
    assertThat(marked(evidence)).containsExactly("Norland");
  }

  @Test
  void theTitleServesWhenTheTextDoesNotSayIt() {
    Evidence evidence = evidence("Norland floods", "It rained for days.");

    assertThat(evidence.snippet()).isEqualTo("Norland floods");
    assertThat(marked(evidence)).containsExactly("Norland");
  }

  @Test
  void aLongSentenceIsCutAroundTheWords() {
    String far = "word ".repeat(200);

    Evidence evidence = evidence("Title", far + "Norland " + far);

    assertThat(evidence.snippet().length()).isLessThanOrEqualTo(Snippets.MAX_LENGTH);
    assertThat(marked(evidence)).containsExactly("Norland");
  }

  @Test
  void aCutNeverSplitsACharacter() {
    for (int shift = 0; shift < 4; shift++) {
      String far = "x".repeat(shift) + "😀".repeat(400);

      Evidence evidence = evidence("Title", far + " Norland " + far);

      String snippet = evidence.snippet();
      assertThat(Character.isLowSurrogate(snippet.charAt(0))).isFalse();
      assertThat(Character.isHighSurrogate(snippet.charAt(snippet.length() - 1))).isFalse();
      assertThat(marked(evidence)).containsExactly("Norland");
    }
  }

  private static Evidence evidence(String title, String body) {
    Tagged tagged = Tagged.of(title, body, LIST);
    List<Mention> mentions = Mentions.of(tagged.screened(), tagged.tagging(), LIST, null);
    assertThat(mentions).hasSize(1);
    return mentions.get(0).evidence();
  }

  private static List<String> marked(Evidence evidence) {
    return evidence.spans().stream()
        .map(span -> evidence.snippet().substring(span.start(), span.end()))
        .toList();
  }
}
