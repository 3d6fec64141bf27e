package io.tocsin.tag.match;

import io.tocsin.tag.text.Scan;
import java.util.Arrays;

/**
 * Where phrases stand in one article, in order of first word, the shorter first. Reused from
 * article to article by one thread.
 */
public final class Hits {
  private int size;
  private int[] phrases = new int[64];
  private int[] firsts = new int[64];
  private int[] lasts = new int[64];

  /** The search's own notes, here because hits are one thread's. */
  final Trails trails = new Trails();

  final Candidates candidates = new Candidates();
  private int[] numbers = new int[64];

  /** Marks the place of a phrase as one whose words were compared. */
  static int verified(int place) {
    return ~place;
  }

  /** While a search runs: the place of the phrase in the text. */
  int place(int hit) {
    return phrases[hit] < 0 ? ~phrases[hit] : phrases[hit];
  }

  /** Exchanges two phrases that stand at the same words. */
  void swapPhrases(int one, int other) {
    int phrase = phrases[one];
    phrases[one] = phrases[other];
    phrases[other] = phrase;
  }

  /**
   * Ends a search: drops the hits that a sentence ends within, or whose words are others with the
   * same hash, and puts numbers for places. The far text is first touched for all hits, then
   * compared.
   */
  void verify(PhraseText text, Scan scan) {
    if (numbers.length < size) {
      numbers = new int[phrases.length];
    }
    for (int i = 0; i < size; i++) {
      numbers[i] = text.number(place(i));
    }
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (phrases[i] < 0
          || text.standsPlainly(phrases[i], scan, firsts[i], lasts[i])
          || (isOneSentence(scan, firsts[i], lasts[i])
              && text.stands(phrases[i], scan, firsts[i], lasts[i]))) {
        phrases[i] = numbers[i];
        move(i, kept++);
      }
    }
    size = kept;
  }

  /** Whether nothing ends between two words. */
  static boolean isOneSentence(Scan scan, int first, int last) {
    for (int word = first + 1; word <= last; word++) {
      if (!scan.goesOn(word)) {
        return false;
      }
    }
    return true;
  }

  private void move(int from, int to) {
    phrases[to] = phrases[from];
    firsts[to] = firsts[from];
    lasts[to] = lasts[from];
  }

  /** From the left, keeps the last (the longest) at each word that no kept one covers. */
  void keepLongest() {
    int kept = 0;
    int next = 0;
    for (int i = 0; i < size; i++) {
      boolean longest = i + 1 == size || firsts[i + 1] != firsts[i];
      if (longest && firsts[i] >= next) {
        next = lasts[i] + 1;
        move(i, kept++);
      }
    }
    size = kept;
  }

  /** Forgets all. */
  public void clear() {
    size = 0;
  }

  /** Adds a phrase that stands from one word to another. */
  public void add(int phrase, int first, int last) {
    if (size == phrases.length) {
      phrases = Arrays.copyOf(phrases, 2 * size);
      firsts = Arrays.copyOf(firsts, 2 * size);
      lasts = Arrays.copyOf(lasts, 2 * size);
    }
    phrases[size] = phrase;
    firsts[size] = first;
    lasts[size++] = last;
  }

  /** How many there are. */
  public int size() {
    return size;
  }

  /** The number of the phrase. */
  public int phrase(int hit) {
    return phrases[hit];
  }

  /** Index of its first word. */
  public int first(int hit) {
    return firsts[hit];
  }

  /** Index of its last word. */
  public int last(int hit) {
    return lasts[hit];
  }
}
