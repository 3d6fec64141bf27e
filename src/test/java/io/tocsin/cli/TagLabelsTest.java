package io.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.runtime.ExitCode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/**
 * {@code tocsin tag --format conll} and {@code --evaluate}: what they print, and of which files.
 */
class TagLabelsTest {

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private static final String LABELLED =
      """
      -DOCSTART- -X- O O

      Mara NNP I-NP B-PER
      Quintell NNP I-NP I-PER
      left VBD I-VP O
      Exia NNP I-NP B-LOC
      on IN I-PP O
      Monday NNP I-NP B-DATE
      . . O O

      The DT I-NP O
      Korvan NNP I-NP B-ORG
      Steel NNP I-NP I-ORG
      Corp NNP I-NP I-ORG
      closed VBD I-VP O
      . . O O
      """;

  @BeforeEach
  void writeWatchlist() throws IOException {
    write("list.yaml", "subjects: [{id: place/xx, name: Exia, aliases: [Exia]}]");
  }

  @Test
  void anArticleIsPrintedOneWordAndItsLabelALine() throws IOException {
    // Given
    Path file =
        write(
            "news.jsonl",
            "{\"title\": \"Fire!\", \"body\": \"It hit Exia. \\\"The plan by Mara Quintell failed.\\\"\"}");

    // When
    int exitCode = tag(file, "--format", "conll");

    // Then
    assertThat(err.toString()).isEmpty();
    assertThat(exitCode).isZero();
    assertThat(out.toString())
        .isEqualToNormalizingNewlines(
            """
            -DOCSTART- O

            Fire O
            ! O

            It O
            hit O
            Exia B-LOC
            . O

            " O
            The O
            plan O
            by O
            Mara B-PER
            Quintell I-PER
            failed O
            . O
            " O

            """);
  }

  @Test
  void aLabelledFileIsLabelledAnewWhateverItsNameIs() throws IOException {
    // Given
    Path file = write("labelled.txt", "Exia B-ORG\nslept O\n");

    // When
    int exitCode = tag(file, "--format", "conll");

    // Then
    assertThat(exitCode).isZero();
    assertThat(out.toString())
        .isEqualToNormalizingNewlines("-DOCSTART- O\n\nExia B-LOC\nslept O\n\n");
  }

  @Test
  void evaluationComparesEachKindWithTheLabels() throws IOException {
    // Given
    Path file = write("gold.conll", LABELLED);

    // When
    int exitCode = tag(file, "--evaluate");

    // Then
    assertThat(err.toString()).isEmpty();
    assertThat(exitCode).isZero();
    assertThat(out.toString().lines())
        .contains(
            "PER         P 1.000  R 1.000  F1 1.000  (1 right, 1 found, 1 in the file)",
            "ORG         P 1.000  R 1.000  F1 1.000  (1 right, 1 found, 1 in the file)",
            "LOC         P 1.000  R 1.000  F1 1.000  (1 right, 1 found, 1 in the file)",
            "all         P 1.000  R 1.000  F1 1.000  (3 right, 3 found, 3 in the file)",
            "span alone  P 1.000  R 1.000  F1 1.000  (3 right, 3 found, 3 in the file)")
        .anyMatch(line -> line.matches("\\d+\\.\\d\\d million words a second, one thread .*"));
  }

  @Test
  void kindsThatAreNotMeasuredAreToldWithTheLineOfTheFirst() throws IOException {
    // Given
    Path file = write("gold.conll", LABELLED);

    // When
    tag(file, "--evaluate");

    // Then
    assertThat(out.toString().lines())
        .contains(
            "left out: kind DATE, tokens: 1, the first in line 8 (measured are PER, ORG and LOC,"
                + " also written person, organization, location, gpe, facility)");
  }

  @Test
  void aGzippedFileIsReadToo() throws IOException {
    // Given
    Path file = folder.resolve("gold.conll.gz");
    try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(file))) {
      gzip.write(LABELLED.getBytes(StandardCharsets.UTF_8));
    }

    // When
    int exitCode = tag(file, "--evaluate");

    // Then
    assertThat(exitCode).isZero();
    assertThat(out.toString()).contains("3 right, 3 found, 3 in the file");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      textBlock =
          """
          Mara B-PER\\nQuintell        ; gold.conll line 2: expected a token and, last, its label, such as 'Quintell O', found one column
          Mara PER                     ; gold.conll line 1: 'PER' in the last column is no label: write O, or B- or I- and a kind, such as B-PER
          a O\\n\\nMara B-PER extra    ; gold.conll line 3: 'extra' in the last column is no label
          Mara B-PERS                  ; gold.conll: nothing to measure: left out: kind PERS, tokens: 1, the first in line 1
          all O\\nis O                 ; gold.conll: nothing to measure: all labels are O (measured are PER, ORG and LOC
          ~~                           ; gold.conll: no token: expected lines of a token and its label, such as 'Rome B-LOC'
          -DOCSTART- O\\n\\n           ; gold.conll: no token: expected lines of a token and its label
          """)
  void aFileThatCannotBeMeasuredIsRefusedWithTheLineAndTheFix(String text, String message)
      throws IOException {
    // Given
    Path file = write("gold.conll", text.replace("\\n", "\n"));

    // When
    int exitCode = tag(file, "--evaluate");

    // Then
    assertThat(exitCode).isEqualTo(ExitCode.USAGE.number());
    assertThat(err.toString()).startsWith("tocsin: ").contains(message).hasLineCount(1);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aFileThatIsNotThereOrNotReadableIsNamed() throws IOException {
    // Given
    Path broken = folder.resolve("broken.conll.gz");
    Files.writeString(broken, LABELLED);
    Path latin = folder.resolve("latin.conll");
    Files.write(latin, "Zürich B-LOC\n".getBytes(StandardCharsets.ISO_8859_1));

    // When
    int missing = tag(folder.resolve("gone.conll"), "--evaluate");
    int noArticles = tag(folder.resolve("gone.jsonl"), "--format", "conll");
    int directory = tag(folder, "--evaluate");
    int notGzip = tag(broken, "--format", "conll");
    int notUtf8 = tag(latin, "--evaluate");

    // Then
    assertThat(new int[] {missing, noArticles, directory, notGzip, notUtf8})
        .containsOnly(ExitCode.USAGE.number());
    assertThat(err.toString().replace(folder.toString(), "F").lines())
        .containsExactly(
            "tocsin: cannot read F/gone.conll: no such file",
            "tocsin: cannot read F/gone.jsonl: no such file or folder",
            "tocsin: cannot read F: it is a folder; name one file of it",
            "tocsin: cannot read F/broken.conll.gz: it ends in .gz but is not whole or no gzip file",
            "tocsin: cannot read F/latin.conll: not UTF-8 some way after line 0; convert the file to"
                + " UTF-8");
  }

  @Test
  void anUnknownFormatAndABrokenWatchlistAreWrongUsage() throws IOException {
    // Given
    Path file = write("gold.conll", LABELLED);

    // When
    int format = tag(file, "--format", "xml");
    write("list.yaml", "subjects: [{id: place/xx, nam: Exia}]");
    int watchlist = tag(file, "--evaluate");

    // Then
    assertThat(format).isEqualTo(ExitCode.USAGE.number());
    assertThat(watchlist).isEqualTo(ExitCode.USAGE.number());
    assertThat(err.toString())
        .contains("--format xml: json and conll are known")
        .contains("list.yaml:1:")
        .contains("did you mean 'name'?");
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private int tag(Path file, String... options) {
    String[] all = new String[options.length + 3];
    all[0] = file.toString();
    all[1] = "--watchlist";
    all[2] = folder.resolve("list.yaml").toString();
    System.arraycopy(options, 0, all, 3, options.length);
    return new CommandLine(new TagCommand(new SettingsOptions()))
        .setExecutionExceptionHandler(new Failures())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(all);
  }
}
