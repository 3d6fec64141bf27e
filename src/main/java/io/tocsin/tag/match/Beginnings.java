package io.tocsin.tag.match;

import io.tocsin.tag.text.Scan;

/**
 * Phrases whose last word is only the beginning of one. Which lengths of beginnings are in use is
 * looked up by the first four bytes of the word, so that hardly any word is hashed in vain; each
 * such length then costs one hash.
 */
final class Beginnings {
  /** Longer beginnings are hashed up to here only; the comparison of the text sees the rest. */
  static final int LONGEST = 63;

  private static final int BLOCK = 4;

  private final PhraseText text;
  private final Chains chains;
  private final NodeTable table;
  private final NodeFilter filter;
  private final long[] lengths;
  private final int shift;
  private long shortLengths;
  private boolean anyFirst;

  /**
   * @param count how many phrases end with a beginning
   * @param nodes of the beginnings
   */
  Beginnings(PhraseText text, int count, Chains chains, NodeTable nodes) {
    this.text = text;
    this.chains = chains;
    this.table = nodes;
    this.filter = new NodeFilter(count);
    int bits = 64 - Long.numberOfLeadingZeros(Math.max(2L * count, 63));
    this.lengths = new long[1 << bits];
    this.shift = 64 - bits;
  }

  /** Announces a beginning that may follow a node; 0 for that of a first word. */
  void add(long parent, byte[] utf8, int from, int to) {
    int length = Math.min(to - from, LONGEST);
    if (length < BLOCK) {
      shortLengths |= 1L << length;
    } else {
      lengths[bucket(parent, block(utf8, from))] |= 1L << length;
    }
    filter.add(node(parent, utf8, from, length), NodeFilter.STANDS);
    anyFirst |= parent == 0;
  }

  /** The node of a beginning of at most {@link #LONGEST} bytes. */
  static long node(long parent, byte[] utf8, int from, int length) {
    return Nodes.beginning(parent, Scan.key(utf8, from, from + length));
  }

  private static int block(byte[] utf8, int from) {
    return (utf8[from] & 0xFF)
        | (utf8[from + 1] & 0xFF) << 8
        | (utf8[from + 2] & 0xFF) << 16
        | utf8[from + 3] << 24;
  }

  private int bucket(long parent, int block) {
    return (int) (Nodes.beginning(parent, block) >>> shift);
  }

  /** Whether any phrase begins with the beginning of a word. */
  boolean anyFirst() {
    return anyFirst;
  }

  /** The lengths that beginnings of this word after this node may have, one bit each. */
  long lengths(long parent, byte[] folded, int from, int to) {
    int length = to - from;
    long candidates = shortLengths;
    if (length >= BLOCK) {
      candidates |= lengths[bucket(parent, (int) PhraseText.INTS.get(folded, from))];
    }
    return candidates & ((2L << Math.min(length, LONGEST)) - 1);
  }

  /**
   * Adds the places of the phrases that end with the beginning of a word, after the words of a
   * node.
   */
  void find(long parent, Scan scan, int first, int word, Hits hits) {
    byte[] folded = scan.folded();
    int from = scan.foldedFrom(word);
    long left = lengths(parent, folded, from, scan.foldedTo(word));
    for (; left != 0; left &= left - 1) {
      int length = Long.numberOfTrailingZeros(left);
      long node = node(parent, folded, from, length);
      if (filter.of(node) == 0) {
        continue;
      }
      int before = hits.size();
      for (int rest = table.get(node); Chains.holdsPhrase(rest); rest = chains.after(rest)) {
        int place = chains.first(rest);
        int spelled = text.beginning(place, scan, first, word);
        if (Math.min(spelled, LONGEST) == length && goesOn(scan, first, word)) {
          hits.add(Hits.verified(place), first, word);
          order(hits, before);
        }
      }
    }
  }

  /** Puts the last hit before those of longer beginnings; one length has more only at 63 bytes. */
  private void order(Hits hits, int from) {
    for (int i = hits.size() - 1; i > from; i--) {
      if (text.length(hits.place(i - 1)) <= text.length(hits.place(i))) {
        return;
      }
      hits.swapPhrases(i - 1, i);
    }
  }

  private static boolean goesOn(Scan scan, int first, int word) {
    return first == word || scan.goesOn(word);
  }

  /** Bytes of memory. */
  long memory() {
    return table.memory() + filter.memory() + 8L * lengths.length;
  }
}
