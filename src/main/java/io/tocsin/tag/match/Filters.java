package io.tocsin.tag.match;

/**
 * What keeps most words of a text away from the table. Each length has a filter of its own, since
 * every word is asked of the first, most of the second and few of the third: what is asked most
 * often must stay nearest.
 *
 * @param firstWords of phrases
 * @param pairs the first two words of phrases
 * @param longer the first three and more
 */
record Filters(NodeFilter firstWords, NodeFilter pairs, NodeFilter longer) {
  /** The filter that knows the nodes of so many words. */
  NodeFilter of(int words) {
    return words == 1 ? firstWords : words == 2 ? pairs : longer;
  }

  /** Bytes of memory. */
  long memory() {
    return firstWords.memory() + pairs.memory() + longer.memory();
  }
}
