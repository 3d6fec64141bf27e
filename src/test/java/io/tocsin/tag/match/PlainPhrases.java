package io.tocsin.tag.match;

import io.tocsin.tag.text.Scan;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The obvious search for phrases: every run of words of an article is joined to a text and looked
 * up in a map. It says what {@link Phrases} must find.
 */
final class PlainPhrases {
  private final Map<String, Integer> numbers;
  private final int longest;

  private PlainPhrases(Map<String, Integer> numbers, int longest) {
    this.numbers = numbers;
    this.longest = longest;
  }

  /** Collects sequences. */
  static final class Builder {
    private final Map<String, Integer> numbers = new HashMap<>();
    private int longest;

    /**
     * Adds a sequence.
     *
     * @param words folded, at least one
     * @param prefix whether the last word is only the beginning of one
     * @return its number, counted from 0; the same for the same sequence
     */
    int add(List<String> words, boolean prefix) {
      longest = Math.max(longest, words.size());
      Integer known =
          numbers.putIfAbsent(String.join(" ", words) + (prefix ? "*" : ""), numbers.size());
      return known == null ? numbers.size() - 1 : known;
    }

    /** How many different sequences there are. */
    int size() {
      return numbers.size();
    }

    /** Compiles them. */
    PlainPhrases build() {
      return new PlainPhrases(Map.copyOf(numbers), longest);
    }
  }

  /** Finds every sequence in an article, in order of first word, the shorter first. */
  void find(Scan scan, Hits hits) {
    hits.clear();
    for (int first = 0; first < scan.size(); first++) {
      List<String> words = new ArrayList<>();
      for (int last = first;
          last < scan.size()
              && last < first + longest
              && scan.sentence(last) == scan.sentence(first);
          last++) {
        String before = words.isEmpty() ? "" : String.join(" ", words) + " ";
        String word =
            new String(
                scan.folded(),
                scan.foldedFrom(last),
                scan.foldedTo(last) - scan.foldedFrom(last),
                StandardCharsets.UTF_8);
        for (int end = 1; end <= word.length(); end++) {
          add(before + word.substring(0, end) + "*", first, last, hits);
        }
        add(before + word, first, last, hits);
        words.add(word);
      }
    }
  }

  private void add(String sequence, int first, int last, Hits hits) {
    Integer number = numbers.get(sequence);
    if (number != null) {
      hits.add(number, first, last);
    }
  }
}
