package io.tocsin.tag.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.fixtures.RealNews;
import io.tocsin.model.Article;
import io.tocsin.tag.Watch;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The scan of bytes gives what the plain reading of characters gives: words, folds, offsets and
 * sentences. Random texts; the seed is in every message.
 */
class ScanTest {
  private static final String[] PIECES = {
    "a", "b", "the", "Minister", "extraordinarily", "U", "S", "US", "9", "2023", ".", ".", "'", "'s",
    "’s", "`", "’", "-", " ", " ", " ", " ", "\n\n", "\n", ", ", "? ", "! ", "\"", "“", "”", "—", "é",
    "É", "ß", "ﬁ", "ø", "Æ", "O'", "l'", "d’", "İ", "ı", "Ж", "москва", "ё", "Σς", "中", "国", "ミ",
    "サ", "김정은", "의", "คิม", "हिन्दी", "كيم", "ـ", "קים", "\u0301", "\u0301\u0302\u0303", "\u200b",
    "\u00ad", "\u202e", "\u0000", "\ud83d\ude00", "\ud800", "\udc00", "𝐀", "①", "½", "Ａ", "。", "！",
    "U.S.", "D.P.R.K", "É.U.", "J. P.", "...", "_", "@", "[", "{", "~", "\u007f", "/", "&"
  };

  @Test
  void bothReadingsAgreeOnRandomTexts() {
    Scan scan = new Scan();
    int words = 0;
    for (int seed = 0; seed < 4_000; seed++) {
      // Given
      Random random = new Random(seed);
      Article article = Watch.article(text(random, 12), text(random, 30), text(random, 150));

      // When
      scan.read(article);

      // Then
      assertThat(words(scan)).as("seed " + seed).isEqualTo(words(article));
      assertThat(scan.sentences())
          .as("seed " + seed)
          .isEqualTo(Reading.of(article).sentences());
      words += scan.size();
    }
    assertThat(words).isGreaterThan(100_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "reuters-1987-spring.jsonl.gz",
        "fulltext-6000.jsonl.gz",
        "headlines-2022.jsonl.gz"
      })
  void bothReadingsAgreeOnRealNews(String file) {
    Scan scan = new Scan();
    RealNews.forEach(
        file,
        article -> {
          // When
          scan.read(article);

          // Then
          assertThat(words(scan)).as(article.id()).isEqualTo(words(article));
        });
  }

  @Test
  void theKeyOfAWordIsThatOfItsFold() {
    // Given
    Scan scan = new Scan();
    scan.read(Watch.article("Élan vital", "internationalisation", "Москва elan VITAL москва"));

    // When
    long[] keys = scan.keys();

    // Then
    assertThat(keys[0]).isEqualTo(keys[4]);
    assertThat(keys[1]).isEqualTo(keys[5]);
    assertThat(keys[3]).isEqualTo(keys[6]);
    assertThat(keys[2]).isNotEqualTo(keys[3]);
  }

  private static List<Word> words(Article article) {
    return Reading.of(article).words();
  }

  private static List<Word> words(Scan scan) {
    List<Word> words = new ArrayList<>();
    for (int i = 0; i < scan.size(); i++) {
      String folded =
          new String(
              scan.folded(),
              scan.foldedFrom(i),
              scan.foldedTo(i) - scan.foldedFrom(i),
              StandardCharsets.UTF_8);
      words.add(
          new Word(folded, scan.field(i), scan.start(i), scan.end(i), scan.sentence(i)));
    }
    return words;
  }

  private static String text(Random random, int pieces) {
    StringBuilder text = new StringBuilder();
    boolean mostlyAscii = random.nextInt(3) > 0;
    for (int i = random.nextInt(pieces); i > 0; i--) {
      int among = mostlyAscii && random.nextInt(20) > 0 ? 29 : PIECES.length;
      text.append(PIECES[random.nextInt(among)]);
    }
    return text.toString();
  }
}
