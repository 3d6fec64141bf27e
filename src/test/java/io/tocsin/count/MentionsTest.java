package io.tocsin.count;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.fixtures.Lists;
import io.tocsin.model.Condition.Newcomer;
import io.tocsin.model.Mark;
import io.tocsin.model.Mention;
import io.tocsin.model.Rule;
import io.tocsin.model.Scope;
import io.tocsin.model.Severity;
import io.tocsin.model.Span;
import io.tocsin.model.Watchlist;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    assertThat(pair.evidence().spans()).containsExactly(new Span(0, 7), new Span(12, 20));
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
  void aNameThatIsOnNoWatchlistCountsForTheRuleThatLooksForNewOnes() {
    // Given
    Rule rule =
        new Rule(
            "new-people",
            1,
            Scope.NONE,
            new Newcomer(Duration.ofHours(6), 3, Duration.ofDays(30), List.of("person")),
            Severity.INFO,
            Rule.DEFAULT_REARM,
            null,
            Map.of());
    List<Rule> rules = new ArrayList<>(LIST.rules());
    rules.add(rule);
    Watchlist list = new Watchlist(LIST.version(), LIST.effectiveFrom(), LIST.subjects(), rules);
    Tagged tagged = Tagged.of("A visit", "Minister Carla Quist met Bo Rask. Quist left.", list);

    // When
    List<Mention> mentions = Mentions.of(tagged.screened(), tagged.tagging(), list, Tagged.TIME);

    // Then
    Mention name = of(mentions, "name");
    assertThat(name.series().id()).isEqualTo("name/carla-quist");
    assertThat(name.series().name()).isEqualTo("Carla Quist");
    assertThat(name.seriesKey()).isEqualTo("new-people>name/carla-quist");
    assertThat(name.evidence().snippet()).contains("Carla Quist");
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
