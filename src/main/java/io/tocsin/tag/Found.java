package io.tocsin.tag;

import io.tocsin.model.Form;
import java.util.Arrays;

/**
 * Subjects found in one article. Each is one number: first word, length, subject and form packed so
 * that the order of numbers is reading order, then order of id, then of strength. Reused from
 * article to article by one thread.
 */
@SuppressWarnings("EnumOrdinal") // packed into bits that never leave the process
final class Found {
  /** Most words of one phrase; no name and no query is longer. */
  static final int MAX_LENGTH = 1 << 14;

  /** Most subjects of one watchlist. */
  static final int MAX_SUBJECTS = 1 << 24;

  private static final Form[] FORMS = Form.values();
  private static final int FORM_BITS = 3;
  private static final int SUBJECT_BITS = 24;
  private static final int LENGTH_BITS = 14;
  private static final int PLACE_SHIFT = SUBJECT_BITS + FORM_BITS;

  private int size;
  private long[] packed = new long[64];

  void clear() {
    size = 0;
  }

  void add(int subject, Form form, int first, int last) {
    if (size == packed.length) {
      packed = Arrays.copyOf(packed, 2 * size);
    }
    long place = ((long) first << LENGTH_BITS) | (last - first);
    packed[size++] = (((place << SUBJECT_BITS) | subject) << FORM_BITS) | form.ordinal();
  }

  /** Takes over all of another. */
  void addAll(Found other) {
    if (size + other.size > packed.length) {
      packed = Arrays.copyOf(packed, 2 * (size + other.size));
    }
    System.arraycopy(other.packed, 0, packed, size, other.size);
    size += other.size;
  }

  /** Puts all in reading order. */
  void sort() {
    Arrays.sort(packed, 0, size);
  }

  int size() {
    return size;
  }

  /** Number of the subject, in order of id. */
  int subject(int index) {
    return (int) (packed[index] >>> FORM_BITS) & (MAX_SUBJECTS - 1);
  }

  Form form(int index) {
    return FORMS[(int) packed[index] & ((1 << FORM_BITS) - 1)];
  }

  /** Index of its first word. */
  int first(int index) {
    return (int) (packed[index] >>> (PLACE_SHIFT + LENGTH_BITS));
  }

  /** Index of its last word. */
  int last(int index) {
    return first(index) + ((int) (packed[index] >>> PLACE_SHIFT) & (MAX_LENGTH - 1));
  }

  /** One past the last that stands at the very same words as this one; only after sorting. */
  int endOfPlace(int index) {
    int end = index + 1;
    while (end < size && packed[end] >>> PLACE_SHIFT == packed[index] >>> PLACE_SHIFT) {
      end++;
    }
    return end;
  }
}
