package io.tocsin.tag.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.Article;
import io.tocsin.tag.Watch;
import io.tocsin.tag.text.Scan;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which articles are one story. */
class StoryTest {
  private static final String TEXT =
      """
      The harbour of Port Selby was closed on Monday after a crane fell onto the quay.

      Nobody was hurt, the harbour master said.

      Ships wait outside.""";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\n\n(Reporting by Mara Quintell; editing by Tarik Omrani)",
        "\n\n(Reporting by Mara Quintell)\n\nCoastal News Agency",
        "\n Coastal\n",
        "\n\nCNA / dpa",
        "   \n\n\n",
      })
  void wireCopiesWithAnotherCreditShareTheStory(String credit) {
    // Given
    String original = story("Crane falls", TEXT);

    // When
    String copy =
        story(
            "Harbour closed after accident",
            TEXT.replace(",", "").toUpperCase(Locale.ROOT) + credit);

    // Then
    assertThat(copy).isEqualTo(original).matches("[0-9a-f]{16}");
  }

  @Test
  void anotherTextIsAnotherStory() {
    // When
    String other = story("Crane falls", TEXT.replace("a crane", "a bridge"));

    // Then
    assertThat(other).isNotEqualTo(story("Crane falls", TEXT));
  }

  @Test
  void aLastLineThatWasOnlyWrappedBelongsToTheText() {
    // Given
    String text = "The harbour of Port Selby was closed on Monday after a crane\nfell onto the ";

    // When
    String quay = story("", text + "quay.");
    String ship = story("", text + "ship.");

    // Then
    assertThat(quay).isNotEqualTo(ship);
  }

  @Test
  void withoutABodyTheTitleIsTheStory() {
    // When
    String one = story("Crane falls in Port Selby", "");
    String same = story("CRANE FALLS, in Port-Selby!", "");
    String other = story("Crane falls in Port Hale", "");

    // Then
    assertThat(same).isEqualTo(one).isNotEqualTo(other);
  }

  @Test
  void aBodyThatSaysNearlyNothingNeedsTheTitleToo() {
    assertThat(story("Crane falls", "Read more")).isNotEqualTo(story("Bridge falls", "Read more"));
  }

  private static String story(String title, String body) {
    Article article = Watch.article(title, "", body);
    Scan scan = new Scan();
    scan.read(article);
    return new Story().fingerprint(scan);
  }
}
