package io.tocsin.tag.match;

import java.util.Arrays;

/**
 * Where phrases stand in one article, in order of first word, the shorter first. Reused from
 * article to article by one thread.
 */
public final class Hits {
  /** Scratch of the search: words that may begin a phrase, and what their nodes hold. */
  int[] words = new int[512];

  int[] values = new int[512];

  private int size;
  private int[] phrases = new int[64];
  private int[] firsts = new int[64];
  private int[] lasts = new int[64];

  /** Forgets all. */
  public void clear() {
    size = 0;
  }

  /** Makes the scratch large enough for an article. */
  void makeRoom(int size) {
    if (size >= words.length) {
      words = new int[2 * size];
      values = new int[2 * size];
    }
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
