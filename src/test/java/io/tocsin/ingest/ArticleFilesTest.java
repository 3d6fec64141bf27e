package io.tocsin.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.model.Reason;
import io.tocsin.wire.ArticleReader;
import io.tocsin.wire.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files in every shape that people have, and what becomes of the broken ones. */
class ArticleFilesTest {
  private static final String A = "{\"id\":\"a\",\"title\":\"A\"}";
  private static final String B = "{\"id\":\"b\",\"title\":\"B [,] \\\"}\\\"\"}";

  private final ArticleReader reader = new ArticleReader();

  @TempDir private Path folder;

  @Test
  void linesAreSentByteForByteWithTheirNumbers() throws IOException {
    // When
    List<Offer> offers = offers("n.jsonl", A + "\r\n\n  \n{broken\n" + B);

    // Then
    assertThat(offers).hasSize(3);
    assertThat(describe(offers.get(0))).isEqualTo("n.jsonl:1 valid a " + A);
    assertThat(describe(offers.get(1))).isEqualTo("n.jsonl:4 invalid MALFORMED_JSON {broken");
    assertThat(describe(offers.get(2))).isEqualTo("n.jsonl:5 valid b " + B);
  }

  @Test
  void blankLinesAreCounted() throws IOException {
    // Given
    Path file = Files.writeString(folder.resolve("n.jsonl"), "\n" + A + "\n\r\n\n");

    // When
    try (ArticleFiles files = ArticleFiles.open(file, reader)) {
      List<Offer> offers = drain(files);

      // Then
      assertThat(offers).hasSize(1);
      assertThat(files.blankLines()).isEqualTo(3);
      assertThat(files.bytesRead()).isEqualTo(files.bytesTotal()).isEqualTo(Files.size(file));
    }
  }

  @Test
  void gzipIsToldByItsBytesAndItsProgressByItsLengthOnDisk() throws IOException {
    // Given
    Path file = folder.resolve("misnamed.jsonl");
    Files.write(file, gzip((A + "\n" + B + "\n").repeat(5_000)));

    // When
    try (ArticleFiles files = ArticleFiles.open(file, reader)) {
      List<Offer> offers = drain(files);

      // Then
      assertThat(offers).hasSize(10_000).allMatch(Offer.Valid.class::isInstance);
      assertThat(files.bytesRead()).isEqualTo(Files.size(file));
    }
  }

  @Test
  void gzipThatBreaksOffIsReportedWithItsPlace() throws IOException {
    // Given
    byte[] whole = gzip(A + "\n" + B + "\n");
    Files.write(folder.resolve("1.jsonl.gz"), Arrays.copyOf(whole, whole.length - 9));
    Files.writeString(folder.resolve("2.jsonl"), A);

    // When
    List<Offer> offers = open(folder);

    // Then
    assertThat(offers.stream().map(ArticleFilesTest::describe))
        .containsExactly(
            "1.jsonl.gz:1 valid a " + A,
            "1.jsonl.gz:2 valid b " + B,
            "1.jsonl.gz:3 unsendable cannot be read (EOFException); what follows in this file was not sent",
            "2.jsonl:1 valid a " + A);
  }

  @Test
  void elementsOfAnArrayAreOfferedOneByOne() throws IOException {
    // When
    List<Offer> offers =
        offers("n.json", "\uFEFF[\n " + A + ",\n" + B + ", 12, {\"title\":\n 1}\n]\n");

    // Then
    assertThat(offers.stream().map(ArticleFilesTest::describe))
        .containsExactly(
            "n.json:2 valid a " + A,
            "n.json:3 valid b " + B,
            "n.json:3 invalid NOT_AN_OBJECT 12",
            "n.json:3 invalid INVALID_FIELD {\"title\":\n 1}");
  }

  @Test
  void anArrayThatIsNotClosedIsReported() throws IOException {
    // When
    List<Offer> offers = offers("n.json", "[" + A + ",");
    List<Offer> cutInside = offers("n.json", "[" + A + ",{\"title\":\"x");

    // Then
    assertThat(offers).hasSize(2);
    assertThat(offers.get(1)).isInstanceOf(Offer.Unsendable.class);
    assertThat(cutInside).hasSize(3);
    assertThat(describe(cutInside.get(1)))
        .isEqualTo("n.json:1 invalid MALFORMED_JSON {\"title\":\"x");
  }

  @Test
  void documentsSpreadOverLinesAreOneOfferEach() throws IOException {
    // Given
    String ninjs2 =
        "{\n \"uri\": \"urn:x:1\",\n \"headlines\": [ {\"value\": \"H\"} ],\n \"versioncreated\": \"2021-05-26T13:40:18+02:00\"\n}\n";
    String ninjs3 =
        "{\n \"uri\": \"urn:x:2\",\n \"bodies\": [\n {\"contentType\": \"text/html\", \"value\": \"<p>B</p>\"}\n ]\n}\n";

    // When
    List<Offer> offers = offers("n.json", ninjs2 + ninjs3);

    // Then
    assertThat(offers.stream().map(ArticleFilesTest::describe))
        .containsExactly(
            "n.json:1 valid urn:x:1 " + ninjs2.strip(), "n.json:6 valid urn:x:2 " + ninjs3.strip());
  }

  @Test
  void aBrokenFirstLineDoesNotHideTheLinesAfterIt() throws IOException {
    // When
    List<Offer> offers = offers("n.jsonl", "{\"title\": [1,\n" + A + "\n");

    // Then
    assertThat(offers.stream().map(ArticleFilesTest::describe))
        .containsExactly(
            "n.jsonl:1 invalid MALFORMED_JSON {\"title\": [1,", "n.jsonl:2 valid a " + A);
  }

  @Test
  void plainTextWithADateHeadIsAnArticleOfThatDay() throws IOException {
    // When
    List<Offer> offers =
        offers("n.txt", " date 2023-11-06 A ship came in.\n\nIt left \"again\".\n");

    // Then
    assertThat(offers).hasSize(1);
    assertThat(describe(offers.get(0)))
        .matches("n\\.txt valid text:[0-9a-f]{32} .*")
        .endsWith(
            "{\"body\":\"A ship came in.\\n\\nIt left \\\"again\\\".\",\"publishedAt\":\"2023-11-06T00:00:00Z\"}");
  }

  @Test
  void textWithoutOrWithAnImpossibleHeadIsNotSent() throws IOException {
    assertThat(problem("n.txt", "A ship came in.")).contains("date YYYY-MM-DD");
    assertThat(problem("n.txt", "date 2023-02-30 A ship came in.")).contains("no calendar");
    assertThat(describe(offers("n.txt", "date 2023-02-28  \n").get(0))).contains("invalid NO_TEXT");
    Files.write(folder.resolve("n.txt"), new byte[] {'d', 'a', 't', 'e', (byte) 0xFF});
    assertThat(describe(open(folder.resolve("n.txt")).get(0))).contains("is not UTF-8");
  }

  @Test
  void whatIsTooLongForARecordIsNotSentAndTheNextGoesOn() throws IOException {
    // Given
    String tooLong = "{\"title\":\"" + "x".repeat(Json.MAX_BYTES) + "\"}";

    // When
    List<Offer> lines = offers("n.jsonl", A + "\n" + tooLong + "\n" + B + "\n");
    List<Offer> values = offers("n.json", "[" + A + "," + tooLong + "," + B + "]");

    // Then
    assertThat(lines).hasSize(3).element(1).isInstanceOf(Offer.Unsendable.class);
    assertThat(lines.get(1).place()).endsWith("n.jsonl:2");
    assertThat(describe(lines.get(2))).isEqualTo("n.jsonl:3 valid b " + B);
    assertThat(values).hasSize(3).element(1).isInstanceOf(Offer.Unsendable.class);
  }

  @Test
  void aFolderGivesItsFilesInOrderAndLeavesOthersOut() throws IOException {
    // Given
    Files.createDirectories(folder.resolve("sub"));
    Files.writeString(folder.resolve("sub/z.ndjson"), B);
    Files.writeString(folder.resolve("a.json"), A);
    Files.writeString(folder.resolve("picture.png"), A);
    Files.writeString(folder.resolve(".hidden.json"), A);

    // When / Then
    assertThat(open(folder).stream().map(ArticleFilesTest::describe))
        .containsExactly("a.json:1 valid a " + A, "z.ndjson:1 valid b " + B);
  }

  @Test
  void whatDoesNotExistIsAClearError() throws IOException {
    // Given
    Path empty = Files.createDirectory(folder.resolve("empty"));

    // When / Then
    assertThatThrownBy(() -> open(folder.resolve("missing")))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("missing");
    assertThatThrownBy(() -> open(empty))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining(".jsonl");
  }

  @Test
  void aStreamHasNoLengthAndANameOfItsOwn() throws IOException {
    // When
    try (ArticleFiles files =
        ArticleFiles.of("standard input", new ByteArrayInputStream(utf8(A)), reader)) {
      // Then
      assertThat(files.bytesTotal()).isEqualTo(-1);
      assertThat(drain(files)).extracting(Offer::place).containsExactly("standard input:1");
    }
  }

  @Test
  void invalidUtf8OfALineIsKeptAsItIs() throws IOException {
    // Given
    byte[] line = {'{', '"', (byte) 0xC0, (byte) 0x80, '"', ':', '1', '}'};
    Files.write(folder.resolve("n.jsonl"), line);

    // When
    Offer offer = open(folder.resolve("n.jsonl")).get(0);

    // Then
    assertThat(offer).isInstanceOf(Offer.Invalid.class);
    assertThat(((Offer.Invalid) offer).value()).isEqualTo(line);
    assertThat(((Offer.Invalid) offer).refusal().reason()).isEqualTo(Reason.INVALID_UTF8);
  }

  private List<Offer> offers(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
    return open(folder.resolve(name));
  }

  private String problem(String name, String text) throws IOException {
    Offer offer = offers(name, text).get(0);
    assertThat(offer).isInstanceOf(Offer.Unsendable.class);
    return ((Offer.Unsendable) offer).problem();
  }

  private List<Offer> open(Path path) throws IOException {
    try (ArticleFiles files = ArticleFiles.open(path, reader)) {
      return drain(files);
    }
  }

  private static List<Offer> drain(ArticleFiles files) {
    List<Offer> offers = new ArrayList<>();
    files.forEachRemaining(offers::add);
    return offers;
  }

  private static String describe(Offer offer) {
    String place = offer.place().substring(offer.place().lastIndexOf('/') + 1);
    if (offer instanceof Offer.Valid valid) {
      return place + " valid " + valid.id() + " " + text(valid.value());
    }
    if (offer instanceof Offer.Invalid invalid) {
      return place + " invalid " + invalid.refusal().reason() + " " + text(invalid.value());
    }
    return place + " unsendable " + ((Offer.Unsendable) offer).problem();
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(utf8(text));
    }
    return bytes.toByteArray();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
