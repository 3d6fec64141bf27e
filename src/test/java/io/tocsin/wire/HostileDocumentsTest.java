package io.tocsin.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.tocsin.model.Outcome;
import io.tocsin.model.Reason;
import io.tocsin.model.Refusal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Documents that must be refused, each with its one reason; none of them may be quoted in the
 * answer.
 */
class HostileDocumentsTest {
  private static final String CANARY = "Canary8417";

  private final ArticleReader reader = new ArticleReader();

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void isRefusedWithItsReason(String name, byte[] document, Reason reason) {
    // When
    Outcome<Received> outcome = reader.read(document);

    // Then
    assertThat(outcome).as(name).isInstanceOf(Outcome.Refused.class);
    Refusal refusal = ((Outcome.Refused<Received>) outcome).refusal();
    assertThat(refusal.reason()).as(refusal.detail()).isEqualTo(reason);
    assertThat(refusal.detail())
        .isNotBlank()
        .hasSizeLessThan(300)
        .doesNotContain(CANARY, "\n", "\r");
  }

  @Test
  void theTableHasEveryReason() {
    // When
    Set<Reason> covered = documents().map(row -> (Reason) row.get()[2]).collect(Collectors.toSet());

    // Then
    assertThat(covered).isEqualTo(EnumSet.allOf(Reason.class));
  }

  @Test
  void theDetailNamesThePlaceAndTheField() {
    // When / Then
    assertThat(refusal("{\"title\":\"a\",\n \"title\":\"b\"}"))
        .isEqualTo(
            new Refusal(
                Reason.DUPLICATE_KEY,
                "line 2, column 9 (offset 22) repeats the key title; keep one of them",
                "title"));
    assertThat(refusal("{\"title\":\"a\",\n \"body\" 1}").detail()).startsWith("line 2, column ");
    assertThat(refusal("{\"title\":12}"))
        .isEqualTo(
            new Refusal(Reason.INVALID_FIELD, "title must be a string; it is a number", "title"));
    assertThat(refusal("{\"t\r\n\":1,\"t\r\n\":2}").field()).isNull();
    assertThat(refusal("<html>").detail()).contains("HTML");
  }

  static Stream<Arguments> documents() {
    return Stream.of(
            malformed(),
            notObjects(),
            duplicates(),
            tooDeep(),
            tooLarge(),
            notUtf8(),
            fields(),
            noText())
        .flatMap(rows -> rows);
  }

  private static Stream<Arguments> malformed() {
    return Stream.of(
            "",
            "   \n\t ",
            "\uFEFF",
            "{",
            "{\"title\":\"" + CANARY,
            "{\"title\":\"" + CANARY + "\"",
            "{\"title\":\"x\"}}",
            "{\"title\":\"x\"} {\"title\":\"y\"}",
            "{\"title\":\"x\"},",
            "{\"title\":\"x\"}" + CANARY,
            "{\"title\":\"x\",}",
            "{'title':'x'}",
            "{title:\"x\"}",
            "{\"title\" \"x\"}",
            "{\"title\":\"a\nb\"}",
            "{\"title\":\"a\\qb\"}",
            "{\"title\":\"a\\u00zz\"}",
            "{\"title\":\"x\",\"n\":01}",
            "{\"title\":\"x\",\"n\":+1}",
            "{\"title\":\"x\",\"n\":.5}",
            "{\"title\":\"x\",\"n\":1.}",
            "{\"title\":\"x\",\"n\":0x1F}",
            "{\"title\":\"x\",\"n\":NaN}",
            "{\"title\":\"x\",\"n\":-Infinity}",
            "{\"title\":\"x\",\"b\":True}",
            "{\"title\":\"x\"/* comment */}",
            "// comment\n{\"title\":\"x\"}",
            "<!DOCTYPE html><html><body>" + CANARY + "</body></html>",
            "  <?xml version=\"1.0\"?><rss/>",
            CANARY,
            "nul",
            "]",
            "}",
            "\\u007B\"title\":\"x\"}")
        .map(text -> row(text, Reason.MALFORMED_JSON));
  }

  private static Stream<Arguments> notObjects() {
    return Stream.of(
            "null",
            "true",
            "12",
            "-1.5e3",
            "\"" + CANARY + "\"",
            "[]",
            "[{\"title\":\"x\"}]",
            " [1,2] ")
        .map(text -> row(text, Reason.NOT_AN_OBJECT));
  }

  private static Stream<Arguments> duplicates() {
    return Stream.of(
            "{\"id\":\"a\",\"id\":\"b\",\"title\":\"x\"}",
            "{\"title\":\"x\",\"title\":\"x\"}",
            "{\"title\":\"x\",\"\\u0074itle\":\"y\"}",
            "{\"title\":\"x\",\"extra\":{\"k\":1,\"k\":2}}",
            "{\"title\":\"x\",\"" + CANARY + " \":1,\"" + CANARY + " \":2}")
        .map(text -> row(text, Reason.DUPLICATE_KEY));
  }

  private static Stream<Arguments> tooDeep() {
    return Stream.of(
        row(
            "{\"title\":\"x\",\"d\":" + "[".repeat(1_001) + "]".repeat(1_001) + "}",
            Reason.TOO_DEEP),
        row("{\"a\":".repeat(65) + "1" + "}".repeat(65), Reason.TOO_DEEP),
        row("[".repeat(100_000), Reason.TOO_DEEP));
  }

  private static Stream<Arguments> tooLarge() {
    String keys =
        IntStream.range(0, 60_000)
            .mapToObj(i -> "\"k" + i + "\":1")
            .collect(Collectors.joining(","));
    return Stream.of(
        row("{\"title\":\"" + "x".repeat(20_000_000) + "\"}", Reason.TOO_LARGE),
        row("{\"title\":\"x\",\"n\":" + "9".repeat(1_000) + "}", Reason.TOO_LARGE),
        row("{\"title\":\"x\",\"" + "k".repeat(1_000) + "\":1}", Reason.TOO_LARGE),
        row("{\"title\":\"x\"," + keys + "}", Reason.TOO_LARGE),
        row("{\"title\":\"x\",\"source\":\"" + "s".repeat(5_000) + "\"}", Reason.TOO_LARGE),
        row("{\"title\":\"x\",\"url\":\"https://" + "s".repeat(10_000) + "\"}", Reason.TOO_LARGE),
        row("{\"title\":\"x\",\"authors\":[" + "\"a\",".repeat(300) + "\"a\"]}", Reason.TOO_LARGE));
  }

  private static Stream<Arguments> notUtf8() {
    String sound = "{\"title\":\"x\"}";
    Stream<Arguments> wide =
        Stream.of("UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32LE", "UTF-32BE")
            .map(
                name ->
                    arguments(name, sound.getBytes(Charset.forName(name)), Reason.INVALID_UTF8));
    Stream<Arguments> broken =
        Stream.of(
                "ff",
                "80",
                "c3",
                "c080",
                "c1bf",
                "e08080",
                "eda080",
                "edb080",
                "f08080af",
                "f4908080",
                "f8888080",
                "c328",
                "e282")
            .map(hex -> arguments("bytes " + hex, withBytes(hex), Reason.INVALID_UTF8));
    return Stream.concat(wide, broken);
  }

  private static Stream<Arguments> fields() {
    return Stream.of(
            "{\"id\":12,\"title\":\"x\"}",
            "{\"id\":1.5,\"title\":\"x\"}",
            "{\"id\":true,\"title\":\"x\"}",
            "{\"title\":[\"x\"]}",
            "{\"title\":{\"value\":\"x\"}}",
            "{\"body\":12}",
            "{\"title\":\"x\",\"url\":{}}",
            "{\"title\":\"x\",\"language\":[]}",
            "{\"title\":\"x\",\"authors\":\"x\"}",
            "{\"title\":\"x\",\"authors\":[1]}",
            "{\"title\":\"x\",\"publishedAt\":1.9}",
            "{\"title\":\"x\",\"publishedAt\":1e1000000000}",
            "{\"title\":\"x\",\"publishedAt\":\"" + CANARY + "\"}",
            "{\"uri\":\"urn:x\",\"headlines\":{}}",
            "{\"uri\":\"urn:x\",\"headlines\":[{\"value\":1}]}",
            "{\"uri\":\"urn:x\",\"headline\":\"x\",\"by\":1}",
            "{\"uri\":\"urn:x\",\"headline\":\"x\",\"versioncreated\":\"2023\"}")
        .map(text -> row(text, Reason.INVALID_FIELD));
  }

  private static Stream<Arguments> noText() {
    return Stream.of(
            "{}",
            "{\"id\":\"a\",\"url\":\"https://news.example/a\"}",
            "{\"title\":\"\",\"body\":null}",
            "{\"title\":\" \\t\",\"body\":\"\\n\"}",
            "{\"title\":\"\\u0000\\u0007\"}",
            "{\"title\":\"\\u200b\\u00a0\"}",
            "{\"summary\":\"only a summary\"}",
            "{\"Title\":\"keys have their case\"}",
            "{\"uri\":\"urn:x\",\"bodies\":[]}",
            "{\"uri\":\"urn:x\",\"bodies\":[{\"contenttype\":\"text/html\",\"value\":\"<p> </p>\"}]}")
        .map(text -> row(text, Reason.NO_TEXT));
  }

  private static Arguments row(String text, Reason reason) {
    String name = text.length() <= 60 ? text : text.substring(0, 50) + "… of " + text.length();
    return arguments(name.replace('\n', ' '), text.getBytes(StandardCharsets.UTF_8), reason);
  }

  private static byte[] withBytes(String hex) {
    byte[] head = "{\"title\":\"".getBytes(StandardCharsets.UTF_8);
    byte[] middle = HexFormat.of().parseHex(hex);
    byte[] tail = "\"}".getBytes(StandardCharsets.UTF_8);
    byte[] all = new byte[head.length + middle.length + tail.length];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(middle, 0, all, head.length, middle.length);
    System.arraycopy(tail, 0, all, head.length + middle.length, tail.length);
    return all;
  }

  private Refusal refusal(String text) {
    return ((Outcome.Refused<Received>) reader.read(text.getBytes(StandardCharsets.UTF_8)))
        .refusal();
  }
}
