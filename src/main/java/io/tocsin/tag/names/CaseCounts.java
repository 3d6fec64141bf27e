package io.tocsin.tag.names;

import java.util.Arrays;

/**
 * How often one article writes its capitalised words with a capital that says something, and how
 * often with a small letter. Small words are looked up only when one bit of their key says that
 * they may have a capital elsewhere. Reused from article to article by one thread.
 */
final class CaseCounts {
  private static final int BLOCK_BITS = 4;

  private final KeyTable table = new KeyTable();

  /** A bit for each key in the table, by its highest and its lowest bits. */
  private final long[] maybe = new long[1 << BLOCK_BITS];

  private int[] capitals = new int[64];
  private int[] smalls = new int[64];

  /** Counts the words of an article whose shapes and styles are known. */
  void count(ArticleWords words) {
    table.clear();
    Arrays.fill(maybe, 0);
    long[] keys = words.scan.keys();
    for (int n = 0; n < words.candidates(); n++) {
      int word = words.candidate(n);
      if (words.isUpper(word)) {
        int number = number(keys[word]);
        capitals[number] += words.isWeak(word) ? 0 : 1;
        maybe[block(keys[word])] |= 1L << keys[word];
      }
    }
    for (int i = 0; i < words.size; i++) {
      if (((maybe[block(keys[i])] >>> keys[i]) & 1) != 0 && words.shape(i) == Shape.LOWER) {
        int number = table.find(keys[i]);
        if (number >= 0) {
          smalls[number]++;
        }
      }
    }
  }

  private static int block(long key) {
    return (int) (key >>> (Long.SIZE - BLOCK_BITS));
  }

  private int number(long key) {
    int known = table.size();
    int number = table.add(key);
    if (number == known) {
      if (number == capitals.length) {
        capitals = Arrays.copyOf(capitals, 2 * number);
        smalls = Arrays.copyOf(smalls, 2 * number);
      }
      capitals[number] = 0;
      smalls[number] = 0;
    }
    return number;
  }

  /** How often a word has a capital that says something. */
  int capitals(long key) {
    int number = table.find(key);
    return number < 0 ? 0 : capitals[number];
  }

  /** How often a word that somewhere has a capital is written small. */
  int smalls(long key) {
    int number = table.find(key);
    return number < 0 ? 0 : smalls[number];
  }
}
