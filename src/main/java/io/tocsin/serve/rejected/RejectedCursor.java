package io.tocsin.serve.rejected;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Where the next page begins: of each partition, what lies before an offset. Printed as {@code
 * 0:120,1:77}.
 *
 * @param before the offset by partition; a partition that is missing begins at its end
 */
public record RejectedCursor(Map<Integer, Long> before) {
  /** The newest page. */
  public static final RejectedCursor NEWEST = new RejectedCursor(Map.of());

  /** Makes the map immutable. */
  public RejectedCursor {
    before = Map.copyOf(before);
  }

  /** Reads a printed one; empty when the text is none. */
  public static Optional<RejectedCursor> parse(String text) {
    if (text.length() > 2_000
        || !text.matches("[0-9]{1,9}:[0-9]{1,18}(,[0-9]{1,9}:[0-9]{1,18})*")) {
      return Optional.empty();
    }
    Map<Integer, Long> before = new TreeMap<>();
    for (String pair : text.split(",", -1)) {
      int colon = pair.indexOf(':');
      before.put(
          Integer.parseInt(pair.substring(0, colon)), Long.parseLong(pair.substring(colon + 1)));
    }
    return Optional.of(new RejectedCursor(before));
  }

  @Override
  public String toString() {
    return new TreeMap<>(before)
        .entrySet().stream()
            .map(entry -> entry.getKey() + ":" + entry.getValue())
            .collect(Collectors.joining(","));
  }
}
