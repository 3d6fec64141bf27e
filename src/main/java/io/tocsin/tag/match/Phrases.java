package io.tocsin.tag.match;

import io.tocsin.tag.text.Scan;
import io.tocsin.tag.text.WordKey;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Sequences of words, each with a number; of the last word only the beginning may be given.
 * Immutable, shared by all threads. Every sequence that stands within one sentence of an article is
 * found, also inside others.
 *
 * <p>A node of the trie of words is the hash of its sequence, in one table behind two bit filters:
 * nearly every word of an article is thrown out by a bit that is in the cache. The work is staged
 * over the whole article, so that the loads of many words overlap.
 */
public final class Phrases {
  private final PhraseTexts texts;
  private final NodeTable nodes;
  private final BitFilter firsts;
  private final BitFilter pairs;
  private final Prefixes prefixes;
  private final Prefixes innerPrefixes;
  private final Sequence sequence;

  private Phrases(PhraseTexts texts, PhraseNodes compiled, NodeTable nodes) {
    this.texts = texts;
    this.nodes = nodes;
    this.firsts = compiled.firsts();
    this.pairs = compiled.pairs();
    this.prefixes = compiled.prefixes();
    this.innerPrefixes = compiled.innerPrefixes();
    this.sequence = compiled.sequence();
  }

  /** Collects sequences; used once, by one thread. */
  public static final class Builder {
    private static final int MOST_SALTS = 16;

    private final PhraseTexts texts = new PhraseTexts();
    private final Scan scan = new Scan();
    private PhraseNodes nodes = new PhraseNodes(new Sequence(0));

    /**
     * Adds a sequence.
     *
     * @param words folded, at least one
     * @param prefix whether the last word is only the beginning of one
     * @return its number, counted from 0; the same for the same sequence
     */
    public int add(List<String> words, boolean prefix) {
      texts.begin();
      for (String word : words) {
        byte[] utf8 = word.getBytes(StandardCharsets.UTF_8);
        texts.word(utf8, 0, utf8.length);
      }
      return finish(prefix);
    }

    /**
     * Adds the words of a text; a star at its end says that the last word is only the beginning of
     * one.
     *
     * @return its number, or -1 when no letter or digit is in it
     */
    public int add(String text) {
      String trimmed = text.strip();
      boolean prefix = trimmed.endsWith("*");
      scan.read(prefix ? trimmed.substring(0, trimmed.length() - 1) : trimmed);
      if (scan.size() == 0) {
        return -1;
      }
      texts.begin();
      for (int word = 0; word < scan.size(); word++) {
        texts.word(scan.folded(), scan.foldedFrom(word), scan.foldedTo(word));
      }
      return finish(prefix);
    }

    private int finish(boolean prefix) {
      if (prefix) {
        texts.star();
      }
      int phrase = nodes.add(texts, texts.size());
      while (phrase < 0) {
        salt();
        phrase = nodes.add(texts, texts.size());
      }
      if (phrase == texts.size()) {
        texts.end();
      } else {
        texts.drop();
      }
      return phrase;
    }

    /** Hashes all anew, after two of them had the same hash. */
    void salt() {
      long salt = nodes.sequence().salt() + 1;
      if (salt > MOST_SALTS) {
        throw new IllegalStateException("two words have the same key: start the process again");
      }
      nodes = new PhraseNodes(new Sequence(salt));
      for (int phrase = 0; phrase < texts.size(); phrase++) {
        if (nodes.add(texts, phrase) < 0) {
          salt();
          return;
        }
      }
    }

    /** How many different sequences there are. */
    public int size() {
      return texts.size();
    }

    /** Compiles them. */
    public Phrases build() {
      texts.trim();
      NodeTable table = nodes.compile(texts);
      while (table == null) {
        salt();
        table = nodes.compile(texts);
      }
      return new Phrases(texts, nodes, table);
    }
  }

  /** How many sequences there are. */
  public int size() {
    return texts.size();
  }

  /** Bytes that it takes. */
  public long bytes() {
    return texts.memory() + nodes.bytes() + firsts.bytes() + pairs.bytes();
  }

  /** Finds every sequence in an article, in order of first word, the shorter first. */
  public void find(Scan scan, Hits hits) {
    hits.clear();
    hits.makeRoom(scan.size());
    int begun = prefixes.lengths().length == 0 ? filter(scan, hits) : filterBeginnings(scan, hits);
    int kept = probe(scan, hits, begun);
    for (int i = 0; i < kept; i++) {
      walk(scan, hits, hits.words[i], hits.values[i]);
    }
  }

  /** The words that may begin a phrase. */
  private int filter(Scan scan, Hits hits) {
    int size = scan.size();
    long[] keys = scan.keys();
    int[] words = hits.words;
    int kept = 0;
    for (int word = 0; word < size; word++) {
      words[kept] = word;
      kept += firsts.mayHave(keys[word]);
    }
    return kept;
  }

  /** The same where the beginning of a word may be a phrase too. */
  private int filterBeginnings(Scan scan, Hits hits) {
    int size = scan.size();
    long[] keys = scan.keys();
    byte[] folded = scan.folded();
    int[] words = hits.words;
    int kept = 0;
    for (int word = 0; word < size; word++) {
      words[kept] = word;
      kept +=
          firsts.mayHave(keys[word])
              | prefixes.mayBegin(folded, scan.foldedFrom(word), scan.foldedTo(word));
    }
    return kept;
  }

  /** Looks the words up; those stay that are phrases, or with the next word may begin one. */
  private int probe(Scan scan, Hits hits, int begun) {
    long[] keys = scan.keys();
    int[] words = hits.words;
    int[] values = hits.values;
    int anyPrefix = prefixes.lengths().length == 0 ? 0 : 1;
    int kept = 0;
    for (int i = 0; i < begun; i++) {
      int word = words[i];
      int value = nodes.value(keys[word]);
      int pair = pairs.mayHave(sequence.next(keys[word], keys[word + 1])) & value >>> 31;
      words[kept] = word;
      values[kept] = value;
      boolean ends = (value & ~NodeTable.GOES_ON) != 0;
      kept += pair | (ends ? 1 : 0) | anyPrefix;
    }
    return kept;
  }

  /** Emits what begins at a word. */
  private void walk(Scan scan, Hits hits, int first, int firstValue) {
    if (prefixes.lengths().length > 0) {
      addPrefixes(scan, hits, Sequence.START, first, first);
    }
    int value = firstValue;
    long hash = scan.keys()[first];
    int sentence = scan.sentence(first);
    int last = first;
    while (true) {
      int phrase = (value & NodeTable.PHRASE) - 1;
      if (phrase >= 0 && texts.stands(phrase, scan, first, last)) {
        hits.add(phrase, first, last);
      }
      last++;
      if (value >>> 30 == 0 || last == scan.size() || scan.sentence(last) != sentence) {
        return;
      }
      if ((value & NodeTable.GOES_ON_PREFIX) != 0) {
        addPrefixes(scan, hits, hash, first, last);
      }
      if (value > 0) {
        return;
      }
      hash = sequence.next(hash, scan.keys()[last]);
      value = nodes.value(hash);
    }
  }

  private void addPrefixes(Scan scan, Hits hits, long before, int first, int last) {
    byte[] folded = scan.folded();
    int from = scan.foldedFrom(last);
    int longest = scan.foldedTo(last) - from;
    Prefixes among = first == last ? prefixes : innerPrefixes;
    if (among.mayBegin(folded, from, from + longest) == 0) {
      return;
    }
    for (int length : among.lengths()) {
      if (length > longest) {
        return;
      }
      long hash = sequence.prefix(before, WordKey.of(folded, from, from + length));
      int phrase = (nodes.value(hash) & NodeTable.PHRASE) - 1;
      if (phrase >= 0 && texts.stands(phrase, scan, first, last)) {
        hits.add(phrase, first, last);
      }
    }
  }
}
