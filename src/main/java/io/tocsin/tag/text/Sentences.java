package io.tocsin.tag.text;

import io.tocsin.model.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits text into sentences: at a full stop, question or exclamation mark that is followed by
 * space and by something that can open a sentence, at the full stops of scripts without spaces, and
 * at every blank line. Linear in the length of the text.
 */
public final class Sentences {
  /** How far back from a dot an abbreviation is looked for. */
  private static final int LONGEST_ABBREVIATION = 12;

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
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\n' || c == '\u2029') {
        int next = afterSpace(at);
        if (c == '\u2029' || text.substring(at + 1, next).indexOf('\n') >= 0) {
          finish(at);
        }
        at = next;
      } else if (isFullWidthStop(c)) {
        at = afterClosers(at + 1);
        finish(at);
      } else if (isStop(c)) {
        int first = at;
        at = afterClosers(at + 1);
        if (endsSentence(first, at)) {
          finish(at);
        }
      } else {
        at++;
      }
    }
    finish(text.length());
  }

  private void finish(int end) {
    int from = start;
    int to = end;
    while (from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (from < to && isSpace(text.charAt(to - 1))) {
      to--;
    }
    if (from < to) {
      spans.add(new Span(from, to));
    }
    start = end;
  }

  /** Whether the run of stops and closing quotes between the two places ends a sentence. */
  private boolean endsSentence(int first, int after) {
    if (after == text.length()) {
      return true;
    }
    if (!isSpace(text.charAt(after))) {
      return false;
    }
    int next = afterSpace(after);
    if (next == text.length()) {
      return true;
    }
    int opener = next;
    while (opener < text.length() && isOpener(text.charAt(opener)) && opener - next < 4) {
      opener++;
    }
    if (opener < text.length() && Character.isLowerCase(text.codePointAt(opener))) {
      return false;
    }
    boolean plainDot = text.charAt(first) == '.' && after == first + 1;
    return !plainDot || !Abbreviations.goesOn(wordBefore(first), wordFrom(opener));
  }

  private String wordBefore(int dot) {
    int from = dot;
    while (from > 0 && dot - from <= LONGEST_ABBREVIATION) {
      char c = text.charAt(from - 1);
      if (!Character.isLetterOrDigit(c) && c != '.') {
        break;
      }
      from--;
    }
    return text.substring(from, dot);
  }

  private String wordFrom(int from) {
    int to = from;
    while (to < text.length()
        && to - from <= LONGEST_ABBREVIATION
        && Character.isLetter(text.charAt(to))) {
      to++;
    }
    return text.substring(from, to);
  }

  private int afterSpace(int at) {
    int next = at;
    while (next < text.length() && isSpace(text.charAt(next))) {
      next++;
    }
    return next;
  }

  /** Past further stops and past the quotes and brackets that close what they ended. */
  private int afterClosers(int at) {
    int next = at;
    while (next < text.length()) {
      char c = text.charAt(next);
      if (!isStop(c) && !isFullWidthStop(c) && ")]}\"'”’»」』】）".indexOf(c) < 0) {
        break;
      }
      next++;
    }
    return next;
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || c == '\u00A0' || c == '\u2007' || c == '\u202F';
  }

  private static boolean isStop(char c) {
    return ".!?…؟۔।".indexOf(c) >= 0;
  }

  private static boolean isFullWidthStop(char c) {
    return "。！？｡".indexOf(c) >= 0;
  }

  private static boolean isOpener(char c) {
    return "([{\"'“‘«„¿¡".indexOf(c) >= 0;
  }
}
