package io.tocsin.tag.match;

import io.tocsin.tag.text.WordKey;

/**
 * The hash of a sequence of words. A phrase whose hash is another's is unlucky but not lost: all are
 * hashed anew with another salt.
 *
 * @param salt any number
 */
record Sequence(long salt) {
  /** The hash of no word. */
  static final long START = 0;

  private static final long PREFIX = 0x2545F4914F6CDD1DL;
  private static final int ROTATION = 21;

  /** The hash with one more word. Of the first word it is the word's key. */
  long next(long hash, long key) {
    return notZero(WordKey.mixed(Long.rotateLeft(hash, ROTATION) + salt, key));
  }

  /** The hash with the beginning of a word. */
  long prefix(long hash, long key) {
    return notZero(WordKey.mixed(Long.rotateLeft(hash, ROTATION) + salt + PREFIX, key));
  }

  private static long notZero(long hash) {
    return hash == 0 ? 1 : hash;
  }
}
