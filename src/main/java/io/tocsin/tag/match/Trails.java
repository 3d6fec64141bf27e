package io.tocsin.tag.match;

import io.tocsin.tag.text.Scan;

/**
 * What one search follows through an article: at which words phrases may have begun that may still
 * go on. All of them take their next word together, so that the loads of one do not wait for those
 * of another, and nothing branches on what is loaded. With a million aliases, whose filters do not
 * fit the nearest caches, that halves the cost of a pair. Reused from article to article by one
 * thread.
 */
final class Trails {
  private int size;
  private int[] firsts = new int[512];
  private long[] nodes = new long[512];
  private long[] blocks = new long[512];

  /** Begins at all words of an article; what a filter lets stand is noted. */
  void begin(Scan scan, NodeFilter filter, Candidates candidates) {
    int words = scan.size();
    reserve(words);
    candidates.reserve(words);
    long[] keys = scan.keys();
    int left = 0;
    int noted = candidates.size();
    for (int word = 0; word < words; word++) {
      long node = keys[word];
      int answer = filter.of(node);
      candidates.write(noted, node, word, word);
      noted += answer & NodeFilter.STANDS;
      firsts[left] = word;
      nodes[left] = node;
      left += answer >>> 1;
    }
    candidates.cut(noted);
    size = left;
  }

  private void reserve(int words) {
    if (firsts.length <= words) {
      int room = words + words / 2;
      firsts = new int[room];
      nodes = new long[room];
      blocks = new long[room];
    }
  }

  /**
   * Takes one more word into all that go on.
   *
   * @param length of what is followed, with that word
   * @return whether any go on from there
   */
  boolean follow(Scan scan, int length, NodeFilter filter, Candidates candidates) {
    candidates.reserve(size);
    load(scan.keys(), length, filter);
    int left = 0;
    int noted = candidates.size();
    for (int i = 0; i < size; i++) {
      int first = firsts[i];
      int last = first + length - 1;
      long node = nodes[i];
      // Behind the last word stands a key of 0; whatever the filter says of it does not count.
      int inside = (last - scan.size()) >> 31;
      int answer = NodeFilter.answer(node, blocks[i]) & inside;
      candidates.write(noted, node, first, last);
      noted += answer & NodeFilter.STANDS;
      firsts[left] = first;
      nodes[left] = node;
      left += answer >>> 1;
    }
    candidates.cut(noted);
    size = left;
    return left > 0;
  }

  /** So short a loop that the processor has the loads of many words under way at once. */
  private void load(long[] keys, int length, NodeFilter filter) {
    for (int i = 0; i < size; i++) {
      long node = Nodes.child(nodes[i], keys[firsts[i] + length - 1]);
      nodes[i] = node;
      blocks[i] = filter.block(node);
    }
  }
}
