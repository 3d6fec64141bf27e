package io.tocsin.tag;

import io.tocsin.model.Field;
import io.tocsin.tag.text.Scan;
import java.util.Arrays;

/**
 * Whether a word begins with a capital, in fields where capitals say anything: not where there are
 * none at all, as in lower-case headlines. A field is looked at only when asked for. Reused from
 * article to article by one thread.
 */
final class Capitals {
  private static final byte UNKNOWN = 0;
  private static final byte TELLING = 1;
  private static final byte SILENT = 2;

  private final byte[] fields = new byte[Field.ALL.size()];

  void clear() {
    Arrays.fill(fields, UNKNOWN);
  }

  /** Whether a word begins with a capital, or stands where capitals say nothing. */
  boolean mayBegin(Scan scan, int word) {
    Field field = scan.field(word);
    String text = scan.article().text(field);
    if (Character.isUpperCase(text.codePointAt(scan.start(word)))) {
      return true;
    }
    if (fields[field.ordinal()] == UNKNOWN) {
      boolean any = text.codePoints().anyMatch(Character::isUpperCase);
      fields[field.ordinal()] = any ? TELLING : SILENT;
    }
    return fields[field.ordinal()] == SILENT;
  }
}
