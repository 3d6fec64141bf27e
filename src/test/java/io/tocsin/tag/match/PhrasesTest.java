package io.tocsin.tag.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.tag.Watch;
import io.tocsin.tag.text.Scan;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The table of hashes finds what the plain search finds. Random; the seed is in every message. */
class PhrasesTest {
  private static final String[] WORDS = {
    "a", "ab", "abc", "abcd", "abcdefgh", "abcdefghi", "abcdefghijklmnopqrs", "b", "москва", "мос",
    "金", "正", "恩", "김정은", "김", "北", "x", "us", "o'brien"
  };

  @Test
  void everyPhraseIsFoundWhereItStands() {
    int found = 0;
    for (int seed = 0; seed < 3_000; seed++) {
      // Given
      Random random = new Random(seed);
      Phrases.Builder fast = new Phrases.Builder();
      PlainPhrases.Builder plain = new PlainPhrases.Builder();
      for (int i = random.nextInt(30); i > 0; i--) {
        String phrase = text(random, 4, " ");
        boolean prefix = random.nextInt(4) == 0;
        List<String> words = io.tocsin.tag.text.Words.folded(phrase);
        int number = plain.add(words, prefix);
        int same = random.nextBoolean() ? fast.add(words, prefix) : fast.add(phrase + (prefix ? "*" : ""));
        assertThat(same).as("seed " + seed + ", " + phrase).isEqualTo(number);
        if (random.nextInt(40) == 0) {
          fast.salt();
        }
      }
      Scan scan = new Scan();
      scan.read(Watch.article(text(random, 5, " "), text(random, 9, ". "), text(random, 60, " ")));
      Hits expected = new Hits();
      Hits hits = new Hits();

      // When
      fast.build().find(scan, hits);

      // Then
      plain.build().find(scan, expected);
      assertThat(list(hits)).as("seed " + seed).isEqualTo(list(expected));
      found += hits.size();
    }
    assertThat(found).isGreaterThan(10_000);
  }

  private static List<String> list(Hits hits) {
    List<String> list = new ArrayList<>();
    for (int hit = 0; hit < hits.size(); hit++) {
      list.add(hits.first(hit) + "-" + hits.last(hit) + ":" + hits.phrase(hit));
    }
    list.sort(null);
    return list;
  }

  private static String text(Random random, int most, String between) {
    StringBuilder text = new StringBuilder(WORDS[random.nextInt(WORDS.length)]);
    for (int i = random.nextInt(most); i > 0; i--) {
      text.append(random.nextInt(6) == 0 ? between : " ")
          .append(WORDS[random.nextInt(WORDS.length)]);
    }
    return text.toString();
  }
}
