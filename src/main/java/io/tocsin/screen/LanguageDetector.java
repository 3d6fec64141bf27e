package io.tocsin.screen;

import io.tocsin.model.Article;
import io.tocsin.model.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the language of a text: by its script where that is enough, else by the small words and
 * special letters that each language of the Latin script has to itself, else by a trained detector.
 * Says nothing rather than guess: a few names have no language.
 *
 * <p>In that order, since each costs about ten times the one before.
 */
final class LanguageDetector {
  /**
   * How much of an article is looked at, in UTF-16 units; small words are about a third of all
   * words.
   */
  private static final int SAMPLE = 400;

  private static final int WORD = 2;
  private static final int LETTER = 1;
  private static final int LETTERS_AT_MOST = 6;
  private static final int MINIMUM = 3;

  /** From this score on, and with twice the score of the next language, small words are enough. */
  private static final int DECISIVE = 8;

  /** Languages that share the letters which all of them use. */
  private static final Set<String> CYRILLIC = Set.of("ru", "uk", "bg", "sr", "mk", "be");

  private static final Pattern WORDS = Pattern.compile("\\p{L}+");

  /** Languages to choose among, in a fixed order. */
  private final Set<String> languages;

  private final TrainedLanguages latin;
  private final TrainedLanguages cyrillic;

  /** For each small word, the languages that have it. */
  private final Map<String, List<String>> words = new HashMap<>();

  /**
   * A detector that chooses among some languages of the Latin script; empty for all that are known.
   */
  LanguageDetector(List<String> languages) {
    Set<String> wanted =
        languages.stream().map(tag -> tag.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    this.languages = new TreeSet<>(SmallWords.BY_LANGUAGE.keySet());
    if (!wanted.isEmpty()) {
      this.languages.retainAll(wanted);
    }
    Set<String> latin = new TreeSet<>(wanted.isEmpty() ? this.languages : wanted);
    latin.removeAll(CYRILLIC);
    latin.removeAll(Scripts.LANGUAGES);
    this.latin = new TrainedLanguages(latin);
    Set<String> cyrillic = new TreeSet<>(CYRILLIC);
    if (wanted.stream().anyMatch(CYRILLIC::contains)) {
      cyrillic.retainAll(wanted);
    }
    this.cyrillic = new TrainedLanguages(cyrillic);
    for (String language : this.languages) {
      for (String word : SmallWords.BY_LANGUAGE.getOrDefault(language, Set.of())) {
        words.computeIfAbsent(word, unused -> new ArrayList<>()).add(language);
      }
    }
  }

  /** The language of title, summary and body; null when there is no telling. */
  @Nullable String detect(Article article) {
    StringBuilder sample = new StringBuilder(SAMPLE);
    for (Field field : Field.ALL) {
      String text = article.text(field);
      int room = SAMPLE - sample.length();
      sample.append(text, 0, Math.min(Math.max(room, 0), text.length())).append(' ');
    }
    return detect(sample.toString());
  }

  @Nullable String detect(String text) {
    Scripts scripts = Scripts.count(text);
    if (scripts.letters() == 0) {
      return null;
    }
    if (scripts.latin()) {
      return latin(text);
    }
    String language = scripts.language();
    if (!scripts.plainCyrillic()) {
      return language;
    }
    String likeliest = cyrillic.likeliest(text);
    return likeliest == null ? language : likeliest;
  }

  private @Nullable String latin(String text) {
    Verdict verdict = bySmallWords(text.toLowerCase(Locale.ROOT));
    if (verdict.decisive()) {
      return verdict.language();
    }
    String likeliest = latin.likeliest(text);
    return likeliest == null ? verdict.language() : likeliest;
  }

  /**
   * What small words and letters say.
   *
   * @param language the language with the best score; null when another has the same, or all are
   *     low
   * @param score its score
   * @param next the next score
   */
  private record Verdict(@Nullable String language, int score, int next) {
    boolean decisive() {
      return language != null && score >= DECISIVE && score >= 2 * next;
    }
  }

  /** The language with the best score, when it beats the next: a tie is no answer. */
  private Verdict bySmallWords(String text) {
    Map<String, Integer> scores = new TreeMap<>();
    Matcher found = WORDS.matcher(text);
    while (found.find()) {
      for (String language : words.getOrDefault(found.group(), List.of())) {
        scores.merge(language, WORD, Integer::sum);
      }
    }
    for (String language : languages) {
      String own = SmallWords.LETTERS.getOrDefault(language, "");
      int letters =
          (int) text.chars().filter(unit -> own.indexOf(unit) >= 0).limit(LETTERS_AT_MOST).count();
      scores.merge(language, letters * LETTER, Integer::sum);
    }
    String best = null;
    int bestScore = 0;
    int next = 0;
    for (Map.Entry<String, Integer> score : scores.entrySet()) {
      if (score.getValue() > bestScore) {
        next = bestScore;
        best = score.getKey();
        bestScore = score.getValue();
      } else {
        next = Math.max(next, score.getValue());
      }
    }
    boolean tells = bestScore >= MINIMUM && bestScore > next;
    return new Verdict(tells ? best : null, bestScore, next);
  }
}
