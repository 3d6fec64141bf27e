package io.tocsin.tag.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.Article;
import io.tocsin.model.Field;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A scan gives what {@link Words} and {@link Sentences} give; the seed is in every message. */
class ScanTest {
  private static final int ROUNDS = 4_000;

  private static final String[] PIECES = {
    "Kim Jong-Un",
    "élan",
    "naïve",
    "Straße",
    "o'clock",
    "Æsir",
    "ﬁne",
    "Κυριάκος",
    "ΟΔΥΣΣΕΎΣ",
    "ᾳ\u0345",
    "Ким",
    "Йод",
    "ещё",
    "كيم",
    "بُوتِين",
    "الخبر",
    "ﷺ",
    "קים",
    "ג'ונג",
    "שָׁלוֹם",
    "किम",
    "हिन्दी",
    "金正恩",
    "半島の平和",
    "キム・ジョン",
    "ガス",
    "ｶﾞｽ",
    "김정은",
    "각하",
    "คิม",
    "ข่าว",
    "𝐊𝐢𝐦",
    "𠮷野",
    "🚀",
    "U.S.",
    "D.P.R.K",
    "U.S.'s",
    "J.Smith",
    "É.U.",
    "A.Ⓐ",
    "e.g.",
    "l'Ukraine",
    "qu’il",
    "dall'",
    "'s",
    "’S",
    "s'",
    "`",
    "``a''",
    "a's's",
    "\u200B",
    "\u00AD",
    "\u0301",
    "\u0301\u0327",
    "\u0345",
    "\u0903",
    "\u20E3",
    "\u2066",
    "\u202E",
    "\uD800",
    "\uDC00",
    "\u0000",
    "\u007F",
    "\u00A0",
    "—",
    "“",
    "”",
    "…",
    "。",
    "।",
    "؟",
    "Hawaiʻi",
    "ʼ",
    "²",
    "٢٠٢٣",
    "a",
    "B",
    "z",
    "Z",
    "0",
    "9",
    "@",
    "[",
    "/",
    ":",
    "{",
    ".",
    ",",
    "-",
    "&",
    "\n",
    "\n\n",
    "\t",
    "!",
    "?",
    ". ",
    "! ",
    "The",
    "abcdefgh",
    "abcdefghi",
    "Mississippi",
    "x".repeat(70),
    "Mr. ",
    "ʿ",
    "İ",
    "ı",
    "ǅ",
    "ς",
    "\u0E01\u0E38",
    "ー"
  };

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void mixedTextIsReadAsTheSpecificationSays(long seed) {
    Random random = new Random(seed);
    Scan scan = new Scan();
    for (int round = 0; round < ROUNDS; round++) {
      // Given
      Article article = article(pieces(random, 4), pieces(random, 3), pieces(random, 30));

      // When
      scan.read(article);

      // Then
      assertAsSpecified(scan, "seed " + seed + ", round " + round);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void anyUnitsAtAllAreReadAsTheSpecificationSays(long seed) {
    Random random = new Random(seed);
    Scan scan = new Scan();
    for (int round = 0; round < ROUNDS; round++) {
      // Given: lone surrogates, controls, marks and unassigned characters among them
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(150); i > 0; i--) {
        int bound = random.nextInt(3) == 0 ? 0x10000 : random.nextBoolean() ? 0x370 : 0x80;
        text.append((char) random.nextInt(bound));
      }

      // When
      scan.read(article("", null, text.toString()));

      // Then
      assertAsSpecified(scan, "seed " + seed + ", round " + round);
    }
  }

  @Test
  void everyCodePointIsReadAsTheSpecificationSays() {
    Scan scan = new Scan();
    for (int first = 0; first < 0x30000; first += 64) {
      // Given
      StringBuilder text = new StringBuilder();
      for (int codePoint = first; codePoint < first + 64; codePoint++) {
        text.append("a ")
            .appendCodePoint(codePoint)
            .append("b.")
            .appendCodePoint(codePoint)
            .append(".C'");
      }

      // When
      scan.read(article(null, null, text.toString()));

      // Then
      assertAsSpecified(scan, "from " + first);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22})
  void marksOnAnyBaseAreFoldedAsTheSpecificationSays(long seed) {
    Random random = new Random(seed);
    int[] marks = IntStream.range(0, 0x1F000).filter(Characters::isMark).toArray();
    int[] bases = IntStream.range(0, 0x3000).filter(Characters::isWordPart).toArray();
    Scan scan = new Scan();
    for (int round = 0; round < ROUNDS; round++) {
      // Given
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 20; i++) {
        int base = bases[random.nextInt(random.nextBoolean() ? 700 : bases.length)];
        text.append(' ').appendCodePoint(base);
        for (int n = random.nextInt(11); n >= 0; n--) {
          text.appendCodePoint(marks[random.nextInt(random.nextBoolean() ? 112 : marks.length)]);
        }
      }

      // When
      scan.read(article(null, null, text.toString()));

      // Then
      assertAsSpecified(scan, "seed " + seed + ", round " + round);
    }
  }

  @Test
  void bytesThatAreNoTextSeparateWordsAndNothingFails() {
    Random random = new Random(7);
    Scan scan = Scan.wordsOnly();
    for (int round = 0; round < ROUNDS; round++) {
      // Given
      byte[] body = new byte[random.nextInt(200)];
      random.nextBytes(body);

      // When
      scan.read(new byte[0], new byte[0], body);

      // Then
      for (int word = 0; word < scan.size(); word++) {
        assertThat(scan.start(word)).as("round " + round).isLessThan(scan.end(word));
        assertThat(scan.foldedFrom(word)).isLessThan(scan.foldedTo(word));
      }
    }
  }

  private static String pieces(Random random, int most) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(most); i > 0; i--) {
      String piece = PIECES[random.nextInt(PIECES.length)];
      text.append(
          switch (random.nextInt(6)) {
            case 0 -> piece.toUpperCase(Locale.ROOT);
            case 1 -> Normalizer.normalize(piece, Normalizer.Form.NFD);
            default -> piece;
          });
      text.append(random.nextBoolean() ? " " : "");
    }
    return text.toString();
  }

  private static Article article(
      @Nullable String title, @Nullable String summary, @Nullable String body) {
    return new Article(null, null, null, title, summary, body, null, null, List.of(), null, null);
  }

  /** Holds a scan of an article against the plain reading of the same article. */
  static void assertAsSpecified(Scan scan, String as) {
    Reading expected = Reading.of(scan.article());
    assertThat(scan.sentences()).as(as).isEqualTo(expected.sentences());
    assertThat(scan.size()).as(as).isEqualTo(expected.words().size());
    for (int i = 0; i < scan.size(); i++) {
      int from = scan.foldedFrom(i);
      int to = scan.foldedTo(i);
      String folded = new String(scan.folded(), from, to - from, StandardCharsets.UTF_8);
      Field field = scan.field(i);
      Word word = new Word(folded, field, scan.start(i), scan.end(i), scan.sentence(i));
      if (!word.equals(expected.words().get(i))) {
        assertThat(word).as(as + ", " + scan.article()).isEqualTo(expected.words().get(i));
      }
      byte[] utf8 = folded.getBytes(StandardCharsets.UTF_8);
      if (scan.keys()[i] != Scan.key(utf8, 0, utf8.length)) {
        assertThat(scan.keys()[i]).as(as).isEqualTo(Scan.key(utf8, 0, utf8.length));
      }
      boolean goesOn = i > 0 && scan.sentence(i) == scan.sentence(i - 1);
      if (i > 0 && scan.goesOn(i) != goesOn) {
        assertThat(scan.goesOn(i))
            .as(as + ", word " + i + " of " + scan.article())
            .isEqualTo(goesOn);
      }
    }
  }
}
