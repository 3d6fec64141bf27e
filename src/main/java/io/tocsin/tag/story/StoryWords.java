package io.tocsin.tag.story;

import io.tocsin.model.Field;
import io.tocsin.tag.text.Scan;

/**
 * The words of an article that its story is known by: those of the body without the short
 * paragraphs at its end, so that "Reporting by …" and an agency's name make no difference, whether
 * a copy has none, one or two of them. A text too short to stand for itself takes the headline
 * along.
 *
 * @param titleTo one past the last word of the title that belongs to them; 0 for none of it
 * @param from first word of the body
 * @param to one past the last word of the body that belongs to them
 */
record StoryWords(int titleTo, int from, int to) {
  /** A paragraph at the end that has at most so many words is taken for a credit line. */
  private static final int LONGEST_CREDIT = 12;

  /** Fewer words than these are not enough to know a story by. */
  private static final int SHORTEST_BODY = 8;

  private static final String ENDS = "\n.!?…。！？\"'”’»」)]";

  static StoryWords of(Scan scan) {
    int from = scan.firstFrom(Field.BODY);
    int to = withoutCredits(scan, from);
    int titleTo = to - from < SHORTEST_BODY ? scan.firstFrom(Field.SUMMARY) : 0;
    return new StoryWords(titleTo, from, to);
  }

  /** How many words there are. */
  int size() {
    return titleTo + to - from;
  }

  /** The number in the scan of the n-th of these words. */
  int word(int n) {
    return n < titleTo ? n : from + n - titleTo;
  }

  private static int withoutCredits(Scan scan, int from) {
    String text = scan.article().text(Field.BODY);
    int kept = scan.size();
    int end = text.length();
    while (end > 0) {
      int lineBreak = text.lastIndexOf('\n', end - 1);
      if (lineBreak < 0) {
        break;
      }
      end = lineBreak;
      int before = kept;
      while (before > from && scan.start(before - 1) > lineBreak) {
        before--;
      }
      if (kept - before > LONGEST_CREDIT || before - from < SHORTEST_BODY) {
        break;
      }
      if (endsParagraph(text, lineBreak)) {
        kept = before;
      }
    }
    return kept;
  }

  /**
   * A line break ends a paragraph when a blank line or the end of a sentence is before it; else the
   * line was only wrapped.
   */
  private static boolean endsParagraph(String text, int lineBreak) {
    int at = lineBreak - 1;
    while (at >= 0 && text.charAt(at) != '\n' && Character.isWhitespace(text.charAt(at))) {
      at--;
    }
    return at < 0 || ENDS.indexOf(text.charAt(at)) >= 0;
  }
}
