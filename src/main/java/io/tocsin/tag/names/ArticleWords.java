package io.tocsin.tag.names;

import io.tocsin.model.Tag;
import io.tocsin.tag.text.Scan;
import java.util.Arrays;
import java.util.List;

/**
 * The words of one article with what is known of each: its shape, its classes, the gap before it,
 * and the subject that it was tagged with. Reused from article to article by one thread.
 *
 * <p>Nearly all words are small and far from any name: of them only the shape is looked at. Classes
 * and gaps are looked up when they are first asked for; that made finding names three times faster.
 */
final class ArticleWords {
  /** Share of capitals among the longer words from which on a sentence is a headline. */
  private static final double MOSTLY = 0.8;

  /** Shorter words are small in headlines too, and in lines of capitals they say nothing. */
  private static final int LONGER = 4;

  /** Marks classes that were looked up; the classes themselves take the bits below it. */
  private static final int KNOWN = 1 << 31;

  Scan scan = new Scan();
  int size;
  private byte[] shapes = new byte[512];

  /** The words that may be part of a name, for their capital or their tag; the rest is skipped. */
  private int[] candidate = new int[512];

  private int candidates;
  private int[] classes = new int[512];
  private byte[] gaps = new byte[512];
  private boolean[] headline = new boolean[512];
  private boolean[] shouted = new boolean[512];

  private final TagMarks tags = new TagMarks();
  private int sport;
  private final CaseCounts cases = new CaseCounts();

  /** Reads an article; what was read before is forgotten. */
  void read(Scan next, List<Tag> found) {
    scan = next;
    size = next.size();
    sport = -1;
    clear();
    tags.read(scan, found);
    candidates = 0;
    for (int from = 0; from < size; ) {
      gaps[from] = Gap.START.code();
      from = readSentence(from);
    }
    cases.count(this);
  }

  /** Reads the shapes of a sentence's words and its style; returns the first word beyond it. */
  private int readSentence(int from) {
    int[] sentences = scan.sentenceNumbers();
    int lower = 0;
    int at = from;
    int firstCandidate = candidates;
    do {
      Shape shape = Shape.of(scan, at);
      shapes[at] = shape.code();
      if (shape == Shape.LOWER) {
        lower += scan.length(at) < LONGER ? 0 : 1;
      }
      if (shape.hasCapital() || tags.any(at)) {
        candidate[candidates++] = at;
      }
      at++;
    } while (at < size && sentences[at] == sentences[from]);
    if (candidates - firstCandidate >= 2) {
      style(from, at, lower, firstCandidate);
    }
    return at;
  }

  private void clear() {
    if (size >= shapes.length) {
      int room = size + size / 2;
      shapes = new byte[room];
      candidate = new int[room];
      classes = new int[room];
      gaps = new byte[room];
      headline = new boolean[room];
      shouted = new boolean[room];
      return;
    }
    Arrays.fill(classes, 0, size, 0);
    Arrays.fill(gaps, 0, size, (byte) 0);
    Arrays.fill(headline, 0, size, false);
    Arrays.fill(shouted, 0, size, false);
  }

  /**
   * Where capitals say nothing: all over a headline.
   *
   * @param lower how many longer words of the sentence are small
   * @param firstCandidate where its words with capitals begin
   */
  private void style(int from, int to, int lower, int firstCandidate) {
    int upper = 0;
    int capitals = 0;
    for (int n = firstCandidate; n < candidates; n++) {
      Shape shape = shape(candidate[n]);
      if (shape.hasCapital() && scan.length(candidate[n]) >= LONGER) {
        upper += shape == Shape.UPPER ? 1 : 0;
        capitals += shape == Shape.CAPITAL ? 1 : 0;
      }
    }
    boolean shouting = upper >= 2 && upper > 3 * (lower + capitals);
    boolean mostly = capitals >= 4 && capitals >= MOSTLY * (capitals + lower);
    if (shouting || (mostly && ordinary(firstCandidate) >= 2)) {
      Arrays.fill(headline, from, to, true);
      Arrays.fill(shouted, from, to, shouting);
    }
  }

  /** How many longer words with a capital are ordinary ones. */
  private int ordinary(int firstCandidate) {
    int ordinary = 0;
    for (int n = firstCandidate; n < candidates; n++) {
      int word = candidate[n];
      boolean counts = shape(word) == Shape.CAPITAL && scan.length(word) >= LONGER;
      ordinary += counts && is(word, WordClass.COMMON) ? 1 : 0;
    }
    return ordinary;
  }

  /** How a word is written. */
  Shape shape(int word) {
    return Shape.of(shapes[word]);
  }

  /** How many words may be part of a name, for their capital or their tag. */
  int candidates() {
    return candidates;
  }

  /** The word that is the n-th of them. */
  int candidate(int n) {
    return candidate[n];
  }

  /** What stands between a word and the one before it; {@link Gap#START} beyond the last word. */
  Gap gap(int word) {
    if (word == size) {
      return Gap.START;
    }
    if (gaps[word] == 0) {
      gaps[word] = Gap.before(scan, word).code();
    }
    return Gap.of(gaps[word]);
  }

  /** The tags over the words. */
  TagMarks tags() {
    return tags;
  }

  /** Whether the sentence of a word is written in capitals. */
  boolean isShouted(int word) {
    return shouted[word];
  }

  /** Whether the capital of a word says nothing. */
  boolean isWeak(int word) {
    return headline[word] || gap(word) == Gap.START || gap(word) == Gap.BREAK;
  }

  /** Whether the article reports on matches. */
  boolean isSport() {
    if (sport < 0) {
      sport = 0;
      for (int i = 0; i < size; i++) {
        sport += WordTable.maybeSport(scan.keys()[i]) && is(i, WordClass.SPORT) ? 1 : 0;
      }
    }
    return sport >= 3 && sport * 100 >= size;
  }

  /** Whether a word is of a class. */
  boolean is(int word, WordClass wordClass) {
    return (classes(word) & wordClass.bit()) != 0;
  }

  /** The classes of a word, as bits. */
  int classes(int word) {
    int known = classes[word];
    if (known == 0) {
      known = lookUp(word) | KNOWN;
      classes[word] = known;
    }
    return known & ~KNOWN;
  }

  private int lookUp(int word) {
    int found = WordTable.classes(scan.keys()[word]);
    if (shape(word) == Shape.UPPER
        && (found & WordClass.SMALL.bit()) != 0
        && scan.length(word) < 5) {
      // "US" is no "us", and "IT" no "it"; whole sentences in capitals are judged by style.
      found &= ~WordClass.SMALL.bit();
      found |= WordClass.COMMON.bit() & (scan.utf8()[scan.byteEnd(word) - 1] == '.' ? 0 : -1);
    }
    return found;
  }

  boolean isUpper(int word) {
    return shape(word).hasCapital();
  }

  /** How often the article writes the word with a capital that says something. */
  int capitals(int word) {
    return cases.capitals(scan.keys()[word]);
  }

  /** How often the article writes the word with a small letter, if it ever has a capital. */
  int smalls(int word) {
    return cases.smalls(scan.keys()[word]);
  }

  /** The classes of a run of words as a whole. */
  int classes(int first, int last) {
    return first == last ? classes(first) : WordTable.classes(key(first, last));
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
    return anyOf(first, last, wordClass.bit());
  }

  /** Whether any word of a run is of one of several classes, given as bits. */
  boolean anyOf(int first, int last, int wordClasses) {
    for (int i = first; i <= last; i++) {
      if ((classes(i) & wordClasses) != 0) {
        return true;
      }
    }
    return false;
  }
}
