package io.tocsin.wire.watchlist;

import io.tocsin.model.Rule;
import io.tocsin.model.Subject;
import io.tocsin.model.Watchlist;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the records of {@code news.watchlist} add up to, one after the other. Pure and
 * single-threaded: writer and follower read the topic by the same sums.
 */
public final class WatchlistState {
  /** Before the id of a subject in a key. */
  public static final String SUBJECT = "subject/";

  /** Before the id of a rule in a key. */
  public static final String RULE = "rule/";

  /** Key of the marker that ends a version. */
  public static final String MARKER = "version/current";

  private final Map<String, Subject> subjects = new TreeMap<>();
  private final Map<String, Rule> rules = new TreeMap<>();
  private final SortedMap<String, String> broken = new TreeMap<>();
  private @Nullable WatchlistVersion marker;
  private boolean unmarked;

  /**
   * Takes the next record.
   *
   * @param value null for a tombstone
   * @return true when it ended a version, whether that is whole or broken
   */
  public boolean add(@Nullable String key, byte @Nullable [] value) {
    if (key == null) {
      return false;
    }
    if (key.equals(MARKER)) {
      return mark(value);
    }
    if (key.startsWith(SUBJECT)) {
      put(key, key.substring(SUBJECT.length()), value, true);
    } else if (key.startsWith(RULE)) {
      put(key, key.substring(RULE.length()), value, false);
    }
    return false;
  }

  /** The last marker; null before the first. */
  public @Nullable WatchlistVersion marker() {
    return marker;
  }

  /** Number of the last version, 0 before the first. */
  public long version() {
    return marker == null ? 0 : marker.version();
  }

  /** Records that cannot be read, with the reason, by key. */
  public Map<String, String> broken() {
    return new TreeMap<>(broken);
  }

  /**
   * Whether subjects or rules came after the last marker, so that they belong to no version yet.
   */
  public boolean unmarked() {
    return unmarked;
  }

  /** Subjects and rules as they are now, under the last version. */
  public Watchlist watchlist() {
    return new Watchlist(
        version(),
        marker == null ? Instant.EPOCH : marker.effectiveFrom(),
        List.copyOf(subjects.values()),
        List.copyOf(rules.values()));
  }

  private boolean mark(byte @Nullable [] value) {
    if (value == null) {
      return false;
    }
    try {
      marker = WatchlistVersion.read(value);
      broken.remove(MARKER);
      unmarked = false;
      return true;
    } catch (IllegalArgumentException e) {
      broken.put(MARKER, String.valueOf(e.getMessage()));
      return false;
    }
  }

  private void put(String key, String id, byte @Nullable [] value, boolean isSubject) {
    unmarked = true;
    broken.remove(key);
    if (isSubject) {
      subjects.remove(id);
    } else {
      rules.remove(id);
    }
    if (value == null) {
      return;
    }
    try {
      String idInside = isSubject ? putSubject(key, value) : putRule(key, value);
      if (!idInside.equals(id)) {
        throw new IllegalArgumentException(
            key + " holds the id " + idInside + "; key and id must agree");
      }
    } catch (WatchlistException | IllegalArgumentException e) {
      broken.put(key, String.valueOf(e.getMessage()));
    }
  }

  private String putSubject(String key, byte[] value) {
    Subject subject = WatchlistJson.subject(key, value);
    if (key.equals(SUBJECT + subject.id())) {
      subjects.put(subject.id(), subject);
    }
    return subject.id();
  }

  private String putRule(String key, byte[] value) {
    Rule rule = WatchlistJson.rule(key, value);
    if (key.equals(RULE + rule.id())) {
      rules.put(rule.id(), rule);
    }
    return rule.id();
  }
}
