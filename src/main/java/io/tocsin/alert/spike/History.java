package io.tocsin.alert.spike;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Counts of one series in two resolutions: minutes for {@value #MINUTES} minutes, hours for {@value
 * #HOURS} hours, both reckoned from the newest count. Adding is commutative: the same counts in any
 * order leave the same history, because only the newest minute decides what is forgotten.
 *
 * <p>Minutes and hours without counts take no room. Serialised, a series that is counted in every
 * single minute takes less than 8,000 bytes, one with a mention an hour less than 2,000.
 */
public final class History implements Past {
  /** Minutes kept: the longest window, and an hour for what comes out of order. */
  public static final int MINUTES = 25 * 60;

  /** Hours kept: the longest baseline, and a day for the window and its guard. */
  public static final int HOURS = 36 * 24;

  private static final byte FORMAT = 1;

  private final TreeMap<Long, Long> minutes = new TreeMap<>();
  private final TreeMap<Long, Long> hours = new TreeMap<>();
  private final boolean lasting;
  private long newest = Long.MIN_VALUE;

  /** An empty history that forgets by itself. */
  public History() {
    this(false);
  }

  private History(boolean lasting) {
    this.lasting = lasting;
  }

  /** An empty history that forgets only when it is told to. */
  public static History lasting() {
    return new History(true);
  }

  /**
   * Counts more in a minute; what is older than the history reaches leaves no trace.
   *
   * @param minute minutes since 1970-01-01T00:00Z
   * @param count how many; 0 changes nothing
   * @throws IllegalArgumentException when the count is negative
   */
  public void add(long minute, long count) {
    if (count < 0) {
      throw new IllegalArgumentException("a count cannot be " + count);
    }
    if (count == 0) {
      return;
    }
    if (minute > newest) {
      newest = minute;
      if (!lasting) {
        forgetBefore(newest);
      }
    }
    if (lasting || minute >= firstMinute(newest)) {
      minutes.merge(minute, count, Math::addExact);
    }
    long hour = Math.floorDiv(minute, 60L);
    if (lasting || hour >= firstHour(newest)) {
      hours.merge(hour, count, Math::addExact);
    }
  }

  /** Forgets what nobody asks for any more once the time has come to a minute. */
  public void forgetBefore(long now) {
    minutes.headMap(firstMinute(now), false).clear();
    hours.headMap(firstHour(now), false).clear();
  }

  /** What was counted from one minute to another, both included, as far as minutes are kept. */
  public long between(long first, long last) {
    if (first > last) {
      return 0;
    }
    long sum = 0;
    for (long count : minutes.subMap(first, true, last, true).values()) {
      sum += count;
    }
    return sum;
  }

  /** What was counted in an hour, hours since 1970-01-01T00:00Z; 0 when it is forgotten. */
  public long hour(long hour) {
    return hours.getOrDefault(hour, 0L);
  }

  /** Whether anything was counted from one hour to another, both included. */
  boolean hasHours(long first, long last) {
    return !hours.subMap(first, true, last, true).isEmpty();
  }

  @Override
  public NavigableMap<Long, Long> hours(long first, long last) {
    return first > last ? new TreeMap<>() : hours.subMap(first, true, last, true);
  }

  private static long firstMinute(long now) {
    return now - MINUTES + 1;
  }

  private static long firstHour(long now) {
    return Math.floorDiv(now, 60L) - HOURS + 1;
  }

  /** Its bytes: the same for the same history, whatever order it came in. */
  public byte[] toBytes() {
    Varints out = new Varints(64 + 4 * (hours.size() + minutes.size()));
    out.put(FORMAT);
    write(out, hours);
    write(out, minutes);
    return out.bytes();
  }

  /**
   * The history of such bytes.
   *
   * @throws IllegalArgumentException when they are not what {@link #toBytes} wrote
   */
  public static History fromBytes(byte[] bytes) {
    return fromBytes(bytes, new History());
  }

  /** The same, of one that forgets only when it is told to. */
  public static History lastingFromBytes(byte[] bytes) {
    return fromBytes(bytes, lasting());
  }

  private static History fromBytes(byte[] bytes, History history) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    if (bytes.length == 0 || in.get() != FORMAT) {
      throw new IllegalArgumentException("these bytes are no history of format " + FORMAT);
    }
    read(in, history.hours);
    read(in, history.minutes);
    if (in.hasRemaining()) {
      throw new IllegalArgumentException("a history has " + in.remaining() + " bytes too many");
    }
    if (!history.minutes.isEmpty()) {
      history.newest = history.minutes.lastKey();
    }
    return history;
  }

  /** The first key, then steps between keys, each with its count. */
  private static void write(Varints out, Map<Long, Long> counts) {
    out.put(counts.size());
    long before = 0;
    for (Map.Entry<Long, Long> entry : counts.entrySet()) {
      out.put(entry.getKey() - before);
      out.put(entry.getValue());
      before = entry.getKey();
    }
  }

  private static void read(ByteBuffer in, Map<Long, Long> counts) {
    long size = Varints.get(in);
    long key = 0;
    for (long i = 0; i < size; i++) {
      key += Varints.get(in);
      counts.put(key, Varints.get(in));
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof History that
        && minutes.equals(that.minutes)
        && hours.equals(that.hours);
  }

  @Override
  public int hashCode() {
    return 31 * minutes.hashCode() + hours.hashCode();
  }
}
