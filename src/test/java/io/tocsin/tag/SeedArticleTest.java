package io.tocsin.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tocsin.model.Alias;
import io.tocsin.model.Form;
import io.tocsin.model.Name;
import io.tocsin.model.Subject;
import io.tocsin.model.SubjectMention;
import io.tocsin.model.SubjectRef;
import io.tocsin.model.Tag;
import io.tocsin.model.Tagging;
import io.tocsin.model.Watchlist;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The first real article; it lies outside the project, in the folder that TOCSIN_DATA names. */
class SeedArticleTest {

  private static final Watchlist WATCHLIST =
      Watch.list(
          Watch.withShort("person/kim-jong-un", "Kim Jong Un", "Kim"),
          Watch.withShort("person/vladimir-putin", "Vladimir Putin", "Putin"),
          Watch.withShort("person/sergei-shoigu", "Sergei Shoigu", "Shoigu"),
          Watch.subject("organisation/kcna", "KCNA"),
          Watch.subject("organisation/un-security-council", "UN Security Council"),
          new Subject(
              "place/kp",
              "North Korea",
              List.of(Alias.of("DPRK")),
              List.of(),
              List.of("North Korean"),
              List.of("place/kp-pyongyang"),
              List.of(),
              null,
              null,
              null,
              null),
          Watch.subject("place/kp-pyongyang", "Pyongyang"),
          new Subject(
              "place/ru",
              "Russia",
              List.of(),
              List.of(),
              List.of("Russian"),
              List.of("place/ru-vostochny"),
              List.of(),
              null,
              null,
              null,
              null),
          Watch.subject("place/ru-vostochny", "Vostochny Cosmodrome"),
          Watch.subject("place/kr", "South Korea"),
          Watch.subject("place/jp", "Japan"),
          Watch.subject("place/ua", "Ukraine"),
          Watch.query("theme/arms-trade", "(arms OR weapon*) NEAR/6 (trade OR deal OR sale*)"),
          Watch.query("theme/missiles", "missile*"),
          Watch.query("theme/satellites", "satellite*"),
          Watch.query("theme/cooperation", "military NEAR/2 cooperation"),
          Watch.weighted("theme/sanctions", 4, Map.of("sanction*", 4)));

  @Test
  void everySubjectOfTheArticleIsFoundAndTheUnlistedPersonToo() throws IOException {
    // Given
    String folder = System.getenv("TOCSIN_DATA");
    assumeTrue(folder != null, "TOCSIN_DATA is not set: the seed article is not at hand");
    String text = Files.readString(Path.of(folder, "seed-article.txt"));

    // When
    Tagging tagging = Tagger.compile(WATCHLIST).tag(Watch.body(text));

    // Then
    assertThat(tagging.mentions())
        .extracting(SubjectMention::subject)
        .extracting(SubjectRef::id)
        .containsExactlyInAnyOrderElementsOf(
            WATCHLIST.subjects().stream().map(Subject::id).toList());
    assertThat(tagging.tags())
        .allSatisfy(
            tag -> assertThat(text.substring(tag.start(), tag.end())).isEqualTo(tag.surface()))
        .extracting(Tag::form)
        .contains(Form.NAME, Form.SHORT, Form.DEMONYM, Form.IMPLIED, Form.QUERY);
    assertThat(tagging.names()).extracting(Name::text).containsExactly("Leif-Eric Easley");
  }
}
