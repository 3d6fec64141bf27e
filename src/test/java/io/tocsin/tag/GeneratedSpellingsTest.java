package io.tocsin.tag;

import static io.tocsin.tag.Watch.body;
import static io.tocsin.tag.Watch.list;
import static io.tocsin.tag.Watch.subject;
import static io.tocsin.tag.Watch.withAlias;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.Alias;
import io.tocsin.model.Subject;
import io.tocsin.model.Tag;
import io.tocsin.model.Watchlist;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Names in a language are found in their forms, and the forms yield to what was written down. */
class GeneratedSpellingsTest {
  private static final Subject RUSSIA =
      withAlias("place/ru", "Russia", Alias.of("Россия").in("ru"), Alias.of("Rusya").in("tr"));

  @Test
  void formsOfANameInALanguageAreFound() {
    assertThat(tagged(list(RUSSIA), "Переговоры с Россией и в России. Rusya'nın yanıtı."))
        .containsExactly("place/ru Россией", "place/ru России", "place/ru Rusya'nın");
  }

  @Test
  void anAliasWithoutLanguageHasNoForms() {
    assertThat(tagged(list(subject("place/ru", "Russia", "Россия")), "Переговоры с Россией."))
        .isEmpty();
  }

  @Test
  void aGeneratedFormNeedsTheCapitalOfItsName() {
    // Given
    Watchlist chad = list(withAlias("place/td", "Tchad", Alias.of("Чад").in("ru")));

    // When, Then
    assertThat(tagged(chad, "Столица Чада. Любимые чада дома.")).containsExactly("place/td Чада");
  }

  @Test
  void aGeneratedFormHasTheConditionsOfItsAlias() {
    // Given
    Alias alias = new Alias("Грузия", false, List.of("Тбилиси"), List.of(), "ru");
    Watchlist georgia = list(withAlias("place/ge", "Sakartvelo", alias));

    // When, Then
    assertThat(tagged(georgia, "Вести из Грузии.")).isEmpty();
    assertThat(tagged(georgia, "Вести из Грузии, Тбилиси.")).containsExactly("place/ge Грузии");
  }

  @Test
  void aGeneratedFormYieldsToAnAliasThatWasWrittenDown() {
    // Given
    Watchlist both =
        list(
            withAlias("place/x", "Exville", Alias.of("Марина").in("ru")),
            subject("person/y", "Jane Roe", "Марину"));

    // When, Then
    assertThat(tagged(both, "Видели Марину и Марине."))
        .containsExactly("person/y Марину", "place/x Марине");
    assertThat(WatchlistLint.check(both)).isEmpty();
  }

  private static List<String> tagged(Watchlist watchlist, String text) {
    return Tagger.compile(watchlist).tag(body(text)).tags().stream()
        .map((Tag tag) -> tag.subject() + " " + tag.surface())
        .toList();
  }
}
