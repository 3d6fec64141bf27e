package io.tocsin.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.tocsin.model.Subject;
import io.tocsin.model.Tagging;
import io.tocsin.model.Watchlist;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Texts made to hurt: each is a megabyte, and each is done with in bounded time. The limit only
 * guards against a hang.
 */
class HostileTextTest {
  private static final int SIZE = 1_000_000;
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private static final Watchlist WATCHLIST =
      Watch.list(
          Watch.subject("x/a", "A a a a a a a a b", "aaa*"),
          Watch.withShort("x/kim", "Kim Jong Un", "Kim"),
          Watch.withShort("person/jay-k", "Jay K", "K"),
          Watch.withShort("person/ray-k", "Ray K", "K"),
          Watch.withShort("person/jin", "金正恩", "正恩"),
          Watch.subject("person/aa", "Aa"),
          Watch.subject("person/bb", "Dee Bb", "Bb"),
          Watch.query("x/near", "(a OR aaa*) NEAR/5 (b OR kim)"),
          Watch.query("x/and", "a AND kim AND NOT c"));

  static Stream<Arguments> hostileTexts() {
    return Stream.of(
        repeated("marks without a letter", "\u0301"),
        Arguments.of("one letter with a million marks", "a" + "\u0301".repeat(SIZE)),
        repeated(
            "marks of falling class", "a\u0301\u0327\u0345\u0301\u0327\u0345\u0301\u0327\u0345"),
        repeated("one word", "a"),
        repeated("short words", "a "),
        repeated("names", "Kim Jong Un Kim "),
        repeated("apostrophes", "'"),
        repeated("possessives", "a's'"),
        repeated("possessives before invisible characters", "a's\u200B\u200B\u200B"),
        repeated("dotted capitals", "U."),
        repeated("full stops", ". "),
        repeated("ellipses and quotes", "...\"'"),
        repeated("line breaks", "\n "),
        repeated("invisible characters", "\u200B"),
        repeated("bidi controls", "\u202Ea"),
        repeated("han", "中"),
        repeated("expanding ligatures", "ﷺ"),
        repeated("capitals", "Aa Bb "),
        repeated("hyphenated capitals", "Aa-"),
        repeated("particles", "Aa de la "),
        repeated("titles", "Mr. President "),
        repeated("surrogates", "\uD800"),
        repeated("pairs", "𝐊"),
        repeated("short lines", "a.\n"),
        repeated("full names of two with one surname", "Jay K Ray K K "),
        Arguments.of("initials after full names", "Jay K and Ray K met " + "K ".repeat(SIZE / 16)),
        Arguments.of("short forms of han", "金正恩" + "正恩".repeat(SIZE / 16)),
        repeated("surnames and a firm", "Aa & Bb Corp "));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostileTexts")
  void hostileTextIsDoneWithInBoundedTime(String name, String text) {
    // Given
    Tagger tagger = Tagger.compile(WATCHLIST);

    // When
    Tagging tagging = assertTimeout(LIMIT, () -> tagger.tag(Watch.body(text)), name);

    // Then
    assertThat(tagging.names()).hasSizeLessThanOrEqualTo(50);
    assertThat(tagging.story()).hasSize(16);
  }

  @Test
  void theCostOfAnArticleDoesNotGrowWithTheWatchlist() {
    // Given
    List<Subject> subjects = new ArrayList<>();
    for (int i = 0; i < 50_000; i++) {
      subjects.add(Watch.subject("x/s" + i, "Common Name " + i, "other" + i));
      subjects.add(Watch.query("q/s" + i, "common AND word" + i));
    }
    Tagger tagger = assertTimeout(LIMIT, () -> Tagger.compile(Watch.rules(subjects)));
    String text = "Common name 77 and the common name of others. ".repeat(20_000);

    // When
    Tagging tagging = assertTimeout(LIMIT, () -> tagger.tag(Watch.body(text)));

    // Then
    assertThat(tagging.mentions()).hasSize(1);
    assertThat(tagging.mentions().get(0).occurrences()).isEqualTo(20_000);
    assertThat(tagging.tags()).hasSize(TagLimit.PER_SUBJECT);
    assertThat(tagging.cut()).isTrue();
  }

  private static Arguments repeated(String name, String unit) {
    return Arguments.of(name, unit.repeat(SIZE / unit.length()));
  }
}
