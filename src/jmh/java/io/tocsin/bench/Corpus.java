package io.tocsin.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.model.Article;
import io.tocsin.tag.text.Scan;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Articles whose fields are one sentence each, so that engines that know of no sentences find the
 * same phrases, and what is counted in them: how many articles a word stands in, and which pairs of
 * capitalised words there are, which serve as names.
 */
final class Corpus {
  /** Between these the articles are 1.4 kB on average, as the study's were. */
  private static final int SHORTEST = 600;

  private static final int LONGEST = 6_000;

  private final List<Article> articles = new ArrayList<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final Map<String, Integer> pairs = new HashMap<>();

  /** The first articles of the Reuters file. */
  Corpus(int most) {
    Scan scan = new Scan();
    for (JsonNode json : Texts.articles("reuters-1987-spring.jsonl.gz", most)) {
      String title = oneSentence(json.path("title").asText(""));
      String body = oneSentence(json.path("body").asText(""));
      if (body.length() < SHORTEST || body.length() > LONGEST) {
        continue;
      }
      Article article =
          new Article(
              json.path("id").asText(),
              null,
              null,
              title,
              null,
              body,
              null,
              null,
              List.of(),
              null,
              null);
      scan.read(article);
      if (scan.sentences().size() <= 2) {
        articles.add(article);
        count(scan);
      }
    }
  }

  private static String oneSentence(String text) {
    return text.replaceAll("[.!?\u2026]+(?=[\\s\"')\\]]|$)", ",").replaceAll("\\s+", " ").strip();
  }

  private void count(Scan scan) {
    Set<String> words = new HashSet<>();
    for (int i = 0; i < scan.size(); i++) {
      words.add(word(scan, i));
      if (i > 0
          && scan.goesOn(i)
          && isName(scan.surface(i, i))
          && isName(scan.surface(i - 1, i - 1))) {
        pairs.merge(word(scan, i - 1) + " " + word(scan, i), 1, Integer::sum);
      }
    }
    words.forEach(word -> counts.merge(word, 1, Integer::sum));
  }

  private static boolean isName(String surface) {
    return surface.length() > 3
        && Character.isUpperCase(surface.charAt(0))
        && Character.isLowerCase(surface.charAt(1));
  }

  /** One folded word of an article. */
  static String word(Scan scan, int index) {
    int from = scan.foldedFrom(index);
    return new String(scan.folded(), from, scan.foldedTo(index) - from, StandardCharsets.UTF_8);
  }

  List<Article> articles() {
    return articles;
  }

  /** In how many articles each word stands. */
  Map<String, Integer> counts() {
    return counts;
  }

  /** How often each pair of capitalised words stands, folded. */
  Map<String, Integer> pairs() {
    return pairs;
  }
}
