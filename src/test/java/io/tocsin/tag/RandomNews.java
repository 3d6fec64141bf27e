package io.tocsin.tag;

import io.tocsin.model.Alias;
import io.tocsin.model.Article;
import io.tocsin.model.Rule;
import io.tocsin.model.Subject;
import io.tocsin.model.Watchlist;
import io.tocsin.model.Weights;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Watchlists and articles out of the same few words of one script, so that names, contexts and
 * queries meet, overlap and contradict each other all the time. The same seed gives the same.
 */
public final class RandomNews {
  /** A few words of each script; punctuation and hyphens are put between them. */
  public enum Script {
    LATIN(
        "Kim Jong Un Élan naïve Straße O'Brien U.S. x ﬁne us US Bank bank banks James Baker Mr said"
            + " Corp King president"),
    GREEK("Κυριάκος Μητσοτάκης Αθήνα ΟΔΥΣΣΕΎΣ και μέλλον Kim US us"),
    CYRILLIC("Ким Чен Ын Йод ещё съезд Київ Москва москва US us"),
    ARABIC("كيم جونغ أون قال بُوتِين مدينة الخبر US us"),
    HEBREW("קים ג'ונג און שָׁלוֹם היום US us"),
    DEVANAGARI("किम जोंग उन नई दिल्ली US us"),
    HAN("金正恩 朝 鮮 半島 平和 US us"),
    KANA("キム ジョンウン ミサイル はっしゃ ガス US us"),
    HANGUL("김정은 북한의 북한 미사일 발사 US us"),
    THAI("คิม จองอึน ข่าว วันนี้ US us");

    final String words;

    Script(String words) {
      this.words = words;
    }
  }

  private static final String[] BETWEEN = {
    " ", " ", " ", " ", " ", "-", ", ", ". ", "! ", "\n\n", "'s ", "’s ", " \u200b", "/", "", "\"",
    " (", ") "
  };

  private final List<String> words;
  private final Random random;

  /** News of one script from a seed. */
  public RandomNews(Script script, long seed) {
    this.words = List.of(script.words.split(" ", -1));
    this.random = new Random(seed);
  }

  /** A watchlist of names, demonyms, short forms, wholes, queries and weighted lists. */
  public Watchlist watchlist() {
    List<Subject> subjects = new ArrayList<>();
    int size = 3 + random.nextInt(8);
    for (int i = 0; i < size; i++) {
      subjects.add(subject(i, size));
    }
    subjects.sort(Comparator.comparing(Subject::id));
    List<Rule> rules = List.of(Watch.match("rule-a", query(2)), Watch.match("rule-b", query(1)));
    return new Watchlist(1, Instant.EPOCH, subjects, rules);
  }

  /** An article with all fields, some of them empty. */
  public Article article() {
    return Watch.article(text(random.nextInt(8)), text(random.nextInt(12)), text(60));
  }

  private Subject subject(int number, int size) {
    // Every other subject is a person: those are named by surname.
    String id = id(number);
    int kind = random.nextInt(8);
    String query = kind == 0 ? query(2) : null;
    Weights weights = kind == 1 ? weights() : null;
    List<String> contains = random.nextInt(3) == 0 ? List.of(id(random.nextInt(size))) : List.of();
    return new Subject(
        id,
        kind > 1 ? phrase(2) : id,
        aliases(kind > 1 ? 3 : 1),
        several(2),
        several(2),
        contains,
        List.of(random.nextBoolean() ? "even" : "odd"),
        null,
        null,
        query,
        weights);
  }

  private static String id(int number) {
    return (number % 2 == 0 ? "person/" : "place/") + (char) ('a' + number);
  }

  private List<Alias> aliases(int most) {
    List<Alias> aliases = new ArrayList<>();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      String text = phrase(3) + (random.nextInt(5) == 0 ? "*" : "");
      boolean exact = random.nextInt(4) == 0;
      aliases.add(new Alias(text, exact, context(), context()));
    }
    return aliases;
  }

  private List<String> context() {
    return random.nextInt(4) == 0 ? several(2) : List.of();
  }

  private List<String> several(int most) {
    List<String> phrases = new ArrayList<>();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      phrases.add(phrase(2));
    }
    return phrases;
  }

  private Weights weights() {
    Map<String, Integer> terms = new TreeMap<>();
    terms.put(word(), random.nextInt(9) - 4);
    terms.put(phrase(1), 2);
    terms.put(phrase(2), 9);
    return new Weights(1 + random.nextInt(6), terms);
  }

  private String query(int depth) {
    if (depth == 0 || random.nextInt(4) == 0) {
      return positional();
    }
    String left = query(depth - 1);
    String right = query(depth - 1);
    int distance = 1 + random.nextInt(6);
    return switch (random.nextInt(9)) {
      case 0 -> "(" + left + " AND " + right + ")";
      case 1 -> "(" + left + " OR " + right + ")";
      case 2 -> "(" + left + " AND NOT " + right + ")";
      case 3 -> "(" + positional() + " NEAR/" + distance + " " + positional() + ")";
      case 4 -> "(" + positional() + " ONEAR/" + distance + " " + positional() + ")";
      case 5 -> "(" + positional() + " SENTENCE " + positional() + ")";
      case 6 -> "(" + positional() + " PARAGRAPH " + positional() + ")";
      case 7 -> "(ATLEAST/" + (1 + random.nextInt(3)) + " " + positional() + ")";
      default -> zone() + ":(" + left + ")";
    };
  }

  private String positional() {
    return switch (random.nextInt(9)) {
      case 7 -> "@" + id(random.nextInt(4));
      case 8 -> "@group/" + (random.nextBoolean() ? "even" : "odd");
      case 0 -> "(" + term() + " OR " + term() + ")";
      case 1 -> zone() + ":" + term();
      case 2 -> "=" + term();
      default -> term();
    };
  }

  private String zone() {
    return List.of("title", "lead", "body", "summary").get(random.nextInt(4));
  }

  private String term() {
    return '"' + phrase(2).replace("\"", "") + '"';
  }

  private String phrase(int most) {
    StringBuilder phrase = new StringBuilder(word());
    for (int i = random.nextInt(most); i > 0; i--) {
      phrase.append(' ').append(word());
    }
    return phrase.toString();
  }

  private String word() {
    return words.get(random.nextInt(words.size()));
  }

  private String text(int words) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      String word = word();
      text.append(random.nextInt(6) == 0 ? word.toUpperCase(Locale.ROOT) : word)
          .append(BETWEEN[random.nextInt(BETWEEN.length)]);
    }
    return text.toString();
  }
}
