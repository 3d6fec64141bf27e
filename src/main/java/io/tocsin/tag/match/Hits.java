package io.tocsin.tag.match;

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

  /**
   * Where something may begin, and what: the search's own notes, here because hits are one
   * thread's.
   */
  int[] places = new int[512];

  int[] codes = new int[512];

  int[] seconds = new int[512];

  /** Makes room for notes on so many words. */
  void reserve(int words) {
    if (places.length <= words) {
      places = new int[words + words / 2];
      codes = new int[places.length];
      seconds = new int[places.length];
    }
  }

  /** Exchanges two phrases that stand at the same words. */
  void swapPhrases(int one, int other) {
    int phrase = phrases[one];
    phrases[one] = phrases[other];
    phrases[other] = phrase;
  }

  /** Writes a hit over another one. */
  void move(int from, int to) {
    phrases[to] = phrases[from];
    firsts[to] = firsts[from];
    lasts[to] = lasts[from];
  }

  /** Forgets the hits from one on. */
  void cut(int from) {
    size = from;
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
