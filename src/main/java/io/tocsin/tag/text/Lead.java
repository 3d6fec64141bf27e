package io.tocsin.tag.text;

import io.tocsin.model.Field;
import io.tocsin.model.FieldSpan;
import java.util.List;

/**
 * What an article says first: its title, its summary and the first three sentences of its body. A
 * byline and a dateline that stand in paragraphs of their own before the text are not counted.
 */
public final class Lead {
  /** How many sentences of the body count as its lead. */
  private static final int SENTENCES = 3;

  /** At most so many short paragraphs may stand before the text: byline, dateline, agency. */
  private static final int MOST_SKIPPED = 3;

  private static final int LONGEST_SKIPPED = 80;

  private static final List<String> BY = List.of("By ", "BY ", "Von ", "Par ", "Por ", "Di ");

  private Lead() {}

  /**
   * The number of the first sentence that stands after title, summary and lead; a place is
   * prominent when the number of its sentence is lower.
   *
   * @param body the body's text
   * @param sentences all sentences of the article, in reading order
   */
  public static int end(String body, List<FieldSpan> sentences) {
    int first = 0;
    while (first < sentences.size() && sentences.get(first).field() != Field.BODY) {
      first++;
    }
    int skipped = 0;
    while (skipped < MOST_SKIPPED
        && first + skipped + 1 < sentences.size()
        && isCredit(body, sentences.get(first + skipped))) {
      skipped++;
    }
    return Math.min(sentences.size(), first + skipped + SENTENCES);
  }

  /** Whether a sentence only says who wrote, where and when. */
  private static boolean isCredit(String body, FieldSpan sentence) {
    int length = sentence.end() - sentence.start();
    if (length > LONGEST_SKIPPED) {
      return false;
    }
    String text = body.substring(sentence.start(), sentence.end());
    char last = text.charAt(length - 1);
    if (Stops.isStop(last) || (Stops.isCloser(last) && last != ')')) {
      return false;
    }
    return Stops.isDash(last)
        || last == ')'
        || BY.stream().anyMatch(text::startsWith)
        || isAllCapitals(text);
  }

  private static boolean isAllCapitals(String text) {
    int to = text.indexOf(',');
    boolean capital = false;
    for (int i = 0; i < (to < 0 ? text.length() : to); i++) {
      if (Character.isLowerCase(text.charAt(i))) {
        return false;
      }
      capital |= Character.isUpperCase(text.charAt(i));
    }
    return capital;
  }
}
