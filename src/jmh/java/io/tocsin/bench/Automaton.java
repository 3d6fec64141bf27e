package io.tocsin.bench;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * The peer: a double-array Aho-Corasick automaton over folded characters. Its loop folds the text
 * into a char array with the place of each character in the original, checks the bounds of words
 * and keeps the longest from the left, as a tagger must.
 */
final class Automaton {
  private static final char[] FOLDS = new char[128];

  static {
    for (char c = 0; c < 128; c++) {
      FOLDS[c] = Character.isLetterOrDigit(c) ? Character.toLowerCase(c) : ' ';
    }
  }

  private final AhoCorasickDoubleArrayTrie<Integer> trie = new AhoCorasickDoubleArrayTrie<>();
  private char[] folded = new char[4096];
  private int[] places = new int[4096];
  private int length;
  private int[] begins = new int[256];

  /** Of the longest hit at each beginning; 0 where there is none. */
  private int[] ends = new int[4096];

  private int[] numbers = new int[4096];
  private int found;

  /** Builds the automaton; each alias stands between blanks, so that only whole words are found. */
  Automaton(List<String> aliases) {
    TreeMap<String, Integer> folds = new TreeMap<>();
    for (int i = 0; i < aliases.size(); i++) {
      fold(aliases.get(i));
      folds.put(new String(folded, 1, length - 2), i);
    }
    trie.build(folds);
  }

  /** Letters and digits in lower case; whatever else stands between them is one blank. */
  private void fold(String text) {
    if (folded.length < text.length() + 2) {
      folded = Arrays.copyOf(folded, 2 * text.length() + 2);
      places = new int[folded.length];
    }
    char[] out = folded;
    int[] from = places;
    int at = 0;
    out[at++] = ' ';
    char before = ' ';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\'') {
        i += isPossessive(text, i + 1) ? 1 : 0;
        continue;
      }
      char fold = c < 128 ? FOLDS[c] : Character.toLowerCase(c);
      if (fold != ' ' || before != ' ') {
        from[at] = i;
        out[at++] = fold;
      }
      before = fold;
    }
    if (before != ' ') {
      from[at] = text.length();
      out[at++] = ' ';
    }
    length = at;
  }

  /** Returns how many aliases stand in a text, the longest from the left, without overlap. */
  int find(String text, Visitor visitor) {
    fold(text);
    found = 0;
    trie.parseText(
        new String(folded, 0, length),
        (AhoCorasickDoubleArrayTrie.IHit<Integer>)
            (begin, end, number) -> {
              if (folded[begin - 1] == ' ' && folded[end] == ' ') {
                add(begin, end, number);
              }
            });
    Arrays.sort(begins, 0, found);
    int kept = 0;
    int next = 0;
    for (int i = 0; i < found; i++) {
      int begin = begins[i];
      if (begin >= next) {
        next = ends[begin];
        visitor.visit(numbers[begin], places[begin], places[next - 1] + 1);
        kept++;
      }
      ends[begin] = 0;
    }
    return kept;
  }

  private static boolean isPossessive(String text, int at) {
    return at < text.length()
        && (text.charAt(at) | 0x20) == 's'
        && (at + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(at + 1)));
  }

  /** Hits come in order of their end: the last with a beginning is the longest of it. */
  private void add(int begin, int end, int number) {
    if (ends.length <= begin) {
      ends = Arrays.copyOf(ends, folded.length);
      numbers = Arrays.copyOf(numbers, folded.length);
    }
    if (ends[begin] == 0) {
      if (found == begins.length) {
        begins = Arrays.copyOf(begins, 2 * found);
      }
      begins[found++] = begin;
    }
    ends[begin] = end;
    numbers[begin] = number;
  }

  /** Is told what was found where, in UTF-16 units of the original. */
  interface Visitor {
    void visit(int number, int start, int end);
  }
}
