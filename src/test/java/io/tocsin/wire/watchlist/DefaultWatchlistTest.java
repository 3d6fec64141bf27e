package io.tocsin.wire.watchlist;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.Alias;
import io.tocsin.model.Subject;
import io.tocsin.model.Watchlist;
import io.tocsin.tag.WatchlistLint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the watchlist that ships with the project holds at least. */
class DefaultWatchlistTest {

  private static final Path FOLDER = Path.of("config", "watchlist");
  private static final Pattern DATE = Pattern.compile("As of 20\\d\\d-\\d\\d-\\d\\d");
  private static final Pattern TICKER =
      Pattern.compile("[A-Z]{3,8}: [A-Z0-9]{1,10}([.&][A-Z0-9]{1,3})?");

  private final Watchlist watchlist = WatchlistFolder.read(FOLDER);

  @Test
  void peopleOrganisationsAndThemesAreAsManyAsPromised() {
    assertThat(ofKind("person")).hasSizeGreaterThanOrEqualTo(400);
    assertThat(ofKind("organisation")).hasSizeGreaterThanOrEqualTo(400);
    assertThat(ofKind("theme")).hasSizeGreaterThanOrEqualTo(40);
  }

  @Test
  void companiesAreFoundByTheirTickersToo() {
    // When
    List<Subject> withTicker =
        ofKind("organisation").stream()
            .filter(subject -> subject.groups().contains("companies"))
            .filter(subject -> subject.aliases().stream().anyMatch(DefaultWatchlistTest::isTicker))
            .toList();

    // Then
    assertThat(withTicker).hasSizeGreaterThanOrEqualTo(150);
  }

  @Test
  void everyThemeNamesItsMediaTopic() {
    assertThat(ofKind("theme"))
        .allSatisfy(
            theme ->
                assertThat(theme.mediaTopic())
                    .as(theme.id())
                    .isNotNull()
                    .matches("medtop:(0[1-9]|1[0-7]|20)\\d{6}"));
  }

  @Test
  void someThemesAreWeightedLists() {
    assertThat(ofKind("theme"))
        .filteredOn(theme -> theme.weights() != null)
        .hasSizeGreaterThanOrEqualTo(12);
  }

  @Test
  void lintFindsNothing() {
    assertThat(WatchlistLint.check(watchlist)).isEmpty();
  }

  @Test
  void everyFileSaysItsDate() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.filter(file -> file.toString().endsWith(".yaml")))
          .isNotEmpty()
          .allSatisfy(
              file ->
                  assertThat(Files.readString(file).split("subjects:|rules:", 2)[0])
                      .as(file.toString())
                      .containsPattern(DATE));
    }
  }

  private List<Subject> ofKind(String kind) {
    return watchlist.subjects().stream()
        .filter(subject -> subject.id().startsWith(kind + "/"))
        .toList();
  }

  private static boolean isTicker(Alias alias) {
    return TICKER.matcher(alias.text()).matches();
  }
}
