package io.tocsin.tag.match;

/**
 * What keeps most words of a text away from the table.
 *
 * @param firstWords of phrases
 * @param pairs the first two words of phrases
 * @param longer the first three and more
 */
record Filters(FirstWords firstWords, NodeFilter pairs, NodeFilter longer) {
  /** Empty ones for so many words, pairs and longer beginnings of phrases. */
  static Filters sized(int firsts, int seconds, int others) {
    return new Filters(new FirstWords(firsts), new NodeFilter(seconds), new NodeFilter(others));
  }

  /** Adds the node of so many words, two or more. */
  void add(long node, int words) {
    (words == 2 ? pairs : longer).add(node);
  }

  /** Bytes of memory. */
  long memory() {
    return firstWords.memory() + pairs.memory() + longer.memory();
  }
}
