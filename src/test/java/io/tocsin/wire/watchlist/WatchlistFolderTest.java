package io.tocsin.wire.watchlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tocsin.model.Alias;
import io.tocsin.model.Condition;
import io.tocsin.model.Measure;
import io.tocsin.model.Rule;
import io.tocsin.model.Scope;
import io.tocsin.model.Severity;
import io.tocsin.model.Subject;
import io.tocsin.model.Watchlist;
import io.tocsin.model.Weights;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Folders of YAML become watchlists: what is read, in which order, and that many problems are told
 * at once.
 */
class WatchlistFolderTest {

  @TempDir private Path folder;

  @Test
  void everyPartOfTheFormatIsRead() throws IOException {
    // Given
    write("all.yaml", Examples.FULL);

    // When
    Watchlist watchlist = WatchlistFolder.read(folder);

    // Then
    assertThat(watchlist.version()).isZero();
    assertThat(watchlist.subjects())
        .extracting(Subject::id)
        .containsExactly(
            "organisation/apple",
            "person/jane-roe",
            "place/xx",
            "place/xx-capital",
            "theme/arms",
            "theme/embargo");
    assertThat(subject(watchlist, "organisation/apple").aliases())
        .containsExactly(
            Alias.of("Apple Inc"),
            new Alias("Apple", true, List.of("iPhone", "Tim Cook"), List.of("pie", "Big Apple")));
    assertThat(subject(watchlist, "person/jane-roe").shorts()).containsExactly("Roe");
    assertThat(subject(watchlist, "place/xx").aliases())
        .containsExactly(
            Alias.of("Exia"),
            Alias.of("Эксия").in("ru"),
            new Alias("ЭКС", true, List.of(), List.of("курс"), "ru"),
            Alias.of("Éxie").in("fr"),
            Alias.of("Eksija").in("sr-Latn"));
    assertThat(subject(watchlist, "place/xx").demonyms()).containsExactly("Exian");
    assertThat(subject(watchlist, "place/xx").contains()).containsExactly("place/xx-capital");
    assertThat(subject(watchlist, "place/xx").wikidata()).isEqualTo("Q42");
    assertThat(subject(watchlist, "theme/arms").mediaTopic()).isEqualTo("medtop:16000000");
    assertThat(subject(watchlist, "theme/arms").query())
        .isEqualTo("(arms OR weapon*) NEAR/6 (trade OR sale*)");
    assertThat(subject(watchlist, "theme/embargo").weights())
        .isEqualTo(
            new Weights(10, Map.of("sanction*", 4, "asset freeze", 5, "sanctioned event", -10)));
  }

  @Test
  void everyPartOfARuleIsRead() throws IOException {
    // Given
    write("all.yaml", Examples.FULL);

    // When
    Watchlist watchlist = WatchlistFolder.read(folder);

    // Then
    assertThat(watchlist.rules())
        .containsExactly(
            new Rule(
                "arms-match",
                0,
                Scope.NONE,
                new Condition.Match("missile* AND test*"),
                Severity.CRITICAL,
                Rule.DEFAULT_REARM,
                null,
                Map.of()),
            new Rule(
                "meeting",
                0,
                Scope.NONE,
                new Condition.Together(
                    List.of("person/jane-roe", "place/xx"), Condition.Within.SENTENCE),
                Severity.WARNING,
                Rule.DEFAULT_REARM,
                null,
                Map.of()),
            new Rule(
                "volume",
                0,
                new Scope(List.of("theme/embargo"), List.of("leaders"), List.of("place"), false),
                new Condition.Threshold(
                    Duration.ofMinutes(30), Measure.VOICES, 20, Duration.ofMinutes(5)),
                Severity.INFO,
                Duration.ofHours(12),
                new Rule.Resolve(10, Duration.ofMinutes(30)),
                Map.of("team", "policy")));
  }

  @Test
  void plainWordsStayTextWhateverYamlWouldMakeOfThem() throws IOException {
    // Given
    write(
        "a.yaml",
        "subjects:\n  - {id: place/no, name: NO, aliases: [NO, Yes, on, 1984, 3.10, 0x1F, 2023-11-06, .inf, true]}\n");

    // When
    Watchlist watchlist = WatchlistFolder.read(folder);

    // Then
    assertThat(watchlist.subjects().get(0).name()).isEqualTo("NO");
    assertThat(watchlist.subjects().get(0).aliases())
        .extracting(Alias::text)
        .containsExactly("NO", "Yes", "on", "1984", "3.10", "0x1F", "2023-11-06", ".inf", "true");
  }

  @Test
  void filesAreReadInOrderOfNameAndOthersAreLeftAlone() throws IOException {
    // Given
    write("b.yml", "subjects: [{id: place/b, name: B, aliases: [Bee]}]");
    write("a.yaml", "subjects: [{id: place/a, name: A, aliases: [Aye]}]");
    write("notes.txt", "not: [yaml");
    write(".a.yaml", "subjects: [");

    // When
    WatchlistFolder.Located located = WatchlistFolder.readLocated(folder);

    // Then
    assertThat(located.watchlist().subjects())
        .extracting(Subject::id)
        .containsExactly("place/a", "place/b");
    assertThat(located.places()).containsEntry("place/b", new Place("b.yml", 1, 12));
  }

  @Test
  void oneFileIsAWatchlistToo() throws IOException {
    // Given
    write("a.yaml", "\uFEFFsubjects: [{id: place/a, name: A, aliases: [Aye]}]");

    // When
    Watchlist watchlist = WatchlistFolder.read(folder.resolve("a.yaml"));

    // Then
    assertThat(watchlist.subjects()).hasSize(1);
  }

  @Test
  void sameIdInTwoFilesNamesBothPlaces() throws IOException {
    // Given
    write("a.yaml", "subjects:\n  - {id: place/a, name: A, aliases: [Aye]}\n");
    write("b.yaml", "\nsubjects:\n  - {id: place/a, name: A, aliases: [Aye]}\n");

    // When, Then
    assertThatThrownBy(() -> WatchlistFolder.read(folder))
        .hasMessage("b.yaml:3:5: place/a: this subject stands twice; the first is at a.yaml:2:5");
  }

  @Test
  void problemsOfSeveralFilesAreToldTogether() throws IOException {
    // Given
    write("a.yaml", "subjects:\n  - {id: place/a, nmae: A, aliases: [Aye]}\n");
    write("b.yaml", "rules: [\n");
    write(
        "c.yaml",
        "rules:\n  - {id: r, on: {all: maybe}, when: {threshold: {window: 5m, measure: voices, atLeast: many}}}\n");

    // When
    WatchlistException failure =
        catchThrowableOfType(WatchlistException.class, () -> WatchlistFolder.read(folder));

    // Then
    assertThat(failure.problems())
        .extracting(Problem::file)
        .containsExactly("a.yaml", "a.yaml", "b.yaml", "c.yaml", "c.yaml");
  }

  @Test
  void readingStopsAfterTwentyProblems() throws IOException {
    // Given
    write("a.yaml", "subjects:\n" + "  - {id: place/a, name: A}\n".repeat(500));

    // When
    WatchlistException failure =
        catchThrowableOfType(WatchlistException.class, () -> WatchlistFolder.read(folder));

    // Then
    assertThat(failure.problems()).hasSize(20);
    assertThat(failure)
        .hasMessageEndingWith("There may be more: reading stopped after 20 problems.");
  }

  @Test
  void fileLargerThanTenMegabytesIsRefusedUnread() throws IOException {
    // Given
    Files.write(folder.resolve("big.yaml"), new byte[WatchlistFile.MAX_BYTES + 1]);

    // When, Then
    assertThatThrownBy(() -> WatchlistFolder.read(folder))
        .hasMessage("big.yaml: has 10485761 bytes; at most 10485760 are read: split it");
  }

  @Test
  void fileInAnotherEncodingIsRefused() throws IOException {
    // Given
    Files.write(
        folder.resolve("a.yaml"),
        "subjects: [{id: place/a, name: Zürich}]".getBytes(StandardCharsets.ISO_8859_1));

    // When, Then
    assertThatThrownBy(() -> WatchlistFolder.read(folder))
        .hasMessage("a.yaml: is not UTF-8; save it with that encoding");
  }

  @Test
  void missingAndEmptyFoldersAreNamed() {
    assertThatThrownBy(() -> WatchlistFolder.read(folder))
        .hasMessageContaining("holds no file *.yaml or *.yml");
    assertThatThrownBy(() -> WatchlistFolder.read(folder.resolve("none")))
        .hasMessageEndingWith("none: there is no such folder or file");
  }

  @Test
  void everyCutOfAFileIsEitherRefusedOrAWatchlist() throws IOException {
    // Given
    int refused = 0;

    // When
    for (int length = 0; length < Examples.FULL.length(); length++) {
      write("cut.yaml", Examples.FULL.substring(0, length));
      try {
        WatchlistFolder.read(folder);
      } catch (WatchlistException e) {
        refused++;
      }
    }

    // Then
    assertThat(refused).isGreaterThan(Examples.FULL.length() / 2);
  }

  private static Subject subject(Watchlist watchlist, String id) {
    return watchlist.subjects().stream()
        .filter(subject -> subject.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
