package io.tocsin.tag.story;

import io.tocsin.tag.text.Scan;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * By what a story is known: a fingerprint that is equal for wire copies which differ in headline,
 * case, punctuation and credit lines, and a signature that is similar for edited copies. Reused
 * from article to article by one thread.
 */
public final class Story {
  private static final int DIGITS = 16;

  private static final Base64.Encoder TEXT = Base64.getEncoder().withoutPadding();

  private final MessageDigest digest = sha256();
  private final MinHash minHash = new MinHash();
  private final byte[] signature = new byte[MinHash.BINS];
  private byte[] joined = new byte[4096];

  /** 16 hexadecimal digits: SHA-256, cut, over the folded words with a space between them. */
  public String fingerprint(Scan scan) {
    StoryWords words = StoryWords.of(scan);
    byte[] folded = scan.folded();
    int length = 0;
    for (int i = 0; i < words.size(); i++) {
      int word = words.word(i);
      int from = scan.foldedFrom(word);
      int bytes = scan.foldedTo(word) - from;
      if (length + bytes + 1 > joined.length) {
        joined = Arrays.copyOf(joined, Math.max(2 * joined.length, length + bytes + 1));
      }
      if (i > 0) {
        joined[length++] = ' ';
      }
      System.arraycopy(folded, from, joined, length, bytes);
      length += bytes;
    }
    digest.update(joined, 0, length);
    return HexFormat.of().formatHex(digest.digest(), 0, DIGITS / 2);
  }

  /**
   * {@value Signatures#LENGTH} characters of Base64, to be compared by {@link Signatures}; empty
   * when the article has no word. The same in every process and version.
   */
  public String signature(Scan scan) {
    StoryWords words = StoryWords.of(scan);
    if (words.size() == 0) {
      return "";
    }
    minHash.sign(scan, words, signature);
    return TEXT.encodeToString(signature);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
