package io.tocsin.deliver;

import io.tocsin.deliver.channel.Message;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A message on its way, with what is left to do about it.
 *
 * @param items the changes in it, in the order in which they were told
 * @param attempt the next one's number, from 1
 * @param due when it may be made
 */
record Parcel(List<Item> items, int attempt, Instant due) {

  private static final int ID_BYTES = 12;

  Parcel {
    items = List.copyOf(items);
  }

  /** The same content has the same id, so that a receiver can tell a repetition after a restart. */
  String id() {
    if (items.size() == 1) {
      return items.get(0).id();
    }
    String ids = items.stream().map(Item::id).collect(Collectors.joining("\n"));
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(ids.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  Message message() {
    return new Message(id(), items.stream().map(Item::alert).toList());
  }
}
