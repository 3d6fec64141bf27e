package io.tocsin.tag.stored;

import io.tocsin.tag.text.Scan;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Where each word of one article stands, by its key or by its first four bytes; made when first
 * asked, since many articles concern no query. Words are hung into chains without looking at what
 * hangs there, so that making it takes no branch that could be guessed wrong: half a microsecond
 * for 230 words. Reused by one thread.
 */
final class WordIndex {
  /** No such word before. */
  static final int NONE = -1;

  /** Bytes of a beginning. */
  static final int BLOCK = 4;

  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  /** Spreads keys over the chains: 2^64 over the golden ratio. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final boolean byBeginning;
  private Scan scan = Scan.wordsOnly();
  private boolean made;
  private int shift;

  /** Index of the last word of a chain, plus one. */
  private int[] chains = new int[0];

  /** Index of the word before in the same chain, plus one. */
  private int[] before = new int[0];

  private long[] keys = new long[0];
  private long[] blocks = new long[0];

  /**
   * @param byBeginning whether words are looked up by their first bytes; what a word of fewer is
   *     looked up by says nothing, so the word must be compared
   */
  WordIndex(boolean byBeginning) {
    this.byBeginning = byBeginning;
  }

  /** The first bytes of a word in one number. */
  static long block(byte[] utf8, int from) {
    return (int) INTS.get(utf8, from);
  }

  void begin(Scan next) {
    scan = next;
    made = false;
  }

  /** Index of the last word with a key, or {@link #NONE}. */
  int last(long key) {
    if (!made) {
      make();
    }
    return with(key, chains[chain(key)] - 1);
  }

  /** Index of the word before a word that has the same key, or {@link #NONE}. */
  int before(int word) {
    return with(keys[word], before[word] - 1);
  }

  private int with(long key, int from) {
    int word = from;
    while (word != NONE && keys[word] != key) {
      word = before[word] - 1;
    }
    return word;
  }

  private void make() {
    made = true;
    int size = scan.size();
    int log = 34 - Integer.numberOfLeadingZeros(Math.max(size, 31));
    shift = 64 - log;
    if (chains.length < 1 << log) {
      chains = new int[1 << log];
    } else {
      Arrays.fill(chains, 0, 1 << log, 0);
    }
    if (before.length < size) {
      before = new int[size + size / 2];
      blocks = new long[byBeginning ? before.length : 0];
    }
    keys = byBeginning ? findBlocks(size) : scan.keys();
    for (int word = 0; word < size; word++) {
      int chain = chain(keys[word]);
      before[word] = chains[chain];
      chains[chain] = word + 1;
    }
  }

  private long[] findBlocks(int size) {
    byte[] folded = scan.folded();
    for (int word = 0; word < size; word++) {
      int from = scan.foldedFrom(word);
      blocks[word] = from + BLOCK <= folded.length ? block(folded, from) : 0;
    }
    return blocks;
  }

  private int chain(long key) {
    return (int) ((key * SPREAD) >>> shift);
  }
}
