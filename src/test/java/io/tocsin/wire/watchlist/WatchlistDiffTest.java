package io.tocsin.wire.watchlist;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.Rule;
import io.tocsin.model.Watchlist;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The difference of two watchlists, as it is printed before anything is written. */
class WatchlistDiffTest {

  @TempDir private Path folder;

  @Test
  void equalWatchlistsDifferInNothingEvenWhenRulesWereApplied() throws IOException {
    // Given
    Watchlist file = read(Examples.FULL);
    List<Rule> applied = file.rules().stream().map(rule -> rule.withVersion(4)).toList();
    Watchlist topic = new Watchlist(4, file.effectiveFrom(), file.subjects(), applied);

    // When
    WatchlistDiff diff = WatchlistDiff.between(topic, file);

    // Then
    assertThat(diff.isEmpty()).isTrue();
    assertThat(diff.text()).isEqualTo("no difference\n");
  }

  @Test
  void everyChangeIsPrintedWithItsKeys() throws IOException {
    // Given
    Watchlist before = read(Examples.FULL);
    Watchlist after =
        read(
            Examples.FULL
                .replace("short: [Roe]", "short: [Ms Roe]")
                .replace("Q42", "Q43")
                .replace("fr: Éxie", "fr: [Éxie, Exie]")
                .replace("medtop:16000000", "medtop:16000001")
                .replace("atLeast: 20", "atLeast: 30")
                .replace("asset freeze: 5", "asset freeze: 6")
                .replace("id: arms-match", "id: arms-tests")
                .replace("organisation/apple", "organisation/pear"));

    // When
    WatchlistDiff diff = WatchlistDiff.between(before, after);

    // Then
    assertThat(diff.text())
        .isEqualTo(
            """
            + subject organisation/pear (Apple Inc.)
            ~ subject person/jane-roe
                short: +"Ms Roe" -"Roe"
            ~ subject place/xx
                names.fr: +"Exie"
                wikidata: "Q42" → "Q43"
            ~ subject theme/arms
                mediaTopic: "medtop:16000000" → "medtop:16000001"
            ~ subject theme/embargo
                weights.terms.asset freeze: 5 → 6
            - subject organisation/apple
            + rule arms-tests
            ~ rule volume
                when.threshold.atLeast: 20 → 30
            - rule arms-match
            subjects: 1 added, 4 changed, 1 removed; rules: 1 added, 1 changed, 1 removed
            """);
  }

  @Test
  void anotherOrderOfAliasesIsAChange() throws IOException {
    // Given
    Watchlist before = read("subjects: [{id: place/a, name: A, aliases: [x, y]}]");
    Watchlist after = read("subjects: [{id: place/a, name: A, aliases: [y, x]}]");

    // When
    WatchlistDiff diff = WatchlistDiff.between(before, after);

    // Then
    assertThat(diff.subjects().changed())
        .containsExactly(
            Map.entry("place/a", List.of(new WatchlistDiff.KeyChange("aliases", "another order"))));
  }

  private Watchlist read(String text) throws IOException {
    return WatchlistFolder.read(Files.writeString(folder.resolve("a.yaml"), text));
  }
}
