package io.tocsin.tag.match;

import java.security.SecureRandom;

/**
 * A node of the trie of words is the hash of the words that lead to it: no states, no numbers of
 * words, nothing to look up on the way.
 */
final class Nodes {
  /** Drawn once per process, and odd; see the keys of words. */
  private static final long MULTIPLIER = new SecureRandom().nextLong() | 1;

  /** Parts what is a beginning of a word from what is a word. */
  private static final long BEGINNING = new SecureRandom().nextLong();

  private Nodes() {}

  /** The node after another word; that of a first word is its key. */
  static long child(long node, long key) {
    long mixed = (Long.rotateLeft(node, 21) ^ key) * MULTIPLIER;
    return mixed ^ (mixed >>> 29);
  }

  /** The node of a word of which only the beginning is known, after the words of another node. */
  static long beginning(long node, long key) {
    return child(node ^ BEGINNING, key);
  }
}
