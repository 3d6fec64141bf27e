package io.tocsin.tag.match;

import io.tocsin.tag.text.Scan;
import java.util.BitSet;

/** Turns the texts of phrases into tables and filters. */
final class Compiler {
  private final PhraseWriter text;
  private final BitSet beginnings;
  private final int tagMask;
  private final Chains chains = new Chains();

  /** How many answers each filter must give: about first words, pairs, longer ones. */
  private final int[] answers = new int[3];

  /**
   * @param text of all phrases
   * @param beginnings the phrases of whose last word only the beginning is given
   * @param tagMask which bits of a hash the tables keep; all but in tests
   */
  Compiler(PhraseWriter text, BitSet beginnings, int tagMask) {
    this.text = text;
    this.beginnings = beginnings;
    this.tagMask = tagMask;
  }

  /** Is told of the nodes along a phrase. */
  private interface Visitor {
    /**
     * @param node of the words so far
     * @param words how many, from 1
     * @param onward how the phrase goes on from there; 0 when it ends
     */
    void visit(long node, int words, int onward);
  }

  Phrases compile(int words) {
    NodeCollector nodes = new NodeCollector(words, chains);
    for (int phrase = 0; phrase < text.size(); phrase++) {
      int place = text.from(phrase);
      visit(
          phrase,
          (node, depth, onward) -> {
            boolean isNew = onward == 0 ? nodes.phrase(node, place) : nodes.flag(node, onward);
            answers[Math.min(depth, 3) - 1] += isNew ? 1 : 0;
          });
    }
    PhraseText compiled = text.text();
    Beginnings asBeginnings = beginnings(compiled);
    if (asBeginnings.anyFirst()) {
      nodes.flag(0, Chains.GOES_ON_WITH_BEGINNING);
    }
    NodeTable table = nodes.table(tagMask);
    Filters filters =
        new Filters(
            new NodeFilter(answers[0]), new NodeFilter(answers[1]), new NodeFilter(answers[2]));
    for (int phrase = 0; phrase < text.size(); phrase++) {
      visit(phrase, (node, depth, onward) -> filters.of(depth).add(node, answer(onward)));
    }
    return new Phrases(compiled, chains, table, filters, asBeginnings);
  }

  /** Whatever ends there, or goes on with less than a word, is for the table to say. */
  private static int answer(int onward) {
    return onward == Chains.GOES_ON ? NodeFilter.GOES_ON : NodeFilter.STANDS;
  }

  private void visit(int phrase, Visitor visitor) {
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
      visitor.visit(node, depth, end == to ? 0 : onward(end, to, beginning));
      at = end + 1;
    }
  }

  /** How a phrase goes on after a word that ends at a place. */
  private int onward(int end, int to, boolean beginning) {
    return beginning && text.wordEnd(end + 1, to) == to
        ? Chains.GOES_ON_WITH_BEGINNING
        : Chains.GOES_ON;
  }

  private Beginnings beginnings(PhraseText compiledText) {
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
              long node = Beginnings.node(parents[phrase], text.bytes(), from, length);
              nodes.phrase(node, text.from(phrase));
            });
    Beginnings compiled = new Beginnings(compiledText, count, chains, nodes.table(tagMask));
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
