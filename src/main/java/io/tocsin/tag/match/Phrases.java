package io.tocsin.tag.match;

import io.tocsin.tag.text.Scan;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;

/**
 * Sequences of words, each with a number; of the last word only the beginning may be given.
 * Immutable, shared by all threads. Every sequence that stands within one sentence of an article is
 * found, also inside others.
 *
 * <p>The work is staged over the whole article, so that loads of one word do not wait for those of
 * another: filters say at which words phrases begin, and after the second and each further word
 * which go on and where one may end; then all that may be phrases are looked up in the table; at
 * last all that was found is compared letter by letter. With a million aliases an article of 200
 * words has some 46 look-ups and 33 comparisons in far memory.
 */
public final class Phrases {
  private final PhraseText text;
  private final Chains chains;
  private final NodeTable table;
  private final Filters filters;
  private final Beginnings beginnings;

  Phrases(PhraseText text, Chains chains, NodeTable table, Filters filters, Beginnings beginnings) {
    this.text = text;
    this.chains = chains;
    this.table = table;
    this.filters = filters;
    this.beginnings = beginnings;
  }

  /** Collects sequences; a million of them, given as text, in less than half a second. */
  public static final class Builder {
    private final Scan scan = Scan.wordsOnly();
    private final PhraseWriter text = new PhraseWriter();
    private final BitSet beginnings = new BitSet();
    private final PhraseNumbers numbers = new PhraseNumbers(text, beginnings);
    private final int tagMask;
    private int words;

    /** Begins with none. */
    public Builder() {
      this(-1);
    }

    /** For tests: the fewer bits of a hash are kept, the more of them collide. */
    Builder(int tagMask) {
      this.tagMask = tagMask;
    }

    /**
     * Adds a sequence.
     *
     * @param folded its words, at least one, none empty
     * @param prefix whether the last word is only the beginning of one
     * @return its number, counted from 0; the same for the same sequence
     * @throws IllegalArgumentException when there is no word, or an empty one
     */
    public int add(List<String> folded, boolean prefix) {
      if (folded.isEmpty() || folded.contains("")) {
        throw new IllegalArgumentException("not a sequence of folded words: " + folded);
      }
      text.begin();
      long node = 0;
      for (int i = 0; i < folded.size(); i++) {
        byte[] utf8 = folded.get(i).getBytes(StandardCharsets.UTF_8);
        text.word(utf8, 0, utf8.length);
        long key = Scan.key(utf8, 0, utf8.length);
        node = i == 0 ? key : Nodes.child(node, key);
      }
      return number(node, prefix, folded.size());
    }

    /**
     * Adds the words of a text, folded as those of an article are.
     *
     * @return its number, as above; -1 when the text holds no word
     */
    public int add(String sequence) {
      scan.read(sequence);
      if (scan.size() == 0) {
        return -1;
      }
      text.begin();
      long node = scan.keys()[0];
      for (int i = 0; i < scan.size(); i++) {
        text.word(scan.folded(), scan.foldedFrom(i), scan.foldedTo(i));
        node = i == 0 ? node : Nodes.child(node, scan.keys()[i]);
      }
      return number(node, false, scan.size());
    }

    private int number(long node, boolean prefix, int count) {
      int before = text.size();
      int number = numbers.of(node, prefix);
      words += text.size() > before ? count : 0;
      return number;
    }

    /** How many different sequences there are. */
    public int size() {
      return text.size();
    }

    /** Compiles them. */
    public Phrases build() {
      return new Compiler(text, beginnings, tagMask).compile(words);
    }
  }

  /** Finds every sequence in an article, in order of first word, the shorter first. */
  public void find(Scan scan, Hits hits) {
    hits.clear();
    Candidates candidates = hits.candidates;
    candidates.cut(0);
    if (beginnings.anyFirst()) {
      noteBeginnings(scan, candidates);
    }
    collect(scan, hits.trails, candidates);
    candidates.lookUp(table);
    candidates.order(scan.size());
    for (int i = 0; i < candidates.size(); i++) {
      add(scan, candidates, i, hits);
    }
    hits.verify(text, scan);
  }

  /**
   * Finds sequences that do not overlap: from the left, at each word the longest; the one that is
   * given whole before one of which only the beginning is given.
   */
  public void findLongest(Scan scan, Hits hits) {
    find(scan, hits);
    hits.keepLongest();
  }

  private void collect(Scan scan, Trails trails, Candidates candidates) {
    trails.begin(scan, filters.firstWords(), candidates);
    int words = 2;
    while (trails.follow(scan, words, filters.of(words), candidates)) {
      words++;
    }
  }

  /** Before a word that phrases begin with as the beginning of a word stands a run of no words. */
  private void noteBeginnings(Scan scan, Candidates candidates) {
    byte[] folded = scan.folded();
    candidates.reserve(scan.size());
    int noted = candidates.size();
    for (int word = 0; word < scan.size(); word++) {
      long lengths = beginnings.lengths(0, folded, scan.foldedFrom(word), scan.foldedTo(word));
      candidates.write(noted, 0, word, word - 1);
      noted += lengths == 0 ? 0 : 1;
    }
    candidates.cut(noted);
  }

  /** Adds the places of the phrases that a candidate stands for. */
  private void add(Scan scan, Candidates candidates, int candidate, Hits hits) {
    int first = candidates.first(candidate);
    int last = candidates.last(candidate);
    int value = candidates.value(candidate);
    for (int rest = value; first <= last && Chains.holdsPhrase(rest); rest = chains.after(rest)) {
      hits.add(chains.first(rest), first, last);
    }
    if ((value & Chains.GOES_ON_WITH_BEGINNING) != 0
        && last + 1 < scan.size()
        && Hits.isOneSentence(scan, first, last)) {
      beginnings.find(candidates.node(candidate), scan, first, last + 1, hits);
    }
  }

  /** How many bytes of memory the tables, filters and texts take. */
  public long memory() {
    return text.memory()
        + chains.memory()
        + table.memory()
        + filters.memory()
        + beginnings.memory();
  }
}
