package io.tocsin.tag.match;

import java.util.Arrays;

/**
 * The runs of words of one article that the filters let pass, and what the table says of them.
 * Reused from article to article by one thread.
 */
final class Candidates {
  private int size;
  private long[] nodes = new long[512];
  private long[] spans = new long[512];

  /** First the slots, then the values. */
  private long[] found = new long[512];

  private long[] otherNodes = new long[0];
  private long[] otherSpans = new long[0];
  private long[] otherFound = new long[0];
  private int[] places = new int[0];

  /** Makes room for so many more, and one beyond. */
  void reserve(int more) {
    if (size + more >= nodes.length) {
      int room = Math.max(2 * nodes.length, size + more + 1);
      nodes = Arrays.copyOf(nodes, room);
      spans = Arrays.copyOf(spans, room);
      found = new long[room];
    }
  }

  /** Writes a run of words at a place, which counts when the size is set beyond it. */
  void write(int place, long node, int first, int last) {
    nodes[place] = node;
    spans[place] = (long) first << 32 | (last & 0xFFFFFFFFL);
  }

  /** Sets how many there are. */
  void cut(int newSize) {
    size = newSize;
  }

  /** Keeps those that the table knows: all loads first, then what depends on them. */
  void lookUp(NodeTable table) {
    for (int i = 0; i < size; i++) {
      found[i] = table.slot(nodes[i]);
    }
    int kept = 0;
    for (int i = 0; i < size; i++) {
      int value = table.get(nodes[i], found[i]);
      nodes[kept] = nodes[i];
      spans[kept] = spans[i];
      found[kept] = value;
      kept += value == 0 ? 0 : 1;
    }
    size = kept;
  }

  /** Puts them in order of first word; those of one first word stay as they are. */
  void order(int words) {
    if (isOrdered()) {
      return;
    }
    reserveOthers(words);
    Arrays.fill(places, 0, words, 0);
    for (int i = 0; i < size; i++) {
      places[first(i)]++;
    }
    for (int word = 0, before = 0; word < words; word++) {
      int here = places[word];
      places[word] = before;
      before += here;
    }
    for (int i = 0; i < size; i++) {
      int place = places[first(i)]++;
      otherNodes[place] = nodes[i];
      otherSpans[place] = spans[i];
      otherFound[place] = found[i];
    }
    exchange();
  }

  private boolean isOrdered() {
    for (int i = 1; i < size; i++) {
      if (first(i) < first(i - 1)) {
        return false;
      }
    }
    return true;
  }

  private void reserveOthers(int words) {
    if (places.length < words) {
      places = new int[words + words / 2];
    }
    if (otherNodes.length < nodes.length) {
      otherNodes = new long[nodes.length];
      otherSpans = new long[nodes.length];
      otherFound = new long[nodes.length];
    }
  }

  private void exchange() {
    long[] ordered = otherNodes;
    otherNodes = nodes;
    nodes = ordered;
    ordered = otherSpans;
    otherSpans = spans;
    spans = ordered;
    ordered = otherFound;
    otherFound = found;
    found = ordered;
  }

  /** How many there are. */
  int size() {
    return size;
  }

  /** The node of the words. */
  long node(int candidate) {
    return nodes[candidate];
  }

  /** What the node stands for. */
  int value(int candidate) {
    return (int) found[candidate];
  }

  /** Index of the first word. */
  int first(int candidate) {
    return (int) (spans[candidate] >>> 32);
  }

  /** Index of the last word; one less than the first of a run of no words. */
  int last(int candidate) {
    return (int) spans[candidate];
  }
}
