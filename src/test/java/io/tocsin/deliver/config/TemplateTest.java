package io.tocsin.deliver.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.deliver.AlertMaker;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Templates: what is put in, and what is refused. */
class TemplateTest {

  @Test
  void valuesAreEscapedAndTheAuthorsWordsAreNot() {
    // Given
    Template template =
        Template.of(
            "<b>{subject}</b> {observed}/{expected} {measure} for {labels.team}{labels.no}");

    // When
    String line = template.render(AlertMaker.opened("a"), value -> value.toUpperCase(Locale.ROOT));

    // Then
    assertThat(line).isEqualTo("<b>EXIA</b> 12/10 ARTICLES for DESK");
  }

  @Test
  void theFirstArticleIsThereToo() {
    // When
    String line =
        Template.of("{title} | {url} | {publisher} | {snippet}")
            .render(AlertMaker.opened("a"), value -> value);

    // Then
    assertThat(line)
        .isEqualTo(
            "Harbour closed & <locked> | https://harbour-gazette.example/a/a"
                + " | harbour-gazette.example | The harbour of Exia was closed on Monday.");
  }

  @Test
  void anUnknownVariableIsRefusedWithTheNearest() {
    // When, Then
    assertThatThrownBy(() -> Template.of("{sumary}"))
        .hasMessage("{sumary} is no variable; did you mean {summary}?");
    assertThatThrownBy(() -> Template.of("{nonsense}"))
        .hasMessageContaining("there are state, severity");
  }
}
