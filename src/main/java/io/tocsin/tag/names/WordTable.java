package io.tocsin.tag.names;

import io.tocsin.tag.text.Scan;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The classes of a word by its key, as bits: one open-addressing table for all lists, so that a
 * word of an article costs one look-up however many lists there are. It is built when the class is
 * loaded, because keys hold for one process only.
 */
final class WordTable {
  private static final int SLOTS = 1 << 14;

  /** Above the bits of the classes each slot holds part of the key: one look finds both. */
  private static final int CLASS_BITS = WordClass.values().length;

  private static final long CLASSES = (1L << CLASS_BITS) - 1;
  private static final long[] TABLE = new long[SLOTS];

  /** A bit for each word of sport, so that an article can be asked for them word by word. */
  private static final long[] SPORT = new long[64];

  static {
    for (WordClass wordClass : WordClass.values()) {
      read(wordClass);
    }
  }

  private WordTable() {}

  /**
   * The bits of the classes of a word or of words joined by {@link #join}; 0 for an unknown one.
   */
  static int classes(long key) {
    return (int) (TABLE[find(mixed(key))] & CLASSES);
  }

  /** Whether a word may be of sport; false for nearly all that are not. */
  static boolean maybeSport(long key) {
    long mixed = mixed(key);
    return ((SPORT[(int) (mixed >>> 58)] >>> (mixed >>> 52)) & 1) != 0;
  }

  /**
   * The key of words in order: {@code before} is that of all but the last, 0 when there are none.
   */
  static long join(long before, long key) {
    return before * 0x9E3779B97F4A7C15L + key;
  }

  /** The upper bits, of which slot and mark are taken, depend on all bits of the key. */
  private static long mixed(long key) {
    return (key ^ (key >>> 29)) * 0x9E3779B97F4A7C15L;
  }

  /** Where a key stands, or the free slot where it would. */
  private static int find(long mixed) {
    long mark = mark(mixed);
    int slot = (int) (mixed >>> 50);
    while (TABLE[slot] != 0 && (TABLE[slot] & ~CLASSES) != mark) {
      slot = (slot + 1) & (SLOTS - 1);
    }
    return slot;
  }

  /**
   * What of a key its slot holds: 37 bits, which with the slot make two words of the lists and the
   * article meet once in some million million.
   */
  private static long mark(long mixed) {
    return mixed << CLASS_BITS;
  }

  private static void read(WordClass wordClass) {
    InputStream resource =
        Objects.requireNonNull(
            WordTable.class.getResourceAsStream(wordClass.file()),
            () -> "the word list " + wordClass.file() + " is missing from the jar");
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
      String line;
      while ((line = lines.readLine()) != null) {
        if (!line.startsWith("#")) {
          for (String entry : line.split(" ", -1)) {
            add(entry, wordClass.bit());
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Hyphens and underscores part words, as in the text that is read. */
  private static void add(String entry, int bit) {
    if (entry.isEmpty()) {
      return;
    }
    long key = 0;
    for (String word : entry.split("[-_]", -1)) {
      key = join(key, key(word));
    }
    long mixed = mixed(key);
    int slot = find(mixed);
    TABLE[slot] = TABLE[slot] | mark(mixed) | bit;
    if (bit == WordClass.SPORT.bit()) {
      SPORT[(int) (mixed >>> 58)] |= 1L << (mixed >>> 52);
    }
  }

  /** The key of one folded word. */
  static long key(String folded) {
    byte[] utf8 = folded.getBytes(StandardCharsets.UTF_8);
    return Scan.key(utf8, 0, utf8.length);
  }
}
