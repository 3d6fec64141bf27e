package io.tocsin.tag.forms;

import java.util.ArrayList;
import java.util.List;

/**
 * A name taken apart, so that its words can be changed and what stands between them stays.
 *
 * @param words runs of letters, with the apostrophes inside them
 * @param gaps what stands before each word, and after the last
 */
record Name(List<String> words, List<String> gaps) {

  static Name of(String text) {
    List<String> words = new ArrayList<>();
    List<String> gaps = new ArrayList<>();
    int gap = 0;
    int at = 0;
    while (at < text.length()) {
      if (!isPart(text, at)) {
        at++;
        continue;
      }
      int start = at;
      while (at < text.length() && isPart(text, at)) {
        at++;
      }
      gaps.add(text.substring(gap, start));
      words.add(text.substring(start, at));
      gap = at;
    }
    gaps.add(text.substring(gap));
    return new Name(words, gaps);
  }

  private static boolean isPart(String text, int at) {
    char c = text.charAt(at);
    boolean inside = at > 0 && at + 1 < text.length();
    return Character.isLetterOrDigit(c)
        || Character.isSurrogate(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || (inside
            && (c == '\'' || c == '’')
            && Character.isLetter(text.charAt(at - 1))
            && Character.isLetter(text.charAt(at + 1)));
  }

  int last() {
    return words.size() - 1;
  }

  /** The name with other words, as many as before. */
  String with(List<String> others) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < others.size(); i++) {
      text.append(gaps.get(i)).append(others.get(i));
    }
    return text.append(gaps.get(others.size())).toString();
  }

  /** The name with one other word. */
  String with(int index, String word) {
    if (words.size() == 1) {
      return gaps.get(0) + word + gaps.get(1);
    }
    List<String> others = new ArrayList<>(words);
    others.set(index, word);
    return with(others);
  }

  /** Letters in capitals only: a short form such as НАТО, which most languages leave as it is. */
  static boolean isAcronym(String word) {
    return word.length() > 1
        && Character.isUpperCase(word.charAt(0))
        && Character.isUpperCase(word.charAt(word.length() - 1));
  }
}
