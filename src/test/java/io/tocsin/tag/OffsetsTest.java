package io.tocsin.tag;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.Article;
import io.tocsin.model.FieldSpan;
import io.tocsin.model.Name;
import io.tocsin.model.Tag;
import io.tocsin.model.Tagging;
import io.tocsin.tag.text.Words;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever folding does: offsets point into the text as it came. Random texts; the seed is in every
 * message.
 */
class OffsetsTest {
  private static final int ROUNDS = 150;

  /** Words and an alias of each script. */
  enum Script {
    LATIN("Kim Jong-Un", "élan naïve Straße o'clock Æsir ﬁne"),
    GREEK("Κυριάκος Μητσοτάκης", "Αθήνα ΟΔΥΣΣΕΎΣ και μέλλον"),
    CYRILLIC("Ким Чен Ын", "Йод ещё съезд Київ"),
    ARABIC("كيم جونغ أون", "قال بُوتِين في مدينة الخبر"),
    HEBREW("קים ג'ונג און", "שָׁלוֹם היום בירושלים"),
    DEVANAGARI("किम जोंग उन", "नई दिल्ली में समाचार"),
    HAN("金正恩", "朝鮮半島の平和"),
    KANA("キム・ジョンウン", "ミサイル はっしゃ ガス"),
    HANGUL("김정은", "북한의 미사일 발사"),
    THAI("คิม จองอึน", "ข่าว วันนี้");

    final String alias;
    final String words;

    Script(String alias, String words) {
      this.alias = alias;
      this.words = words;
    }
  }

  @ParameterizedTest
  @EnumSource(Script.class)
  void everyTagIsTheTextBetweenItsOffsetsAndFoldsToItsAlias(Script script) {
    Tagger tagger = Tagger.compile(Watch.list(Watch.subject("x/y", script.alias)));
    List<String> folded = Words.folded(script.alias);
    int found = 0;
    for (int round = 0; round < ROUNDS; round++) {
      // Given
      long seed = script.alias.hashCode() * 1_000L + round;
      Random random = new Random(seed);
      Article article =
          Watch.article(text(script, random), text(script, random), text(script, random));

      // When
      Tagging tagging = tagger.tag(article);

      // Then
      for (Tag tag : tagging.tags()) {
        String as = "seed " + seed + ", " + tag + " in " + article;
        assertThat(article.text(tag.field()).substring(tag.start(), tag.end()))
            .as(as)
            .isEqualTo(tag.surface());
        assertThat(Words.folded(tag.surface())).as(as).isEqualTo(folded);
        assertThat(holds(tagging.sentences().get(tag.sentence()), tag)).as(as).isTrue();
      }
      assertWhole(tagging, article, "seed " + seed);
      found += tagging.tags().size();
    }
    assertThat(found).isGreaterThan(ROUNDS);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void anyUnitsAtAllGiveSpansWithinTheText(long seed) {
    Tagger tagger = Tagger.compile(Watch.list(Watch.subject("x/y", "a", "é", "中", "김*")));
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      // Given: lone surrogates, controls, marks and unassigned characters among them
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(200); i > 0; i--) {
        text.append(
            (char) (random.nextInt(3) == 0 ? random.nextInt(0x10000) : random.nextInt(0x370)));
      }
      Article article = Watch.body(text.toString());

      // When
      Tagging tagging = tagger.tag(article);

      // Then
      assertWhole(tagging, article, "seed " + seed + ", round " + round);
    }
  }

  private static void assertWhole(Tagging tagging, Article article, String as) {
    List<FieldSpan> spans = new ArrayList<>(tagging.sentences());
    tagging.names().stream().map(Name::spans).forEach(spans::addAll);
    for (FieldSpan span : spans) {
      assertThat(span.start()).as(as).isNotNegative().isLessThan(span.end());
      assertThat(span.end()).as(as).isLessThanOrEqualTo(article.text(span.field()).length());
    }
    for (int i = 1; i < tagging.sentences().size(); i++) {
      FieldSpan before = tagging.sentences().get(i - 1);
      FieldSpan after = tagging.sentences().get(i);
      boolean ordered =
          before.field() == after.field()
              ? before.end() <= after.start()
              : before.field().compareTo(after.field()) < 0;
      assertThat(ordered).as(as).isTrue();
    }
  }

  private static boolean holds(FieldSpan sentence, Tag tag) {
    return sentence.field() == tag.field()
        && sentence.start() <= tag.start()
        && tag.end() <= sentence.end();
  }

  /** Words of the script, the alias among them, disguised in ways that folding undoes. */
  private static String text(Script script, Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i >= 0; i--) {
      boolean alias = random.nextInt(3) == 0;
      String word = alias ? script.alias : any(script.words.split(" ", -1), random);
      text.append(disguised(word, random)).append(separator(random));
    }
    return text.toString();
  }

  private static String disguised(String word, Random random) {
    String disguised =
        switch (random.nextInt(5)) {
          case 0 -> word.toUpperCase(Locale.ROOT);
          case 1 -> Normalizer.normalize(word, Normalizer.Form.NFD);
          case 2 -> word.replace('-', '\u2011').replace(' ', '\u00A0').replace('\'', '’');
          case 3 -> fullWidth(word);
          default -> word;
        };
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < disguised.length(); i++) {
      boolean inside = i > 0 && !Character.isLowSurrogate(disguised.charAt(i));
      if (inside && random.nextInt(6) == 0) {
        text.append(random.nextBoolean() ? '\u00AD' : '\u200B');
      }
      text.append(disguised.charAt(i));
    }
    return random.nextInt(4) == 0 ? text + "’s" : text.toString();
  }

  private static String fullWidth(String word) {
    return word.chars()
        .map(c -> c >= 'A' && c <= 'z' ? c + 0xFEE0 : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String separator(Random random) {
    String[] separators = {" ", " ", "  ", ", ", ". ", "\n\n", " — ", " 🚀 ", " (", "。"};
    return any(separators, random);
  }

  private static String any(String[] of, Random random) {
    return of[random.nextInt(of.length)];
  }
}
