package io.tocsin.cli.conll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tocsin.wire.watchlist.WatchlistFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The arithmetic of measuring names, and the floors that they must reach on labelled news. */
class EvaluationTest {

  @Test
  void scoresAreSharesOfWhatWasFoundAndOfWhatIsThere() {
    // When
    Score score = Score.of(List.of("a", "b", "c"), List.of("b", "c", "d", "e"));

    // Then
    assertThat(score).isEqualTo(new Score(2, 3, 4));
    assertThat(score.precision()).isCloseTo(2.0 / 3, within(1e-9));
    assertThat(score.recall()).isCloseTo(0.5, within(1e-9));
    assertThat(score.f1()).isCloseTo(4.0 / 7, within(1e-9));
    assertThat(Score.NONE.f1()).isZero();
  }

  @Test
  void tokensBecomeTextAndLabelsBecomeSpans() throws IOException {
    // Given
    List<String> lines =
        List.of(
            "-DOCSTART- O",
            "",
            "Mara X B-PER",
            "Quintell X I-PER",
            "'s X O",
            "dog X O",
            ". X O",
            "",
            "( X O",
            "Velmora X B-GPE",
            ") X O");

    // When
    ConllDocument document = ConllFile.read(lines, "test").documents().get(0);

    // Then
    assertThat(document.text()).isEqualTo("Mara Quintell's dog.\n\n(Velmora)");
    assertThat(LabelledSpan.of(document))
        .containsExactly(new LabelledSpan(0, 1, "PER"), new LabelledSpan(6, 6, "LOC"));
  }

  @Test
  @EnabledIfEnvironmentVariable(named = "TOCSIN_DATA", matches = ".+")
  void namesAndTheDefaultWatchlistReachTheFloors() throws IOException {
    // Given
    Path file = Path.of(System.getenv("TOCSIN_DATA"), "conllpp-dev.txt.gz");

    // When
    Evaluation evaluation =
        Evaluation.of(file, WatchlistFolder.read(Path.of("config", "watchlist")));

    // Then
    assertThat(evaluation.all().f1()).isGreaterThanOrEqualTo(0.75);
    assertThat(evaluation.spans().f1()).isGreaterThanOrEqualTo(0.90);
  }
}
