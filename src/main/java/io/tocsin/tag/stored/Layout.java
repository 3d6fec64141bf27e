package io.tocsin.tag.stored;

import io.tocsin.model.Field;
import io.tocsin.tag.query.Paragraphs;
import io.tocsin.tag.query.Unit;
import io.tocsin.tag.query.Zone;
import io.tocsin.tag.text.Scan;

/**
 * Which words of an article make its zones, sentences and paragraphs; found when first asked for,
 * since few queries ask. Every zone is one run of words.
 */
final class Layout {
  private static final int[] NO_PARAGRAPHS = {};

  private Scan scan = Scan.wordsOnly();
  private boolean zoned;
  private int summary;
  private int body;
  private int leadEnd;
  private int[] paragraphs = NO_PARAGRAPHS;

  void begin(Scan next) {
    scan = next;
    zoned = false;
    leadEnd = -1;
    paragraphs = NO_PARAGRAPHS;
  }

  boolean sameField(int word, int other) {
    return scan.field(word) == scan.field(other);
  }

  /** Index of the first word of a zone. */
  int from(Zone zone) {
    findFields();
    return switch (zone) {
      case TITLE -> 0;
      case SUMMARY, LEAD -> summary;
      case BODY -> body;
    };
  }

  /** One past the last word of a zone. */
  int to(Zone zone) {
    findFields();
    return switch (zone) {
      case TITLE -> summary;
      case SUMMARY -> body;
      case LEAD -> leadEnd();
      case BODY -> scan.size();
    };
  }

  private void findFields() {
    if (!zoned) {
      zoned = true;
      summary = scan.firstFrom(Field.SUMMARY);
      body = scan.firstFrom(Field.BODY);
    }
  }

  /** Only the lead needs sentences, which cost more than all else here. */
  private int leadEnd() {
    if (leadEnd >= 0) {
      return leadEnd;
    }
    leadEnd = body;
    while (leadEnd < scan.size() && scan.isProminent(leadEnd)) {
      leadEnd++;
    }
    return leadEnd;
  }

  /** The number of the sentence or paragraph that a word stands in. */
  int unit(int word, Unit unit) {
    int sentence = scan.sentence(word);
    return switch (unit) {
      case SENTENCE -> sentence;
      case PARAGRAPH -> paragraphs()[sentence];
    };
  }

  private int[] paragraphs() {
    if (paragraphs.length == 0) {
      paragraphs = Paragraphs.of(scan.article(), scan.sentences());
    }
    return paragraphs;
  }

  /** There are not more sentences, nor paragraphs, than this. */
  int units() {
    return scan.sentences().size();
  }
}
