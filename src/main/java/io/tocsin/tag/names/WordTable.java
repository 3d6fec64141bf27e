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
  private static final int SLOTS = 1 << 15;
  private static final int LAST = 2 * SLOTS - 2;

  /** Key and bits in turn: what is looked up is mostly far, and one look finds both. */
  private static final long[] TABLE = new long[2 * SLOTS];

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
    int slot = find(key);
    return TABLE[slot] == 0 ? 0 : (int) TABLE[slot + 1];
  }

  /**
   * The key of words in order: {@code before} is that of all but the last, 0 when there are none.
   */
  static long join(long before, long key) {
    return before * 0x9E3779B97F4A7C15L + key;
  }

  /** Where a key stands, or where it would. */
  private static int find(long key) {
    int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 39) & LAST;
    while (TABLE[slot] != key && TABLE[slot] != 0) {
      slot = (slot + 2) & LAST;
    }
    return slot;
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
    int slot = find(key);
    TABLE[slot] = key;
    TABLE[slot + 1] |= bit;
  }

  /** The key of one folded word. */
  static long key(String folded) {
    byte[] utf8 = folded.getBytes(StandardCharsets.UTF_8);
    return Scan.key(utf8, 0, utf8.length);
  }
}
