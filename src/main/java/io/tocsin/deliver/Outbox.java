package io.tocsin.deliver;

import io.tocsin.deliver.config.Grouping;
import io.tocsin.deliver.config.QuietHours;
import io.tocsin.deliver.config.SinkSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * What waits for one sink, and what of it may leave when. Pure but for its state: the time is told
 * to it. Changes of one alert leave in their order: a later one waits until the earlier ones are
 * settled.
 */
final class Outbox {

  /** Pending changes after which no more are read until some are settled. */
  static final int FULL = 10_000;

  private final Grouping grouping;
  private final @Nullable QuietHours quiet;
  private final Gate gate;
  private final Map<String, Group> groups = new LinkedHashMap<>();
  private final List<Parcel> parcels = new ArrayList<>();

  /** Changes that wait for others. */
  private static final class Group {
    private final Instant ready;
    private final List<Item> items = new ArrayList<>();

    Group(Instant ready) {
      this.ready = ready;
    }
  }

  Outbox(SinkSpec sink, Schedule schedule) {
    this.grouping = sink.grouping();
    this.quiet = sink.quiet();
    this.gate = new Gate(sink.pace(), schedule);
  }

  /** A change that was never tried. */
  void add(Item item, Instant now) {
    Optional<Instant> end =
        quiet == null ? Optional.empty() : quiet.end(now, item.alert().severity());
    if (end.isPresent()) {
      join("digest", end.get(), item);
    } else if (grouping.together()) {
      join("group\n" + grouping.key(item.alert()), now.plus(grouping.window()), item);
    } else {
      parcels.add(new Parcel(List.of(item), 1, now));
    }
  }

  private void join(String key, Instant ready, Item item) {
    groups.computeIfAbsent(key, name -> new Group(ready)).items.add(item);
  }

  /**
   * A change that was tried before a restart.
   *
   * @param attempt the next one's number
   * @param message the id that it left under; those of one message leave together again
   */
  void restore(
      Item item, int attempt, Instant due, Map<String, List<Item>> messages, String message) {
    List<Item> together = messages.computeIfAbsent(message, id -> new ArrayList<>());
    int at = 0;
    while (at < parcels.size() && !parcels.get(at).items().equals(together)) {
      at++;
    }
    together.add(item);
    Parcel parcel = new Parcel(together, attempt, due);
    if (at < parcels.size()) {
      parcels.set(at, parcel);
    } else {
      parcels.add(parcel);
    }
  }

  /** The message that may leave now; empty when none may. */
  Optional<Parcel> next(Instant now) {
    close(now);
    if (gate.opens().isAfter(now)) {
      return Optional.empty();
    }
    return open().filter(parcel -> !parcel.due().isAfter(now)).findFirst();
  }

  /** When to look again; {@link Instant#MAX} when nothing waits. */
  Instant wake() {
    Instant first =
        Stream.concat(groups.values().stream().map(group -> group.ready), open().map(Parcel::due))
            .min(Instant::compareTo)
            .orElse(Instant.MAX);
    return first.isAfter(gate.opens()) ? first : gate.opens();
  }

  /** A message was taken: it is settled. */
  void taken(Parcel parcel, Instant now) {
    parcels.remove(parcel);
    if (gate.taken(now)) {
      // What failed while the receiver was down need not wait for its hour.
      parcels.replaceAll(
          one -> one.due().isAfter(now) ? new Parcel(one.items(), one.attempt(), now) : one);
    }
  }

  /** A message failed and is settled or tried again. */
  void failed(Parcel parcel, @Nullable Instant again) {
    int at = parcels.indexOf(parcel);
    if (again == null) {
      parcels.remove(at);
    } else {
      parcels.set(at, new Parcel(parcel.items(), parcel.attempt() + 1, again));
    }
  }

  /** The receiver failed; it is left alone for a while. */
  void pause(Instant now, boolean busy, @Nullable Duration after) {
    gate.failed(now, busy, after);
  }

  /** Changes that wait. */
  int pending() {
    return groups.values().stream().mapToInt(group -> group.items.size()).sum()
        + parcels.stream().mapToInt(parcel -> parcel.items().size()).sum();
  }

  /** Takes everything out, in any order: nothing will be sent any more. */
  List<Item> drain() {
    List<Item> all = new ArrayList<>();
    groups.values().forEach(group -> all.addAll(group.items));
    parcels.forEach(parcel -> all.addAll(parcel.items()));
    groups.clear();
    parcels.clear();
    return all;
  }

  /** Forgets what stands on partitions that another instance has now. */
  void forget(Collection<TopicPartition> lost) {
    Predicate<Item> gone = item -> lost.contains(item.partition());
    groups.values().forEach(group -> group.items.removeIf(gone));
    groups.values().removeIf(group -> group.items.isEmpty());
    parcels.replaceAll(
        parcel ->
            new Parcel(
                parcel.items().stream().filter(gone.negate()).toList(),
                parcel.attempt(),
                parcel.due()));
    parcels.removeIf(parcel -> parcel.items().isEmpty());
  }

  /** Groups whose time has come become messages. */
  private void close(Instant now) {
    Iterator<Group> waiting = groups.values().iterator();
    while (waiting.hasNext()) {
      Group group = waiting.next();
      if (!group.ready.isAfter(now)) {
        waiting.remove();
        int most = Math.max(grouping.most(), 1);
        // A digest of a sink without groups still leaves in pieces that a reader can bear.
        int size = grouping.together() ? most : Grouping.COALESCED.most();
        for (int from = 0; from < group.items.size(); from += size) {
          int to = Math.min(from + size, group.items.size());
          parcels.add(new Parcel(group.items.subList(from, to), 1, group.ready));
        }
      }
    }
  }

  /** Messages before which no other has a change of the same alert. */
  private Stream<Parcel> open() {
    Set<String> seen = new HashSet<>();
    List<Parcel> open = new ArrayList<>();
    for (Parcel parcel : parcels) {
      Set<String> alerts = new HashSet<>();
      parcel.items().forEach(item -> alerts.add(item.alert().id()));
      if (alerts.stream().noneMatch(seen::contains)) {
        open.add(parcel);
      }
      seen.addAll(alerts);
    }
    return open.stream();
  }
}
