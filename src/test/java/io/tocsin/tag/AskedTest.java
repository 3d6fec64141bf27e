package io.tocsin.tag;

import static io.tocsin.tag.Watch.body;
import static io.tocsin.tag.Watch.list;
import static io.tocsin.tag.Watch.query;
import static io.tocsin.tag.Watch.subject;
import static io.tocsin.tag.Watch.withDemonym;
import static io.tocsin.tag.Watch.withParts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.model.Article;
import io.tocsin.model.Subject;
import io.tocsin.model.Tagging;
import io.tocsin.model.Watchlist;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Queries that ask for subjects and groups. */
class AskedTest {
  private static final Subject ROE = inGroup(subject("person/roe", "Jane Roe"), "leaders");
  private static final Subject DOE = inGroup(subject("person/doe", "John Doe"), "leaders");

  @Test
  void aQueryFindsTheTagsOfASubjectInWhateverForm() {
    // Given
    Watchlist watchlist =
        list(
            withDemonym("place/xx", "Exia", "Exian"),
            query("theme/talks", "@place/xx NEAR/3 talks"));

    // When
    List<String> found = found(watchlist, body("Exian envoys in talks. Exia."));

    // Then
    assertThat(found).contains("theme/talks Exian", "theme/talks talks");
  }

  @Test
  void aSubjectIsItsTagAndNotItsWord() {
    // Given
    Watchlist watchlist =
        list(
            Watch.withShort("person/roe", "Jane Roe", "Roe"),
            query("theme/talks", "@person/roe SENTENCE talks"));

    // When
    List<String> stranger = found(watchlist, body("Roe held talks."));
    List<String> known = found(watchlist, body("Jane Roe came. Roe held talks."));

    // Then
    assertThat(stranger).isEmpty();
    assertThat(known).contains("theme/talks Roe", "theme/talks talks");
  }

  @Test
  void aGroupIsAnyOfItsSubjects() {
    // Given
    Watchlist watchlist = list(ROE, DOE, query("theme/summit", "ATLEAST/2 @group/leaders"));

    // When
    List<String> one = found(watchlist, body("Jane Roe."));
    List<String> two = found(watchlist, body("Jane Roe met John Doe."));

    // Then
    assertThat(one).noneMatch(tag -> tag.startsWith("theme/"));
    assertThat(two).contains("theme/summit Jane Roe", "theme/summit John Doe");
  }

  @Test
  void queriesMayAskForSubjectsThatAreQueriesInAnyOrder() {
    // Given
    Watchlist watchlist =
        list(
            query("theme/a", "@theme/b AND talks"),
            query("theme/b", "@theme/c OR never"),
            inGroup(query("theme/c", "arms NEAR/3 trade"), "themes"),
            query("theme/d", "title:@group/themes"));

    // When
    List<String> found = found(watchlist, Watch.article("Arms trade", "", "Talks."));

    // Then
    assertThat(found)
        .contains("theme/a Arms", "theme/a Talks", "theme/b trade", "theme/d trade")
        .hasSize(9);
  }

  @Test
  void aWholeIsFoundWhereAQueryFindsItsPart() {
    // Given
    Watchlist watchlist =
        list(
            withParts("place/whole", "Whole Land", "query/part"),
            query("query/part", "northern AND province"),
            query("theme/a", "@place/whole AND talks"));

    // When
    List<String> found = found(watchlist, body("Talks in the northern province."));

    // Then
    assertThat(found).contains("theme/a northern", "theme/a Talks", "place/whole province");
  }

  @Test
  void rulesMayAskForSubjects() {
    // Given
    Watchlist watchlist =
        Watch.rules(List.of(ROE), Watch.match("roe-talks", "lead:@person/roe AND talks"));

    // When
    Tagging tagging = Tagger.compile(watchlist).tag(body("Jane Roe in talks."));

    // Then
    assertThat(tagging.matches())
        .singleElement()
        .satisfies(match -> assertThat(match.spans()).hasSize(2));
  }

  @Test
  void subjectsThatAskForEachOtherAreRefusedAndTheCircleIsNamed() {
    // Given
    Watchlist circle =
        list(
            query("theme/a", "@theme/b AND x"),
            inGroup(query("theme/b", "@group/g AND x"), "h"),
            inGroup(query("theme/c", "@theme/a AND x"), "g"));
    Watchlist self = list(query("theme/a", "x OR @theme/a"));

    // Then
    assertThatThrownBy(() -> Tagger.compile(circle))
        .hasMessageContaining("theme/a asks for theme/b asks for theme/c asks for theme/a");
    assertThatThrownBy(() -> Tagger.compile(self)).hasMessageContaining("theme/a asks for theme/a");
  }

  @Test
  void aLongChainOfQueriesIsFollowedToItsEnd() {
    // Given
    Tagger tagger = Tagger.compile(chain(Compilation.MAX_RANKS));

    // When
    Tagging tagging = tagger.tag(body("word"));

    // Then
    assertThat(tagging.mentions()).hasSize(Compilation.MAX_RANKS);
  }

  @Test
  void aChainThatIsTooLongIsRefusedAndNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Tagger.compile(chain(20_000)))
        .withMessageContaining("subject theme/t")
        .withMessageContaining("64 times: ask for the last ones by their own words");
  }

  private static Watchlist chain(int length) {
    List<Subject> subjects = new ArrayList<>();
    for (int i = 1; i < length; i++) {
      subjects.add(query("theme/t" + i, "@theme/t" + (i + 1) + " OR nothing"));
    }
    subjects.add(query("theme/t" + length, "word"));
    return list(subjects.toArray(new Subject[0]));
  }

  private static List<String> found(Watchlist watchlist, Article article) {
    return Tagger.compile(watchlist).tag(article).tags().stream()
        .map(tag -> tag.subject() + " " + tag.surface())
        .toList();
  }

  private static Subject inGroup(Subject subject, String group) {
    return new Subject(
        subject.id(),
        subject.name(),
        subject.aliases(),
        subject.shorts(),
        subject.demonyms(),
        subject.contains(),
        List.of(group),
        subject.wikidata(),
        subject.mediaTopic(),
        subject.query(),
        subject.weights());
  }
}
