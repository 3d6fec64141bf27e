package io.tocsin.tag.match;

import io.tocsin.tag.text.Scan;
import java.util.BitSet;

/** Turns the texts of phrases into tables and filters. */
final class Compiler {
  private final PhraseText text;
  private final BitSet beginnings;
  private final int tagMask;
  private final Chains chains = new Chains();
  private int firsts;
  private int pairs;
  private int others;

  /**
   * @param text of all phrases
   * @param beginnings the phrases of whose last word only the beginning is given
   * @param tagMask which bits of a hash the tables keep; all but in tests
   */
  Compiler(PhraseText text, BitSet beginnings, int tagMask) {
    this.text = text;
    this.beginnings = beginnings;
    this.tagMask = tagMask;
  }

  Phrases compile(int words) {
    NodeCollector nodes = new NodeCollector(words, chains);
    for (int phrase = 0; phrase < text.size(); phrase++) {
      collect(phrase, nodes);
    }
    NodeTable table = nodes.table(tagMask);
    Filters filters = Filters.sized(firsts, pairs, others);
    for (int phrase = 0; phrase < text.size(); phrase++) {
      filter(phrase, filters);
    }
    return new Phrases(text, chains, table, filters, beginnings());
  }

  private void collect(int phrase, NodeCollector nodes) {
    boolean beginning = beginnings.get(phrase);
    int to = text.to(phrase);
    long node = 0;
    int depth = 0;
    for (int at = text.from(phrase); at < to; ) {
      int end = text.wordEnd(at, to);
      long key = Scan.key(text.bytes(), at, end);
      if (end == to && beginning) {
        return;
      }
      node = ++depth == 1 ? key : Nodes.child(node, key);
      boolean isNew =
          end == to ? nodes.phrase(node, phrase) : nodes.flag(node, onward(end, to, beginning));
      firsts += isNew && depth == 1 ? 1 : 0;
      pairs += isNew && depth == 2 ? 1 : 0;
      others += isNew && depth > 2 ? 1 : 0;
      at = end + 1;
    }
  }

  /** How a phrase goes on after a word that ends at a place. */
  private int onward(int end, int to, boolean beginning) {
    return beginning && text.wordEnd(end + 1, to) == to
        ? Chains.GOES_ON_WITH_BEGINNING
        : Chains.GOES_ON;
  }

  private void filter(int phrase, Filters filters) {
    boolean beginning = beginnings.get(phrase);
    int to = text.to(phrase);
    long node = 0;
    int depth = 0;
    for (int at = text.from(phrase); at < to; ) {
      int end = text.wordEnd(at, to);
      if (end == to && beginning) {
        return;
      }
      long key = Scan.key(text.bytes(), at, end);
      node = ++depth == 1 ? key : Nodes.child(node, key);
      if (depth == 1) {
        filters.firstWords().add(key, firstWordOf(end, to, beginning));
      } else {
        filters.add(node, depth);
      }
      at = end + 1;
    }
  }

  /** What follows as a beginning is not in the filters: that first word is always looked up. */
  private int firstWordOf(int end, int to, boolean beginning) {
    return end == to || onward(end, to, beginning) == Chains.GOES_ON_WITH_BEGINNING
        ? FirstWords.WHOLE
        : FirstWords.LONGER;
  }

  private Beginnings beginnings() {
    int count = beginnings.cardinality();
    NodeCollector nodes = new NodeCollector(count, chains);
    int[] lastWords = new int[text.size()];
    long[] parents = new long[text.size()];
    beginnings.stream().forEach(phrase -> lastWords[phrase] = lastWord(phrase, parents));
    beginnings.stream()
        .forEach(
            phrase -> {
              int from = lastWords[phrase];
              int length = Math.min(text.to(phrase) - from, Beginnings.LONGEST);
              nodes.phrase(Beginnings.node(parents[phrase], text.bytes(), from, length), phrase);
            });
    Beginnings compiled = new Beginnings(text, beginnings, chains, nodes.table(tagMask));
    beginnings.stream()
        .forEach(
            phrase ->
                compiled.add(parents[phrase], text.bytes(), lastWords[phrase], text.to(phrase)));
    return compiled;
  }

  /** Where the last word of a phrase begins; notes the node of the words before it. */
  private int lastWord(int phrase, long[] parents) {
    int to = text.to(phrase);
    long node = 0;
    int at = text.from(phrase);
    for (int end; (end = text.wordEnd(at, to)) < to; at = end + 1) {
      long key = Scan.key(text.bytes(), at, end);
      node = at == text.from(phrase) ? key : Nodes.child(node, key);
    }
    parents[phrase] = node;
    return at;
  }
}
