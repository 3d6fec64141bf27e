package io.tocsin.ingest.feed;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which items of a feed were published, and in which version: 48 and 32 bits of hashes, which is
 * enough to tell a few thousand items apart. Those that were seen longest ago are forgotten first.
 */
final class SeenItems {
  /**
   * Items come back weeks after they fell off a feed. A busy newspaper has a hundred a day; 500
   * were too few for two months of one.
   */
  private static final int FEWEST = 3_000;

  private static final int MOST = 6_000;
  private static final int ENTRY_BYTES = Long.BYTES + Short.BYTES;
  private static final long NAME_BITS = 0xFFFF_FFFF_FFFFL;

  private final Map<Long, Integer> versions = new LinkedHashMap<>();

  /** What {@link #packed} gave; anything else is nothing. */
  static SeenItems unpacked(String packed) {
    SeenItems seen = new SeenItems();
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(packed));
      while (bytes.remaining() >= ENTRY_BYTES) {
        long high = bytes.getInt() & 0xFFFF_FFFFL;
        long name = (high << 16) | (bytes.getShort() & 0xFFFFL);
        seen.versions.put(name, bytes.getInt());
      }
    } catch (IllegalArgumentException e) {
      seen.versions.clear();
    }
    return seen;
  }

  /** Whether an item was published in this very version. */
  boolean has(String id, String version) {
    Integer known = versions.get(name(id));
    return known != null && known == (int) hash(version);
  }

  /** Whether an item was published in any version. */
  boolean knows(String id) {
    return versions.containsKey(name(id));
  }

  /** Remembers an item as the one seen last. */
  void add(String id, String version) {
    long name = name(id);
    versions.remove(name);
    versions.put(name, (int) hash(version));
  }

  /**
   * Everything as text, cut to what is needed behind a feed.
   *
   * @param inFeed items in the feed now
   */
  String packed(int inFeed) {
    int keep = Math.min(MOST, Math.max(FEWEST, 2 * inFeed));
    Iterator<Long> oldest = versions.keySet().iterator();
    while (versions.size() > keep) {
      oldest.next();
      oldest.remove();
    }
    ByteBuffer bytes = ByteBuffer.allocate(versions.size() * ENTRY_BYTES);
    versions.forEach(
        (name, version) ->
            bytes.putInt((int) (name >> 16)).putShort(name.shortValue()).putInt(version));
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  private static long name(String id) {
    return hash(id) & NAME_BITS;
  }

  private static long hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return ByteBuffer.wrap(digest.digest(text.getBytes(StandardCharsets.UTF_8))).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
