package io.tocsin.tag.text;

import io.tocsin.model.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits text into sentences: at a full stop, question or exclamation mark that is followed by
 * space and by something that can open a sentence, at the stops of scripts without spaces, at every
 * blank line and before every item of a list. Linear in the length of the text.
 *
 * <p>Words are cut out at stops alone: several times faster than the JDK's break iterator.
 */
public final class Sentences {
  /** How many quotes, brackets and dashes may stand before the first word of a sentence. */
  private static final int MOST_OPENERS = 4;

  /** Longest number before an item of a list. */
  private static final int LONGEST_ITEM_NUMBER = 3;

  /** After a Japanese quote these go on with the sentence that quotes. */
  private static final String AFTER_QUOTE = "とっをのはがでにも、，,：:";

  private final String text;

  /** The text, copied out: an array is read faster than the characters of a string. */
  private final char[] chars;

  private final StopBytes stops;
  private final List<Span> spans = new ArrayList<>();
  private int start;

  private Sentences(String text, StopBytes stops) {
    this.text = text;
    this.chars = text.toCharArray();
    this.stops = stops;
  }

  /**
   * The sentences in order, without the space around them; together they hold every visible
   * character.
   */
  public static List<Span> of(String text) {
    return of(text, StopBytes.NONE);
  }

  /** The same of a text whose stops can be found among the bytes that it is made of. */
  static List<Span> of(String text, StopBytes stops) {
    Sentences sentences = new Sentences(text, stops);
    sentences.split();
    return sentences.spans;
  }

  private void split() {
    int at = 0;
    while (at < chars.length) {
      at = stops.next(at);
      int kind = at < chars.length ? Stops.of(chars[at]) : Stops.NONE;
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
    if (kind != Stops.FULL && (isLetterAt(at + 1) || isDigitAt(at + 1))) {
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

  /** The common case, in addresses and wrapped lines: a plain letter follows. */
  private boolean isLetterAt(int at) {
    return at < chars.length && (chars[at] | 0x20) >= 'a' && (chars[at] | 0x20) <= 'z';
  }

  private boolean isDigitAt(int at) {
    return at < chars.length && chars[at] >= '0' && chars[at] <= '9';
  }

  private int afterLine(int at) {
    int next = at + 1;
    if (isLetterAt(next)) {
      return next;
    }
    boolean blankLine = false;
    while (next < chars.length && Stops.isSpace(chars[next])) {
      blankLine |= chars[next] == '\n';
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
    while (from < to && Stops.isSpace(chars[from])) {
      from++;
    }
    while (from < to && Stops.isSpace(chars[to - 1])) {
      to--;
    }
    if (from < to) {
      spans.add(new Span(from, to));
    }
    start = end;
  }

  /**
   * Whether an item of a list begins here: a bullet and a space, or a number, a dot and a space.
   */
  private boolean isItem(int at) {
    int next = at;
    if (next < chars.length && Stops.isBullet(chars[next])) {
      next++;
    } else {
      while (next < chars.length
          && next - at < LONGEST_ITEM_NUMBER
          && Character.isDigit(chars[next])) {
        next++;
      }
      boolean marked = next > at && next < chars.length && ".)".indexOf(chars[next]) >= 0;
      next = marked ? next + 1 : at;
    }
    return next > at && next < chars.length && Stops.isSpace(chars[next]);
  }

  private boolean goesOnAfterQuote(int after) {
    return after < chars.length
        && Stops.isCloser(chars[after - 1])
        && AFTER_QUOTE.indexOf(chars[after]) >= 0;
  }

  private boolean asksInGreek(int at, int after) {
    if (at == 0 || Character.UnicodeScript.of(chars[at - 1]) != Character.UnicodeScript.GREEK) {
      return false;
    }
    int next = afterSpace(after);
    return next == chars.length
        || (next > after && !Character.isLowerCase(text.charAt(afterOpeners(next))));
  }

  /** Whether the run of stops and closing quotes between the two places ends a sentence. */
  private boolean endsSentence(int first, int after) {
    if (after == chars.length) {
      return true;
    }
    if (!Stops.isSpace(chars[after])) {
      return false;
    }
    int next = afterSpace(after);
    if (next == chars.length) {
      return true;
    }
    int word = afterOpeners(next);
    if (Stops.isStop(chars[next]) || opensInLowerCase(word)) {
      return false;
    }
    if (chars[first] != '.') {
      return !(Stops.isCloser(chars[after - 1]) && Speech.follows(text, word));
    }
    return after != first + 1 || endsAtDot(first, next, word);
  }

  /** Whether a single dot ends a sentence, given where the next thing and its first word begin. */
  private boolean endsAtDot(int dot, int next, int word) {
    int from = dot;
    while (from > start && dot - from <= Abbreviations.LONGEST && isPartOfWord(chars[from - 1])) {
      from--;
    }
    if (dot - from > Abbreviations.LONGEST) {
      return true;
    }
    if (isItemNumber(from, dot)) {
      return false;
    } else if (!Abbreviations.mayBe(chars, from, dot)) {
      return true;
    }
    String before = text.substring(from, dot);
    String after = Stops.isDash(chars[next]) ? "" : wordAt(word);
    String beforeThat = Abbreviations.asksForContext(before) ? wordBefore(from) : "";
    return !Abbreviations.goesOn(before, beforeThat, after);
  }

  /** Whether the number before a dot opens its sentence: then it counts the items of a list. */
  private boolean isItemNumber(int from, int dot) {
    if (dot - from > LONGEST_ITEM_NUMBER || dot == from) {
      return false;
    }
    for (int at = from; at < dot; at++) {
      if (!Character.isDigit(chars[at])) {
        return false;
      }
    }
    int at = from;
    while (at > start && from - at < 2 && Stops.isSpace(chars[at - 1])) {
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
    if (to <= start || !Stops.isSpace(chars[to])) {
      return "";
    }
    int from = to;
    while (from > start
        && to - from <= Abbreviations.LONGEST
        && Character.isLetterOrDigit(chars[from - 1])) {
      from--;
    }
    return text.substring(from, to);
  }

  private String wordAt(int from) {
    int to = from;
    while (to < chars.length
        && to - from < 2 * Abbreviations.LONGEST
        && Character.isLetterOrDigit(chars[to])) {
      to++;
    }
    return text.substring(from, to);
  }

  /** A word in lower case opens no sentence, but "iPhone" and "eBay" do. */
  private boolean opensInLowerCase(int word) {
    if (!Character.isLowerCase(text.codePointAt(word))) {
      return false;
    }
    return word + 1 >= chars.length || !Character.isUpperCase(chars[word + 1]);
  }

  private int afterSpace(int at) {
    int next = at;
    while (next < chars.length && Stops.isSpace(chars[next])) {
      next++;
    }
    return next;
  }

  /** The first word after quotes, brackets and dashes; at most the last character. */
  private int afterOpeners(int at) {
    int next = at;
    while (next + 1 < chars.length
        && next - at < MOST_OPENERS
        && (Stops.isOpener(chars[next]) || (next > at && chars[next] == ' '))) {
      next++;
    }
    return next;
  }

  /** Past further stops and past the quotes and brackets that close what they ended. */
  private int afterClosers(int at) {
    int next = at;
    while (next < chars.length
        && (Stops.isStop(chars[next]) || Stops.isCloser(chars[next]) || closesInGerman(next))) {
      next++;
    }
    return closesAfterSpace(next) ? next + 2 : next;
  }

  private boolean closesInGerman(int at) {
    return Stops.isTurnedQuote(chars[at])
        && (at + 1 == chars.length || Stops.isSpace(chars[at + 1]));
  }

  /** French sets a space before the quote that closes; a quote that opens has none behind it. */
  private boolean closesAfterSpace(int at) {
    return at + 1 < chars.length
        && chars[at + 1] == '»'
        && Stops.isSpace(chars[at])
        && (at + 2 == chars.length || Stops.isSpace(chars[at + 2]));
  }
}
