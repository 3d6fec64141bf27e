package io.tocsin.tag.story;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Compares signatures of stories: looks up candidates by {@link #bands}, then decides by {@link
 * #estimate} against {@link #SAME_STORY}. Figures are in {@code docs/decisions/016-documents.md}.
 */
public final class Signatures {
  /** Characters of a signature: 128 bytes in Base64 without padding. */
  public static final int LENGTH = 171;

  /** Bands, each of three bins: every pair that shares three bins in a row is a candidate. */
  public static final int BANDS = 42;

  /** Two texts whose estimate is at least this tell one story. */
  public static final double SAME_STORY = 0.3;

  /** Bins that agree by chance: eight bits each. */
  private static final double CHANCE = 1.0 / 256;

  private Signatures() {}

  /**
   * The estimated share of runs of four words that two texts have in common: 1 for equal texts, 0
   * for texts without any; 0 as well when one of them has no signature.
   *
   * @throws IllegalArgumentException when one of the two is no signature
   */
  public static double estimate(String one, String other) {
    if (one.isEmpty() || other.isEmpty()) {
      return 0;
    }
    byte[] ofOne = bins(one);
    byte[] ofOther = bins(other);
    int equal = 0;
    for (int bin = 0; bin < MinHash.BINS; bin++) {
      equal += ofOne[bin] == ofOther[bin] ? 1 : 0;
    }
    double share = (double) equal / MinHash.BINS;
    return Math.max(0, (share - CHANCE) / (1 - CHANCE));
  }

  /**
   * The {@value #BANDS} keys of a signature, to be looked up in one table: two texts that share a
   * key are worth an estimate. None for a text without a signature.
   *
   * @throws IllegalArgumentException when it is no signature
   */
  public static int[] bands(String signature) {
    if (signature.isEmpty()) {
      return new int[0];
    }
    byte[] bins = bins(signature);
    int[] keys = new int[BANDS];
    for (int band = 0; band < BANDS; band++) {
      int bin = 3 * band;
      keys[band] =
          (band << 24)
              | ((bins[bin] & 0xFF) << 16)
              | ((bins[bin + 1] & 0xFF) << 8)
              | (bins[bin + 2] & 0xFF);
    }
    return keys;
  }

  private static byte[] bins(String signature) {
    if (signature.length() != LENGTH) {
      throw new IllegalArgumentException(
          "a signature has " + LENGTH + " characters, not " + signature.length());
    }
    return Base64.getDecoder().decode(signature.getBytes(StandardCharsets.ISO_8859_1));
  }
}
