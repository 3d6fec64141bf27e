package io.tocsin.tag;

import static io.tocsin.tag.Watch.article;
import static io.tocsin.tag.Watch.body;
import static io.tocsin.tag.Watch.list;
import static io.tocsin.tag.Watch.subject;
import static io.tocsin.tag.Watch.withParts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.model.Article;
import io.tocsin.model.Field;
import io.tocsin.model.FieldSpan;
import io.tocsin.model.Form;
import io.tocsin.model.Rel;
import io.tocsin.model.RuleMatch;
import io.tocsin.model.SubjectMention;
import io.tocsin.model.SubjectRef;
import io.tocsin.model.Tag;
import io.tocsin.model.Tagging;
import io.tocsin.model.Watchlist;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What a watchlist finds in an article beside names: wholes, themes, rules, and how much it
 * matters.
 */
class TaggerTest {

  @Test
  void aPartImpliesEveryWholeAroundItOncePerPlace() {
    // Given
    Watchlist watchlist =
        list(
            withParts("place/asia", "Asia", "place/kp", "place/capital"),
            withParts("place/kp", "North Korea", "place/pyongyang"),
            withParts("place/capital", "Capital City", "place/pyongyang", "place/asia"),
            subject("place/pyongyang", "Pyongyang"));

    // When
    Tagging tagging = tag(watchlist, body("In Pyongyang."));

    // Then
    assertThat(tagging.tags())
        .extracting(tag -> tag.subject() + " " + tag.form() + " " + tag.surface())
        .containsExactly(
            "place/asia IMPLIED Pyongyang",
            "place/capital IMPLIED Pyongyang",
            "place/kp IMPLIED Pyongyang",
            "place/pyongyang NAME Pyongyang");
  }

  @Test
  void aWholeThatIsTaggedAtThePlaceItselfIsNotImpliedThere() {
    // Given
    Watchlist watchlist =
        list(
            withParts("place/lu", "Luxembourg", "place/lu-city"),
            subject("place/lu-city", "Luxembourg"));

    // When
    Tagging tagging = tag(watchlist, body("In Luxembourg."));

    // Then
    assertThat(tagging.tags()).extracting(Tag::form).containsExactly(Form.NAME, Form.NAME);
  }

  @Test
  void anArticleIsAboutWhatStandsInItsHeadOrThreeTimes() {
    // Given
    Watchlist watchlist =
        list(
            subject("x/title", "Alpha"),
            subject("x/lead", "Beta"),
            subject("x/late", "Gamma"),
            subject("x/often", "Delta"));
    String text = "One. Two. Beta. Gamma and Delta. Delta. Gamma. Delta.";

    // When
    Tagging tagging = tag(watchlist, article("Alpha", "", text));

    // Then
    assertThat(tagging.mentions())
        .containsExactly(
            new SubjectMention(SubjectRef.of("x/title", "Alpha"), 1, Rel.ABOUT),
            new SubjectMention(SubjectRef.of("x/lead", "Beta"), 1, Rel.ABOUT),
            new SubjectMention(SubjectRef.of("x/late", "Gamma"), 2, Rel.MENTIONS),
            new SubjectMention(SubjectRef.of("x/often", "Delta"), 3, Rel.ABOUT));
  }

  @Test
  void queriesAndWeightedListsTagTheWordsThatMadeThemMatch() {
    // Given
    Watchlist watchlist =
        list(
            Watch.query("theme/arms", "(arms OR weapon*) NEAR/3 trade"),
            Watch.weighted("theme/sanctions", 8, Map.of("sanction*", 4, "sanctioned event", -10)));

    // When
    Tagging tagging = tag(watchlist, body("Trade in arms. Sanctions on sanctions."));

    // Then
    assertThat(tagging.tags())
        .extracting(tag -> tag.subject() + " " + tag.form() + " " + tag.surface())
        .containsExactly(
            "theme/arms QUERY Trade",
            "theme/arms QUERY arms",
            "theme/sanctions QUERY Sanctions",
            "theme/sanctions QUERY sanctions");
  }

  @Test
  void oneQueryGivesAtMostTwentyTags() {
    // Given
    Watchlist watchlist = list(Watch.query("theme/arms", "arms"));

    // When
    Tagging tagging = tag(watchlist, body("arms ".repeat(500)));

    // Then
    assertThat(tagging.tags()).hasSize(Tagger.MAX_QUERY_TAGS);
  }

  @Test
  void rulesThatMatchNameTheWords() {
    // Given
    Watchlist watchlist =
        Watch.rules(
            List.of(),
            Watch.match("launch", "missile* AND NOT film"),
            Watch.match("quake", "earthquake"));

    // When
    Tagging tagging = tag(watchlist, article("Missiles", "", "A missile."));

    // Then
    assertThat(tagging.matches())
        .containsExactly(
            new RuleMatch(
                "launch",
                List.of(new FieldSpan(Field.TITLE, 0, 8), new FieldSpan(Field.BODY, 2, 9))));
  }

  @Test
  void whatCannotBeCompiledIsNamed() {
    assertThatThrownBy(() -> Tagger.compile(list(subject("x/y", "Y", "…"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("subject x/y: '…'");
    assertThatThrownBy(() -> Tagger.compile(list(Watch.query("theme/x", "a b"))))
        .hasMessageContaining("subject theme/x: query, position 2: nothing joins");
    assertThatThrownBy(() -> Tagger.compile(Watch.rules(List.of(), Watch.match("r", "NOT a"))))
        .hasMessageContaining("rule r: query, position 0");
    assertThatThrownBy(() -> Tagger.compile(list(subject("x/y", "Y"), subject("x/y", "Z"))))
        .hasMessageContaining("x/y is there twice");
    assertThatThrownBy(() -> Tagger.compile(list(Watch.weighted("theme/w", 0, Map.of("a", 1)))))
        .hasMessageContaining("threshold of at least 1");
  }

  private static Tagging tag(Watchlist watchlist, Article article) {
    return Tagger.compile(watchlist).tag(article);
  }
}
