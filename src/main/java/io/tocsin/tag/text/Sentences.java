package io.tocsin.tag.text;

import io.tocsin.model.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits text into sentences: at a full stop, question or exclamation mark that is followed by
 * space and by something that can open a sentence, at the stops of scripts without spaces, at every
 * blank line and before every item of a list. Linear in the length of the text.
 *
 * <p>Between stops, characters are only looked up in a table; words are cut out at stops alone. That
 * makes it several times faster than the JDK's break iterator.
 */
public final class Sentences {
  /** How many quotes, brackets and dashes may stand before the first word of a sentence. */
  private static final int MOST_OPENERS = 4;

  /** Longest number before an item of a list. */
  private static final int LONGEST_ITEM_NUMBER = 3;

  /** After a Japanese quote these go on with the sentence that quotes. */
  private static final String AFTER_QUOTE = "とっをのはがでにも、，,：:";

  private final String text;
  private final List<Span> spans = new ArrayList<>();
  private int start;

  private Sentences(String text) {
    this.text = text;
  }

  /**
   * The sentences in order, without the space around them; together they hold every visible
   * character.
   */
  public static List<Span> of(String text) {
    Sentences sentences = new Sentences(text);
    sentences.split();
    return sentences.spans;
  }

  private void split() {
    // Copied out: an array is read several times faster than the characters of a string.
    char[] chars = text.toCharArray();
    int at = 0;
    while (at < chars.length) {
      int kind = Stops.of(chars[at]);
      at = kind == Stops.NONE ? at + 1 : afterStop(kind, at);
    }
    finish(chars.length);
  }

  /** Deals with what may end a sentence; returns where to read on. */
  private int afterStop(int kind, int at) {
    if (kind == Stops.LINE) {
      return afterLine(at);
    }
    if (kind == Stops.PARAGRAPH) {
      finish(at);
      return at + 1;
    }
    int after = afterClosers(at + 1);
    boolean ends =
        switch (kind) {
          case Stops.FULL -> !goesOnAfterQuote(after);
          case Stops.GREEK -> asksInGreek(at, after);
          default -> endsSentence(at, after);
        };
    if (ends) {
      finish(after);
    }
    return after;
  }

  private int afterLine(int at) {
    int next = at + 1;
    boolean blankLine = false;
    while (next < text.length() && Stops.isSpace(text.charAt(next))) {
      blankLine |= text.charAt(next) == '\n';
      next++;
    }
    if (blankLine || isItem(next)) {
      finish(at);
    }
    return next;
  }

  private void finish(int end) {
    int from = start;
    int to = end;
    while (from < to && Stops.isSpace(text.charAt(from))) {
      from++;
    }
    while (from < to && Stops.isSpace(text.charAt(to - 1))) {
      to--;
    }
    if (from < to) {
      spans.add(new Span(from, to));
    }
    start = end;
  }

  /** Whether an item of a list begins here: a bullet and a space, or a number, a dot and a space. */
  private boolean isItem(int at) {
    int next = at;
    if (next < text.length() && Stops.isBullet(text.charAt(next))) {
      next++;
    } else {
      while (next < text.length()
          && next - at < LONGEST_ITEM_NUMBER
          && Character.isDigit(text.charAt(next))) {
        next++;
      }
      boolean marked = next > at && next < text.length() && ".)".indexOf(text.charAt(next)) >= 0;
      next = marked ? next + 1 : at;
    }
    return next > at && next < text.length() && Stops.isSpace(text.charAt(next));
  }

  private boolean goesOnAfterQuote(int after) {
    return after < text.length()
        && Stops.isCloser(text.charAt(after - 1))
        && AFTER_QUOTE.indexOf(text.charAt(after)) >= 0;
  }

  private boolean asksInGreek(int at, int after) {
    if (at == 0 || Character.UnicodeScript.of(text.charAt(at - 1)) != Character.UnicodeScript.GREEK) {
      return false;
    }
    int next = afterSpace(after);
    return next == text.length()
        || (next > after && !Character.isLowerCase(text.charAt(afterOpeners(next))));
  }

  /** Whether the run of stops and closing quotes between the two places ends a sentence. */
  private boolean endsSentence(int first, int after) {
    if (after == text.length()) {
      return true;
    }
    if (!Stops.isSpace(text.charAt(after))) {
      return false;
    }
    int next = afterSpace(after);
    if (next == text.length()) {
      return true;
    }
    int word = afterOpeners(next);
    if (Stops.isStop(text.charAt(word)) || opensInLowerCase(word)) {
      return false;
    }
    if (text.charAt(first) != '.') {
      return !(Stops.isCloser(text.charAt(after - 1)) && Speech.follows(text, word));
    }
    return after != first + 1 || endsAtDot(first, next, word);
  }

  /** Whether a single dot ends a sentence, given where the next thing and its first word begin. */
  private boolean endsAtDot(int dot, int next, int word) {
    int from = dot;
    while (from > start && dot - from <= Abbreviations.LONGEST && isPartOfWord(text.charAt(from - 1))) {
      from--;
    }
    if (dot - from > Abbreviations.LONGEST) {
      return true;
    }
    if (isItemNumber(from, dot)) {
      return false;
    }
    String before = text.substring(from, dot);
    String after = Stops.isDash(text.charAt(next)) ? "" : wordAt(word);
    return !Abbreviations.goesOn(before, wordBefore(from), after);
  }

  /** Whether the number before a dot opens its sentence: then it counts the items of a list. */
  private boolean isItemNumber(int from, int dot) {
    if (dot - from > LONGEST_ITEM_NUMBER || dot == from) {
      return false;
    }
    for (int at = from; at < dot; at++) {
      if (!Character.isDigit(text.charAt(at))) {
        return false;
      }
    }
    int at = from;
    while (at > start && from - at < 2 && Stops.isSpace(text.charAt(at - 1))) {
      at--;
    }
    return at == start;
  }

  private static boolean isPartOfWord(char c) {
    return Character.isLetterOrDigit(c) || c == '.' || c == '§' || c == '№';
  }

  /** The word before a place, when a single space is between. */
  private String wordBefore(int at) {
    int to = at - 1;
    if (to <= start || !Stops.isSpace(text.charAt(to))) {
      return "";
    }
    int from = to;
    while (from > start
        && to - from <= Abbreviations.LONGEST
        && Character.isLetterOrDigit(text.charAt(from - 1))) {
      from--;
    }
    return text.substring(from, to);
  }

  private String wordAt(int from) {
    int to = from;
    while (to < text.length()
        && to - from < 2 * Abbreviations.LONGEST
        && Character.isLetterOrDigit(text.charAt(to))) {
      to++;
    }
    return text.substring(from, to);
  }

  /** A word in lower case opens no sentence, but "iPhone" and "eBay" do. */
  private boolean opensInLowerCase(int word) {
    if (!Character.isLowerCase(text.codePointAt(word))) {
      return false;
    }
    return word + 1 >= text.length() || !Character.isUpperCase(text.charAt(word + 1));
  }

  private int afterSpace(int at) {
    int next = at;
    while (next < text.length() && Stops.isSpace(text.charAt(next))) {
      next++;
    }
    return next;
  }

  /** The first word after quotes, brackets and dashes; at most the last character. */
  private int afterOpeners(int at) {
    int next = at;
    while (next + 1 < text.length()
        && next - at < MOST_OPENERS
        && (Stops.isOpener(text.charAt(next)) || (next > at && text.charAt(next) == ' '))) {
      next++;
    }
    return next;
  }

  /** Past further stops and past the quotes and brackets that close what they ended. */
  private int afterClosers(int at) {
    int next = at;
    while (next < text.length()
        && (Stops.isStop(text.charAt(next))
            || Stops.isCloser(text.charAt(next))
            || closesInGerman(next))) {
      next++;
    }
    return closesAfterSpace(next) ? next + 2 : next;
  }

  private boolean closesInGerman(int at) {
    return Stops.isTurnedQuote(text.charAt(at))
        && (at + 1 == text.length() || Stops.isSpace(text.charAt(at + 1)));
  }

  /** French sets a space before the quote that closes; a quote that opens has none behind it. */
  private boolean closesAfterSpace(int at) {
    return at + 1 < text.length()
        && text.charAt(at + 1) == '»'
        && Stops.isSpace(text.charAt(at))
        && (at + 2 == text.length() || Stops.isSpace(text.charAt(at + 2)));
  }
}
