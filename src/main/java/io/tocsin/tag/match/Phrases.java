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
 * another: a filter of first words, a filter of first pairs, one look-up for each of the few words
 * left, then the walk along the words from there; at last all that was found is compared letter by
 * letter.
 */
public final class Phrases {
  /** A candidate that phrases may begin with as the beginning of a word. */
  private static final int AS_BEGINNING = 4;

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
    private final PhraseText text = new PhraseText();
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
      return new Compiler(text.trimmed(), (BitSet) beginnings.clone(), tagMask).compile(words);
    }
  }

  /** Finds every sequence in an article, in order of first word, the shorter first. */
  public void find(Scan scan, Hits hits) {
    hits.clear();
    int left = candidates(scan, hits);
    for (int i = 0; i < left; i++) {
      walk(scan, i, hits);
    }
    verify(scan, hits);
  }

  /**
   * Finds sequences that do not overlap: from the left, at each word the longest; the one that is
   * given whole before one of which only the beginning is given.
   */
  public void findLongest(Scan scan, Hits hits) {
    find(scan, hits);
    hits.keepLongest();
  }

  /** Drops the hits whose words are others with the same hash: hardly ever one. */
  private void verify(Scan scan, Hits hits) {
    int kept = 0;
    for (int i = 0; i < hits.size(); i++) {
      int phrase = hits.phrase(i);
      if (beginnings.holds(phrase) || text.stands(phrase, scan, hits.first(i), hits.last(i))) {
        hits.move(i, kept++);
      }
    }
    hits.cut(kept);
  }

  /** Notes the words at which something may begin, and what their nodes stand for. */
  private int candidates(Scan scan, Hits hits) {
    hits.reserve(scan.size());
    long[] keys = scan.keys();
    int[] places = hits.places;
    int[] codes = hits.codes;
    int found = beginnings.anyFirst() ? firstOrBeginning(scan, hits) : first(scan, hits);
    int left = 0;
    NodeFilter pairs = filters.pairs();
    for (int i = 0; i < found; i++) {
      int place = places[i];
      int code = codes[i];
      int pair = pairs.mayHold(Nodes.child(keys[place], keys[place + 1]));
      places[left] = place;
      codes[left] = (code & 1) | (pair << 1);
      left += ((code >>> 1) & pair) | (code & 1) | (code >>> 2);
    }
    lookUp(keys, left, hits);
    return left;
  }

  /**
   * Looks up all first words and pairs that are left, none waiting for another. What the filters
   * exclude is looked up as node 0, whose slot is always near, and then masked.
   */
  private void lookUp(long[] keys, int left, Hits hits) {
    int[] places = hits.places;
    int[] firsts = hits.codes;
    int[] seconds = hits.seconds;
    for (int i = 0; i < left; i++) {
      long first = keys[places[i]];
      long second = Nodes.child(first, keys[places[i] + 1]);
      int whole = -(firsts[i] & 1);
      int pair = -(firsts[i] >>> 1);
      int one = table.get(first & whole) & whole;
      firsts[i] = (one & ~Chains.GOES_ON) | (pair & Chains.GOES_ON);
      seconds[i] = table.get(second & pair) & pair;
    }
  }

  private int first(Scan scan, Hits hits) {
    long[] keys = scan.keys();
    int[] places = hits.places;
    int[] codes = hits.codes;
    FirstWords firstWords = filters.firstWords();
    int size = scan.size();
    int found = 0;
    for (int word = 0; word < size; word++) {
      int code = firstWords.of(keys[word]);
      places[found] = word;
      codes[found] = code;
      found += (code + 3) >>> 2;
    }
    return found;
  }

  private int firstOrBeginning(Scan scan, Hits hits) {
    long[] keys = scan.keys();
    byte[] folded = scan.folded();
    int size = scan.size();
    int found = 0;
    for (int word = 0; word < size; word++) {
      long lengths = beginnings.lengths(0, folded, scan.foldedFrom(word), scan.foldedTo(word));
      int code = filters.firstWords().of(keys[word]) | (lengths == 0 ? 0 : AS_BEGINNING);
      hits.places[found] = word;
      hits.codes[found] = code;
      found += code == 0 ? 0 : 1;
    }
    return found;
  }

  /** Adds all that begins with the word of a candidate. */
  private void walk(Scan scan, int candidate, Hits hits) {
    int first = hits.places[candidate];
    if (beginnings.anyFirst()) {
      beginnings.find(0, scan, first, first, hits);
    }
    long[] keys = scan.keys();
    int size = scan.size();
    long node = keys[first];
    int here = hits.codes[candidate];
    int word = first;
    while (true) {
      for (int rest = here; Chains.holdsPhrase(rest); rest = chains.after(rest)) {
        hits.add(chains.first(rest), first, word);
      }
      if ((here & Chains.ONWARD) == 0 || ++word == size) {
        return;
      }
      if ((here & Chains.GOES_ON_WITH_BEGINNING) != 0) {
        beginnings.find(node, scan, first, word, hits);
      }
      node = Nodes.child(node, keys[word]);
      here = word == first + 1 ? hits.seconds[candidate] : longer(node);
      if (here == 0 || !scan.goesOn(word)) {
        return;
      }
    }
  }

  private int longer(long node) {
    return filters.longer().mayHold(node) == 0 ? 0 : table.get(node);
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
