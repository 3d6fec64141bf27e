package io.tocsin.tag.forms;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.tag.text.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How many names in oblique cases are found by the generated forms, and what is not. */
class FormsTest {

  static Collection<Sample> samples() {
    return Sample.ALL.values();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void namesInObliqueCasesAreFound(Sample sample) {
    // When
    List<String> missed = new ArrayList<>();
    int exact = 0;
    for (Sample.Line line : sample.lines()) {
      boolean asWritten = stands(line.sentence(), line.alias());
      exact += asWritten ? 1 : 0;
      if (!asWritten
          && Forms.of(line.alias(), sample.language()).stream()
              .noneMatch(form -> stands(line.sentence(), form))) {
        missed.add(line.alias() + ": " + line.sentence());
      }
    }

    // Then
    int total = sample.lines().size();
    int found = 100 * (total - missed.size()) / total;
    assertThat(total).isGreaterThanOrEqualTo(8);
    assertThat(found)
        .as("%s: %d%% as written; missed %s", sample.language(), 100 * exact / total, missed)
        .isGreaterThanOrEqualTo(sample.floor())
        .isGreaterThan(100 * exact / total);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void ordinaryWordsAreNoForms(Sample sample) {
    // Given
    Set<List<String>> forms = new HashSet<>();
    sample
        .lines()
        .forEach(
            line ->
                Forms.of(line.alias(), sample.language())
                    .forEach(form -> forms.add(Words.folded(form))));

    // When
    List<String> hits =
        Words.folded(sample.ordinary()).stream()
            .filter(word -> forms.contains(List.of(word)))
            .toList();

    // Then
    assertThat(sample.ordinary().split(" ", -1)).hasSizeGreaterThanOrEqualTo(15);
    assertThat(hits).isEmpty();
  }

  @Test
  void everyLanguageWithFormsHasASample() {
    Set<String> tested = new HashSet<>();
    samples().forEach(sample -> tested.add(sample.language()));

    // These share their table with one that has a sample.
    tested.addAll(Set.of("az", "bs", "hr", "sh", "nb", "nn", "no"));
    assertThat(Forms.languages()).isSubsetOf(tested);
  }

  @ParameterizedTest
  @CsvSource({
    "Россия, hi",
    "Россия, zz",
    "Росси*, ru",
    "НАТО, ru",
    "--, ru",
    "A B C D E F G, tr",
    "中国, zh"
  })
  void thereAreNoFormsOfWhatIsNotInflected(String alias, String language) {
    assertThat(Forms.of(alias, language)).isEmpty();
  }

  @Test
  void wordsOfANameStandInTheSameCase() {
    assertThat(Forms.of("Северная Корея", "ru"))
        .contains("Северной Кореи", "Северной Корее", "Северную Корею", "Северной Кореей")
        .doesNotContain("Северную Кореи", "Северной Корею", "Северная Корея");
  }

  @Test
  void theTagOfALanguageMayHaveAScriptOrRegion() {
    assertThat(Forms.of("Србија", "sr-Cyrl")).contains("Србије", "Србијом");
    assertThat(Forms.of("Srbija", "SR-Latn")).contains("Srbije", "Srbijom");
  }

  @Test
  void formsAreFewAndLongEnoughWhateverTheNameIs() {
    long seed = 20261124;
    Random random = new Random(seed);
    List<String> pieces =
        new ArrayList<>(List.of("-", " ", "'", "’", ".", "*", "𝒜", "́", "ال", "A", "ß"));
    samples()
        .forEach(s -> s.lines().forEach(l -> pieces.addAll(List.of(l.alias().split(" ", -1)))));
    for (int i = 0; i < 20_000; i++) {
      StringBuilder alias = new StringBuilder();
      for (int k = random.nextInt(6); k >= 0; k--) {
        String piece = pieces.get(random.nextInt(pieces.size()));
        alias.append(piece, random.nextInt(piece.length()), piece.length());
        alias.append(random.nextBoolean() ? " " : "");
      }
      for (String language : Forms.languages()) {
        assertThat(Forms.of(alias.toString(), language))
            .as("'%s' in %s, seed %d", alias, language, seed)
            .hasSizeLessThanOrEqualTo(Forms.MOST)
            .doesNotContain(alias.toString())
            .allMatch(form -> form.length() >= 3);
      }
    }
  }

  private static boolean stands(String sentence, String form) {
    return Collections.indexOfSubList(Words.folded(sentence), Words.folded(form)) >= 0;
  }
}
