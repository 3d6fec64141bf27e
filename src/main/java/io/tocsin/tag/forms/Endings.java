package io.tocsin.tag.forms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A table of endings: how a word changes, told by its last letters. Of the keys that a word ends in
 * the longest counts.
 *
 * <p>A line is a key and one column for each case. {@code [кг]+а} stands for the keys ка and га and
 * cuts only what is after the plus; without a plus the whole key is cut. In a column {@code /}
 * separates alternatives, {@code -} is no form in this case, {@code 0} no ending, and {@code =} the
 * word as it is. Lines with the same key add to each other. {@code #} begins a comment.
 */
final class Endings {
  /** One line: what to cut, and by case what to put there; null for the word as it is. */
  private record Line(int cut, List<List<String>> cases) {}

  private final Map<String, List<Line>> byKey = new HashMap<>();
  private final int cases;
  private int longest;

  private Endings(int cases) {
    this.cases = cases;
  }

  /** Reads a table of a number of cases. */
  static Endings of(int cases, String table) {
    Endings endings = new Endings(cases);
    table
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .forEach(endings::read);
    return endings;
  }

  int cases() {
    return cases;
  }

  private void read(String line) {
    String[] columns = line.split("\\s+", -1);
    if (columns.length > cases + 1) {
      throw new IllegalArgumentException("more columns than cases: " + line);
    }
    List<List<String>> endings = new ArrayList<>();
    for (int i = 1; i < columns.length; i++) {
      endings.add(columns[i].equals("-") ? List.of() : Arrays.asList(columns[i].split("/", -1)));
    }
    String key = columns[0];
    int plus = key.indexOf('+');
    String kept = plus < 0 ? "" : key.substring(0, plus);
    String cut = key.substring(plus + 1);
    Line read = new Line(cut.length(), List.copyOf(endings));
    int close = kept.indexOf(']');
    if (close < 0) {
      put(key.replace("+", ""), read);
      return;
    }
    String after = kept.substring(close + 1) + cut;
    kept.substring(1, close).chars().forEach(c -> put((char) c + after, read));
  }

  private void put(String key, Line line) {
    byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(line);
    longest = Math.max(longest, key.length());
  }

  /**
   * The forms of a word by case; empty lists where it has none. A word of one letter, or in
   * capitals only, is left alone.
   */
  List<List<String>> of(String word) {
    if (word.length() < 2 || Name.isAcronym(word)) {
      return List.of();
    }
    String key = lower(word, Math.min(longest, word.length()));
    for (int from = 0; from < key.length(); from++) {
      List<Line> lines = byKey.get(key.substring(from));
      if (lines != null) {
        return forms(word, lines);
      }
    }
    return List.of();
  }

  private List<List<String>> forms(String word, List<Line> lines) {
    List<List<String>> forms = new ArrayList<>(cases);
    for (int i = 0; i < cases; i++) {
      List<String> ofCase = new ArrayList<>(4);
      for (Line line : lines) {
        if (i >= line.cases.size()) {
          continue;
        }
        String stem = word.substring(0, word.length() - line.cut);
        for (String ending : line.cases.get(i)) {
          ofCase.add(
              switch (ending) {
                case "=" -> word;
                case "0" -> stem;
                default -> stem.concat(ending);
              });
        }
      }
      forms.add(ofCase);
    }
    return forms;
  }

  /** The last letters in lower case, without the accent of Greek, which moves with the ending. */
  private static String lower(String word, int length) {
    char[] letters = new char[length];
    for (int i = 0; i < length; i++) {
      char c = Character.toLowerCase(word.charAt(word.length() - length + i));
      letters[i] = c >= 'ά' && c <= 'ώ' ? Greek.plain(c) : c;
    }
    return new String(letters);
  }
}
