package io.tocsin.tag.match;

import io.tocsin.tag.text.WordKey;
import org.jspecify.annotations.Nullable;

/** The nodes of phrases while they are added, and the filters before them once they all are. */
final class PhraseNodes {
  private final Sequence sequence;
  private final GrowingNodes nodes = new GrowingNodes();
  private final Prefixes prefixes = new Prefixes();
  private final Prefixes innerPrefixes = new Prefixes();
  private BitFilter firsts = new BitFilter(0);
  private BitFilter pairs = new BitFilter(0);

  PhraseNodes(Sequence sequence) {
    this.sequence = sequence;
  }

  /**
   * Adds a phrase.
   *
   * @return its number, or that of the same phrase that was there before, or -1 when a different
   *     phrase has its hash
   */
  int add(PhraseTexts texts, int phrase) {
    byte[] bytes = texts.bytes();
    int to = texts.to(phrase);
    boolean prefix = bytes[to - 1] == '*';
    int end = prefix ? to - 1 : to;
    int from = texts.from(phrase);
    int at = -1;
    long hash = Sequence.START;
    for (int word = from; word < end; ) {
      int next = word;
      while (next < end && bytes[next] != ' ') {
        next++;
      }
      boolean beginning = prefix && next == end;
      if (at >= 0) {
        goOn(at, beginning ? NodeTable.GOES_ON_PREFIX : NodeTable.GOES_ON);
      }
      long key = WordKey.of(bytes, word, next);
      if (beginning) {
        (at < 0 ? prefixes : innerPrefixes).add(bytes, word, next);
        hash = sequence.prefix(hash, key);
      } else {
        hash = at < 0 ? key : sequence.next(hash, key);
      }
      at = nodes.at(hash);
      word = next + 1;
    }
    return end(at, texts, phrase);
  }

  private void goOn(int at, int how) {
    nodes.setValue(at, nodes.value(at) | how);
  }

  private int end(int at, PhraseTexts texts, int phrase) {
    int before = (nodes.value(at) & NodeTable.PHRASE) - 1;
    if (before >= 0 && before != phrase) {
      return texts.isSame(before, phrase) ? before : -1;
    }
    nodes.setValue(at, nodes.value(at) & ~NodeTable.PHRASE | phrase + 1);
    return phrase;
  }

  /** The table of all nodes, and the filters filled; null when it needs another salt. */
  @Nullable NodeTable compile(PhraseTexts texts) {
    prefixes.settle();
    innerPrefixes.settle();
    firsts = new BitFilter(texts.size());
    pairs = new BitFilter(texts.size());
    for (int phrase = 0; phrase < texts.size(); phrase++) {
      fillFilters(texts, phrase);
    }
    return NodeTable.of(nodes);
  }

  private void fillFilters(PhraseTexts texts, int phrase) {
    byte[] bytes = texts.bytes();
    int to = texts.to(phrase);
    int end = wordEnd(bytes, texts.from(phrase), to);
    if (end == to && bytes[to - 1] == '*') {
      return;
    }
    long key = WordKey.of(bytes, texts.from(phrase), end);
    firsts.add(key);
    if (end < to) {
      int next = wordEnd(bytes, end + 1, to);
      if (next < to || bytes[to - 1] != '*') {
        pairs.add(sequence.next(key, WordKey.of(bytes, end + 1, next)));
      }
    }
  }

  private static int wordEnd(byte[] bytes, int from, int to) {
    int end = from;
    while (end < to && bytes[end] != ' ') {
      end++;
    }
    return end;
  }

  Sequence sequence() {
    return sequence;
  }

  Prefixes prefixes() {
    return prefixes;
  }

  Prefixes innerPrefixes() {
    return innerPrefixes;
  }

  BitFilter firsts() {
    return firsts;
  }

  BitFilter pairs() {
    return pairs;
  }
}
