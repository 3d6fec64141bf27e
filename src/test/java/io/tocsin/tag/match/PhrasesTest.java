package io.tocsin.tag.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.model.Article;
import io.tocsin.tag.text.Scan;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Phrases are found as the plain search finds them; the seed is in every message. */
class PhrasesTest {
  private static final String[] WORDS = {
    "a",
    "b",
    "ab",
    "abc",
    "abcd",
    "abcde",
    "abcdefgh",
    "abcdefghi",
    "kim",
    "jong",
    "un",
    "김",
    "김정은",
    "김정은은",
    "中",
    "国",
    "中国",
    "ким",
    "кимом",
    "élan",
    "é",
    "𠮷",
    "x".repeat(62),
    "x".repeat(63),
    "x".repeat(64),
    "x".repeat(90)
  };

  @ParameterizedTest
  @CsvSource({"1, -1", "2, -1", "3, -1", "4, 0", "5, 1", "6, 7"})
  void whatThePlainSearchFindsIsFoundInTheSameOrder(long seed, int tagMask) {
    Random random = new Random(seed);
    Scan scan = new Scan();
    Hits hits = new Hits();
    Hits expected = new Hits();
    long found = 0;
    for (int round = 0; round < 300; round++) {
      // Given
      Phrases.Builder builder = new Phrases.Builder(tagMask);
      PlainPhrases.Builder plainBuilder = new PlainPhrases.Builder();
      for (int i = random.nextInt(60); i >= 0; i--) {
        List<String> words = words(random, 4);
        boolean prefix = random.nextInt(3) == 0;
        assertThat(builder.add(words, prefix)).isEqualTo(plainBuilder.add(words, prefix));
      }
      scan.read(article(text(random, 6), text(random, 60)));

      // When
      builder.build().find(scan, hits);

      // Then
      plainBuilder.build().find(scan, expected);
      assertThat(lines(hits)).as("seed " + seed + ", round " + round).isEqualTo(lines(expected));
      found += hits.size();
    }
    assertThat(found).isGreaterThan(1_000);
  }

  @ParameterizedTest
  @CsvSource({"1, -1", "2, 3"})
  void theLongestFromTheLeftAreFoundWithoutOverlap(long seed, int tagMask) {
    Random random = new Random(seed);
    Scan scan = new Scan();
    Hits all = new Hits();
    Hits longest = new Hits();
    for (int round = 0; round < 300; round++) {
      // Given
      Phrases.Builder builder = new Phrases.Builder(tagMask);
      for (int i = 0; i < 30; i++) {
        builder.add(words(random, 4), false);
      }
      Phrases phrases = builder.build();
      scan.read(article(null, text(random, 60)));
      phrases.find(scan, all);

      // When
      phrases.findLongest(scan, longest);

      // Then
      List<String> expected = new ArrayList<>();
      for (int i = 0, next = 0; i < all.size(); i++) {
        boolean last = i + 1 == all.size() || all.first(i + 1) != all.first(i);
        if (last && all.first(i) >= next) {
          expected.add(line(all, i));
          next = all.last(i) + 1;
        }
      }
      assertThat(lines(longest)).as("seed " + seed + ", round " + round).isEqualTo(expected);
    }
  }

  @Test
  void textIsAddedAsItsFoldedWords() {
    // Given
    Phrases.Builder builder = new Phrases.Builder();
    int number = builder.add(List.of("kim", "jong", "un"), false);

    // When
    int again = builder.add("KIM Jong-un’s");

    // Then
    assertThat(again).isEqualTo(number);
    assertThat(builder.size()).isEqualTo(1);
    assertThat(builder.add(" … ")).isEqualTo(-1);
    assertThatThrownBy(() -> builder.add(List.of(), true))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void noPhraseCrossesASentenceOrAField() {
    // Given
    Phrases.Builder builder = new Phrases.Builder();
    builder.add("north korea");
    builder.add("the us senate");
    Phrases phrases = builder.build();
    Scan scan = new Scan();
    Hits hits = new Hits();

    // When
    scan.read(article("north", "Korea. North\n\nKorea, the U.S. Senate and North, Korea"));
    phrases.find(scan, hits);

    // Then
    assertThat(lines(hits)).containsExactly("1: 4-6", "0: 8-9");
  }

  private static List<String> words(Random random, int most) {
    List<String> words = new ArrayList<>();
    for (int i = random.nextInt(most); i >= 0; i--) {
      words.add(WORDS[random.nextInt(WORDS.length)]);
    }
    return words;
  }

  private static String text(Random random, int most) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(most); i > 0; i--) {
      String separator = random.nextInt(8) == 0 ? ". A" : random.nextInt(8) == 0 ? "-" : " ";
      text.append(WORDS[random.nextInt(WORDS.length)]).append(separator);
    }
    return text.toString();
  }

  private static Article article(@Nullable String title, String body) {
    return new Article(null, null, null, title, null, body, null, null, List.of(), null, null);
  }

  private static List<String> lines(Hits hits) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < hits.size(); i++) {
      lines.add(line(hits, i));
    }
    return lines;
  }

  private static String line(Hits hits, int i) {
    return hits.phrase(i) + ": " + hits.first(i) + "-" + hits.last(i);
  }
}
