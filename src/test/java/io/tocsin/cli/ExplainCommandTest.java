package io.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What {@code tocsin watch explain} prints. */
class ExplainCommandTest {

  @TempDir private Path folder;
  private Path article;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final CommandLine command =
      WatchCommand.commandLine(new SettingsOptions(), Clock.systemUTC())
          .setOut(new PrintWriter(out))
          .setErr(new PrintWriter(err));

  @BeforeEach
  void writeFiles() throws IOException {
    article = folder.resolve("article.jsonl");
    Files.writeString(
        article,
        """
        {"id": "a1", "title": "Exian talks", "body": "Apple growers met. Weapons were not part of any trade."}
        """);
    Files.writeString(
        folder.resolve("list.yaml"),
        """
        subjects:
          - {id: place/xx, name: Exia, aliases: [Exia], demonyms: [Exian], names: {ru: Эксия}}
          - id: organisation/apple
            name: Apple Inc.
            aliases:
              - Apple Inc
              - {text: Apple, case: exact, needs: [iPhone, Cupertino], never: [orchard]}
          - {id: theme/arms, name: Arms, query: 'weapon* NEAR/3 trade AND @place/xx'}
        rules:
          - id: arms
            when: {match: {query: 'weapon* SENTENCE trade'}}
        """);
  }

  @Test
  void anUnmetDistanceIsShownWithTheWordsBetween() {
    // When
    int exitCode = explain("--subject", "theme/arms");

    // Then
    assertThat(exitCode).isEqualTo(1);
    assertThat(out.toString())
        .isEqualToNormalizingNewlines(
            """
            article: a1 Exian talks
              no   theme/arms (Arms)  -- the article has no tag of it
                no   (weapon* NEAR/3 trade) AND @place/xx  -- not there: weapon* NEAR/3 trade
                  no   weapon* NEAR/3 trade  -- 6 words apart at the nearest, at most 3 allowed
                    yes  weapon*
                           body 19-26 'Weapons'
                    yes  trade
                           body 48-53 'trade'
                  yes  @place/xx
                         title 0-5 'Exian'
            """);
  }

  @Test
  void anAmbiguousAliasIsShownWithWhatItNeeds() {
    // When
    int exitCode = explain("--subject", "organisation/apple");

    // Then
    assertThat(exitCode).isEqualTo(1);
    assertThat(out.toString())
        .contains(
            "alias \"apple inc\"  -- not in the text",
            "alias apple, written exactly Apple, needs iphone, cupertino, never orchard",
            "1 place not tagged: 'Apple' in the body at 0: ambiguous, because none of what it needs"
                + " stands in the article: iphone, cupertino");
  }

  @Test
  void anInflectedFormIsShownWhereItStands() throws IOException {
    // Given
    Files.writeString(article, "{\"title\": \"Поездка в Эксию\", \"body\": \"Всё.\"}");

    // When
    int exitCode = explain("--subject", "place/xx");

    // Then
    assertThat(exitCode).isZero();
    assertThat(out.toString())
        .contains("no   alias эксия", "yes  alias эксию", "title 10-15 'Эксию'");
  }

  @Test
  void anEntryThatIsNoArticleIsNamedWithItsPlace() throws IOException {
    // Given
    Files.writeString(article, "{\"title\": \"Exia\"}\n{\"title\n");

    // When
    int exitCode = explain("--subject", "place/xx");

    // Then
    assertThat(exitCode).isEqualTo(1);
    assertThat(err.toString()).contains("article.jsonl:2: malformed_json");
  }

  @Test
  void rulesAndQueriesAreExplainedToo() {
    // When
    int ruleCode = explain("--rule", "arms");
    int queryCode = explain("--query", "title:weapon* AND language:de");

    // Then
    assertThat(ruleCode).isZero();
    assertThat(queryCode).isEqualTo(1);
    assertThat(out.toString())
        .contains(
            "yes  weapon* SENTENCE trade",
            "no   title:weapon*  -- not in the title",
            "no   weapon*  -- it stands elsewhere only: 'Weapons' in the body",
            "no   language:de  -- language is en");
  }

  @Test
  void whatIsNotInTheWatchlistIsAnErrorWithTheNearestThatIs() {
    // When
    int exitCode = explain("--subject", "place/xy");

    // Then
    assertThat(exitCode).isEqualTo(2);
    assertThat(err.toString()).contains("no subject 'place/xy': did you mean 'place/xx'?");
  }

  private int explain(String option, String value) {
    return command.execute("explain", folder.toString(), article.toString(), option, value);
  }
}
