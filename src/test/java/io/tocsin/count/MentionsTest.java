package io.tocsin.count;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.fixtures.Lists;
import io.tocsin.model.Mark;
import io.tocsin.model.Mention;
import io.tocsin.model.Span;
import io.tocsin.model.Watchlist;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One mention per subject, per pair that a rule asks for, per rule that matched. */
class MentionsTest {
  private static final Watchlist LIST = Lists.leaders(3);

  @Test
  void aSubjectIsMentionedOnceHoweverOftenItIsNamed() {
    List<Mention> mentions = mentions("Norland", "Norland again. And Norland once more.");

    assertThat(mentions).hasSize(1);
    assertThat(mentions.get(0).series().id()).isEqualTo("place/norland");
    assertThat(mentions.get(0).occurrences()).isEqualTo(3);
    assertThat(mentions.get(0).watchlistVersion()).isEqualTo(3);
    assertThat(mentions.get(0).eventTime()).isEqualTo(Tagged.TIME);
    assertThat(mentions.get(0).receivedAt()).isEqualTo(Tagged.RECEIVED);
  }

  @Test
  void leadersInOneSentenceMakeAPairOfTheirRule() {
    List<Mention> mentions = mentions("A visit", "It rained. Bo Rask met Ada Vale at noon.");

    Mention pair = of(mentions, "pair");
    assertThat(pair.rule()).isEqualTo("vale-and-rask");
    assertThat(pair.series().id()).isEqualTo("pair/person/ada-vale+person/bo-rask");
    assertThat(pair.series().name()).isEqualTo("Ada Vale with Bo Rask");
    assertThat(pair.seriesKey()).isEqualTo("vale-and-rask>pair/person/ada-vale+person/bo-rask");
    assertThat(pair.evidence().snippet()).isEqualTo("Bo Rask met Ada Vale at noon.");
    assertThat(pair.evidence().spans()).containsExactlyInAnyOrder(new Span(12, 20), new Span(0, 7));
  }

  @Test
  void leadersInDifferentSentencesMakeNone() {
    assertThat(mentions("Two visits", "Bo Rask came. Ada Vale left."))
        .extracting(mention -> mention.series().kind())
        .containsOnly("person");
  }

  @Test
  void aMatchingRuleCountsInTheStoryAndNamesItByItsTitle() {
    List<Mention> mentions =
        mentions("Rocket launched at dawn", "A rocket was launched from the coast this morning.");

    Mention story = of(mentions, "story");
    assertThat(story.rule()).isEqualTo("launches");
    assertThat(story.series().name()).isEqualTo("Rocket launched at dawn");
    assertThat(story.series().id()).isEqualTo("story/" + story.story());
  }

  @Test
  void aLateArticleMakesLateMentions() {
    Tagged late = Tagged.of("Norland", "Calm.", LIST, Mark.LATE);

    assertThat(Mentions.of(late.screened(), late.tagging(), LIST, null)).allMatch(Mention::late);
  }

  @Test
  void nothingFoundMakesNoMention() {
    assertThat(mentions("Calm", "Nothing of note.")).isEmpty();
  }

  private static List<Mention> mentions(String title, String body) {
    Tagged tagged = Tagged.of(title, body, LIST);
    return Mentions.of(tagged.screened(), tagged.tagging(), LIST, Tagged.TIME);
  }

  private static Mention of(List<Mention> mentions, String kind) {
    return mentions.stream()
        .filter(mention -> mention.series().kind().equals(kind))
        .findFirst()
        .orElseThrow();
  }
}
