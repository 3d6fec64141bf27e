package io.tocsin.tag.names;

import io.tocsin.model.Form;
import io.tocsin.model.Tag;
import io.tocsin.tag.text.Scan;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words of one article with what is known of each: its classes, its shape, the gap before it,
 * how often the article writes it small, and the subject that it was tagged with.
 */
final class ArticleWords {
  /** Share of capitals among the longer words from which on a sentence is a headline. */
  private static final double MOSTLY = 0.8;

  final Scan scan;
  final int size;
  final int[] classes;
  final Shape[] shapes;
  final Gap[] gaps;

  /** Kind of the tag over a word; null when there is none. */
  final @Nullable Kind[] tagged;

  /** First and last word of the tag over a word. */
  final int[] tagFirst;

  final int[] tagLast;
  final boolean[] people;
  private final boolean[] weak;
  final boolean[] shouted;
  private final int[] slotOf;
  private int sport;
  private int[] small = new int[0];
  private int[] capital = new int[0];

  ArticleWords(Scan scan, List<Tag> tags) {
    this.scan = scan;
    this.size = scan.size();
    classes = new int[size];
    shapes = new Shape[size];
    gaps = new Gap[size + 1];
    gaps[size] = Gap.START;
    tagged = new Kind[size];
    tagFirst = new int[size];
    tagLast = new int[size];
    people = new boolean[size];
    weak = new boolean[size];
    shouted = new boolean[size];
    slotOf = new int[size];
    read();
    mark(tags);
    for (int from = 0; from < size; ) {
      int to = from + 1;
      while (to < size && gaps[to] != Gap.START) {
        to++;
      }
      style(from, to);
      from = to;
    }
    countCase();
  }

  private void read() {
    for (int i = 0; i < size; i++) {
      String text = scan.article().text(scan.field(i));
      classes[i] = WordTable.classes(scan.keys()[i]);
      sport += is(i, WordClass.SPORT) ? 1 : 0;
      shapes[i] = Shape.of(text, scan.start(i), scan.end(i));
      boolean starts = i == 0 || scan.sentence(i) != scan.sentence(i - 1);
      gaps[i] = starts ? Gap.START : Gap.of(text, scan.end(i - 1), scan.start(i));
      if (shapes[i] == Shape.UPPER && is(i, WordClass.SMALL) && scan.end(i) - scan.start(i) < 5) {
        // "US" is no "us", and "IT" no "it"; whole sentences in capitals are judged by style.
        classes[i] &= ~WordClass.SMALL.bit();
        classes[i] |= WordClass.COMMON.bit() & (text.charAt(scan.end(i) - 1) == '.' ? 0 : -1);
      }
    }
  }

  private void mark(List<Tag> tags) {
    int next = 0;
    for (Tag tag : tags) {
      Kind kind = kind(tag);
      while (next < size && isBefore(next, tag)) {
        next++;
      }
      if (kind == null && tag.form() != Form.DEMONYM) {
        continue;
      }
      int last = next;
      while (last < size && scan.field(last) == tag.field() && scan.start(last) < tag.end()) {
        last++;
      }
      for (int i = next; i < last; i++) {
        if (tag.form() == Form.DEMONYM) {
          people[i] = true;
        } else if (tagged[i] == null) {
          tagged[i] = kind;
          tagFirst[i] = next;
          tagLast[i] = last - 1;
        }
      }
    }
  }

  private boolean isBefore(int word, Tag tag) {
    int byField = scan.field(word).compareTo(tag.field());
    return byField < 0 || (byField == 0 && scan.end(word) <= tag.start());
  }

  private static @Nullable Kind kind(Tag tag) {
    if (tag.form() != Form.NAME && tag.form() != Form.SHORT) {
      return null;
    }
    for (Kind kind : Kind.ALL) {
      if (tag.subject().startsWith(kind.word() + "/")) {
        return kind;
      }
    }
    return null;
  }

  /** Where capitals say nothing: at the beginning of a sentence, and all over a headline. */
  private void style(int from, int to) {
    int upper = 0;
    int capitals = 0;
    int ordinary = 0;
    int lower = 0;
    for (int i = from; i < to; i++) {
      boolean longer = scan.end(i) - scan.start(i) > 3;
      switch (shapes[i]) {
        case LOWER -> lower += longer ? 1 : 0;
        case UPPER -> upper += longer ? 1 : 0;
        case CAPITAL -> {
          capitals += longer ? 1 : 0;
          ordinary += longer && is(i, WordClass.COMMON) ? 1 : 0;
        }
        case INITIAL, DIGIT, CASELESS -> {}
      }
    }
    boolean shouting = upper >= 2 && upper > 3 * (lower + capitals);
    boolean titled = ordinary >= 2 && capitals >= 4 && capitals >= MOSTLY * (capitals + lower);
    for (int i = from; i < to; i++) {
      shouted[i] = shouting;
      weak[i] = shouting || titled || i == from || gaps[i] == Gap.BREAK;
    }
  }

  private void countCase() {
    int slots = Integer.highestOneBit(Math.max(8, size)) * 4;
    long[] keys = new long[slots];
    small = new int[slots];
    capital = new int[slots];
    for (int i = 0; i < size; i++) {
      long key = scan.keys()[i];
      int slot = (int) (key ^ (key >>> 32)) & (slots - 1);
      while (keys[slot] != 0 && keys[slot] != key) {
        slot = (slot + 1) & (slots - 1);
      }
      keys[slot] = key;
      slotOf[i] = slot;
      if (shapes[i] == Shape.LOWER) {
        small[slot]++;
      } else if (!weak[i] && isUpper(i)) {
        capital[slot]++;
      }
    }
  }

  /** Whether the article reports on matches. */
  boolean isSport() {
    return sport >= 3 && sport * 100 >= size;
  }

  /** Whether a word is of a class. */
  boolean is(int word, WordClass wordClass) {
    return (classes[word] & wordClass.bit()) != 0;
  }

  boolean isUpper(int word) {
    return shapes[word] == Shape.CAPITAL
        || shapes[word] == Shape.UPPER
        || shapes[word] == Shape.INITIAL;
  }

  /** Whether the capital of a word says nothing. */
  boolean isWeak(int word) {
    return weak[word];
  }

  /** How often the article writes the word with a capital that says something. */
  int capitals(int word) {
    return capital[slotOf[word]];
  }

  /** How often the article writes the word with a small letter. */
  int smalls(int word) {
    return small[slotOf[word]];
  }

  /** The classes of a run of words as a whole. */
  int classes(int first, int last) {
    if (first == last) {
      return classes[first];
    }
    long key = 0;
    for (int i = first; i <= last; i++) {
      key = WordTable.join(key, scan.keys()[i]);
    }
    return WordTable.classes(key);
  }

  /** The key of a run of words. */
  long key(int first, int last) {
    long key = 0;
    for (int i = first; i <= last; i++) {
      key = WordTable.join(key, scan.keys()[i]);
    }
    return key;
  }

  /** Whether any word of a run is of the class. */
  boolean any(int first, int last, WordClass wordClass) {
    return Arrays.stream(classes, first, last + 1).anyMatch(c -> (c & wordClass.bit()) != 0);
  }
}
