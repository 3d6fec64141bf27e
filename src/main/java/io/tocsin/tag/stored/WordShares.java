package io.tocsin.tag.stored;

import io.tocsin.tag.query.CommonWords;
import io.tocsin.tag.query.Query.Term;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * In which share of all articles a word stands, from 0 to 1: observed where it was counted, else
 * estimated. Only the order of the shares matters: they decide which part of a query is its anchor,
 * never what matches.
 */
public final class WordShares {
  /**
   * Of 230 words of an article, a tenth over its rank is the n-th most frequent word (Zipf): it
   * stands in 1 - e^(-23/n) of the articles.
   */
  private static final double ZIPF = 23;

  /** Of a language that the list of frequent words is not about. */
  private static final double COMMON = 0.4;

  private static final double SHORT = 0.02;
  private static final double MIDDLE = 0.01;
  private static final double LONG = 0.005;

  private static final WordShares ESTIMATED = new WordShares(frequent(), -1);

  private final Map<String, Double> shares;
  private final double unseen;

  private WordShares(Map<String, Double> shares, double unseen) {
    this.shares = shares;
    this.unseen = unseen;
  }

  /** From a list of frequent words and the length of the others. */
  public static WordShares estimated() {
    return ESTIMATED;
  }

  /**
   * From counts.
   *
   * @param articles how many articles were counted, at least 1
   * @param counts in how many of them each folded word stood; words that are absent stood in none
   */
  public static WordShares observed(int articles, Map<String, Integer> counts) {
    Map<String, Double> shares = new HashMap<>();
    counts.forEach((word, count) -> shares.put(word, (count + 0.5) / articles));
    return new WordShares(shares, 0.5 / articles);
  }

  /** The share of a folded word. */
  double of(String word) {
    Double share = shares.get(word);
    if (share != null) {
      return share;
    }
    if (unseen >= 0) {
      return unseen;
    }
    return CommonWords.isOne(new Term(List.of(word), false)) ? COMMON : byLength(word);
  }

  /** The share of all words that begin so; a beginning stands in more articles than a word. */
  double ofPrefix(String beginning) {
    return Math.min(1, 2 * (of(beginning) + byLength(beginning)));
  }

  /** A single character is a word of a script without spaces, and frequent. */
  private static double byLength(String word) {
    int length = word.length();
    if (length <= 2) {
      return 2 * SHORT;
    }
    return length <= 4 ? SHORT : length <= 7 ? MIDDLE : LONG;
  }

  private static Map<String, Double> frequent() {
    Map<String, Double> shares = new HashMap<>();
    InputStream list = WordShares.class.getResourceAsStream("frequent-words.txt");
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(Objects.requireNonNull(list), StandardCharsets.UTF_8))) {
      String line;
      while ((line = lines.readLine()) != null) {
        if (!line.startsWith("#")) {
          for (String word : line.split(" ", -1)) {
            shares.putIfAbsent(word, -Math.expm1(-ZIPF / (shares.size() + 1)));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(shares);
  }
}
