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
 * Which items of a feed were published, and in which version: 64 bits of a hash each, which is
 * enough to tell a few thousand items apart. Those that were seen longest ago are forgotten first.
 */
final class SeenItems {
  /** Items come back after they fell off a feed; a few hundred are remembered behind it. */
  private static final int FEWEST = 500;

  private static final int MOST = 4_000;
  private static final int ENTRY_BYTES = 2 * Long.BYTES;

  private final Map<Long, Long> versions = new LinkedHashMap<>();

  /** What {@link #packed} gave; anything else is nothing. */
  static SeenItems unpacked(String packed) {
    SeenItems seen = new SeenItems();
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(packed));
      while (bytes.remaining() >= ENTRY_BYTES) {
        seen.versions.put(bytes.getLong(), bytes.getLong());
      }
    } catch (IllegalArgumentException e) {
      seen.versions.clear();
    }
    return seen;
  }

  /** Whether an item was published in this very version. */
  boolean has(String id, String version) {
    Long known = versions.get(hash(id));
    return known != null && known == hash(version);
  }

  /** Whether an item was published in any version. */
  boolean knows(String id) {
    return versions.containsKey(hash(id));
  }

  /** Remembers an item as the one seen last. */
  void add(String id, String version) {
    long key = hash(id);
    versions.remove(key);
    versions.put(key, hash(version));
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
    versions.forEach((id, version) -> bytes.putLong(id).putLong(version));
    return Base64.getEncoder().encodeToString(bytes.array());
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
