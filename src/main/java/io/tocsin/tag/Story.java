package io.tocsin.tag;

import io.tocsin.model.Field;
import io.tocsin.tag.text.Reading;
import io.tocsin.tag.text.Word;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The fingerprint of a story: equal for wire copies that differ in headline, case, punctuation and
 * credit lines.
 *
 * <p>It is a hash of the folded words of the body without the short paragraphs at its end, so that
 * "Reporting by …" and an agency's name make no difference, whether a copy has none, one or two of
 * them. A text too short to stand for itself takes the headline along.
 */
final class Story {
  /** A paragraph at the end that has at most so many words is taken for a credit line. */
  private static final int LONGEST_CREDIT = 12;

  /** Fewer words than these are not enough to know a story by. */
  private static final int SHORTEST_BODY = 8;

  private static final int DIGITS = 16;

  private Story() {}

  /** 16 hexadecimal digits. */
  static String fingerprint(Reading reading) {
    List<Word> body = reading.words().stream().filter(word -> word.field() == Field.BODY).toList();
    List<Word> kept = withoutCredits(reading.article().text(Field.BODY), body);
    List<String> folded = new ArrayList<>();
    if (kept.size() < SHORTEST_BODY) {
      reading.words().stream()
          .filter(word -> word.field() == Field.TITLE)
          .map(Word::folded)
          .forEach(folded::add);
    }
    kept.stream().map(Word::folded).forEach(folded::add);
    return hash(String.join(" ", folded));
  }

  private static List<Word> withoutCredits(String text, List<Word> words) {
    int kept = words.size();
    int end = text.length();
    while (end > 0) {
      int lineBreak = text.lastIndexOf('\n', end - 1);
      if (lineBreak < 0) {
        break;
      }
      end = lineBreak;
      int before = kept;
      while (before > 0 && words.get(before - 1).start() > lineBreak) {
        before--;
      }
      if (kept - before > LONGEST_CREDIT || before < SHORTEST_BODY) {
        break;
      }
      if (endsParagraph(text, lineBreak)) {
        kept = before;
      }
    }
    return words.subList(0, kept);
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
    return at < 0 || "\n.!?…。！？\"'”’»」)]".indexOf(text.charAt(at)) >= 0;
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
