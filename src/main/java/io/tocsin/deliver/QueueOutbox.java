package io.tocsin.deliver;

import io.tocsin.deliver.channel.Answer;
import io.tocsin.deliver.config.Grouping;
import io.tocsin.deliver.config.QuietHours;
import io.tocsin.deliver.config.SinkSpec;
import io.tocsin.model.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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
 * A queue: every change leaves, alone or with others. Changes of one alert leave in their order: a
 * later one waits until the earlier ones are settled.
 */
final class QueueOutbox implements Outbox {

  private final Grouping grouping;
  private final @Nullable QuietHours quiet;
  private final Gate gate;
  private final Schedule schedule;
  private final Map<String, List<Item>> restored = new HashMap<>();
  private final Map<String, Group> groups = new LinkedHashMap<>();
  private final List<Parcel> parcels = new ArrayList<>();

  /** Longer than the schedule: what was tried and still fails then is not worth a request. */
  private static final Duration OLDEST = Duration.ofDays(4);

  /** Changes that wait for others. */
  private static final class Group {
    private final Instant ready;
    private final List<Item> items = new ArrayList<>();

    Group(Instant ready) {
      this.ready = ready;
    }
  }

  QueueOutbox(SinkSpec sink, Schedule schedule) {
    this.grouping = sink.grouping();
    this.quiet = sink.quiet();
    this.schedule = schedule;
    this.gate = new Gate(sink.pace(), OLDEST, schedule);
  }

  @Override
  public List<Item> add(Item item, Instant now) {
    Optional<Instant> end =
        quiet == null ? Optional.empty() : quiet.end(now, item.alert().severity());
    if (end.isPresent()) {
      join("digest", end.get(), item);
    } else if (grouping.together()) {
      join("group\n" + grouping.key(item.alert()), now.plus(grouping.window()), item);
    } else {
      parcels.add(new Parcel(List.of(item), 1, now));
    }
    return List.of();
  }

  private void join(String key, Instant ready, Item item) {
    groups.computeIfAbsent(key, name -> new Group(ready)).items.add(item);
  }

  @Override
  public List<Item> restore(Item item, Delivery last, Instant now) {
    if (last.result() != Delivery.Result.RETRY) {
      return List.of(item);
    }
    // Those of one message leave together again.
    List<Item> together = restored.computeIfAbsent(last.message(), id -> new ArrayList<>());
    int at = 0;
    while (at < parcels.size() && !parcels.get(at).items().equals(together)) {
      at++;
    }
    together.add(item);
    Instant due = last.nextAttempt() == null ? now : last.nextAttempt();
    Parcel parcel = new Parcel(together, last.attempt() + 1, due);
    if (at < parcels.size()) {
      parcels.set(at, parcel);
    } else {
      parcels.add(parcel);
    }
    return List.of();
  }

  @Override
  public Optional<Parcel> next(Instant now) {
    if (gate.opens().isAfter(now)) {
      return Optional.empty();
    }
    // Not before the gate is open: what comes meanwhile leaves together.
    close(now);
    return open().filter(parcel -> !parcel.due().isAfter(now)).findFirst();
  }

  @Override
  public Instant wake() {
    Instant first =
        Stream.concat(groups.values().stream().map(group -> group.ready), open().map(Parcel::due))
            .min(Instant::compareTo)
            .orElse(Instant.MAX);
    return first.isAfter(gate.opens()) ? first : gate.opens();
  }

  @Override
  public boolean isRepeat(Item item) {
    return false;
  }

  @Override
  public List<Item> taken(Parcel parcel, Instant now) {
    parcels.remove(parcel);
    if (gate.taken(now)) {
      // What failed while the receiver was down need not wait for its hour.
      parcels.replaceAll(
          one -> one.due().isAfter(now) ? new Parcel(one.items(), one.attempt(), now) : one);
    }
    return parcel.items();
  }

  @Override
  public Map<Item, Instant> failed(Parcel parcel, Answer.Failed failed, Instant now) {
    gate.failed(now, failed.busy(), failed.after());
    boolean old = parcel.items().get(0).told().plus(OLDEST).isBefore(now);
    Optional<Duration> pause = old ? Optional.empty() : schedule.after(parcel.attempt());
    if (pause.isEmpty()) {
      parcels.remove(parcel);
      return Map.of();
    }
    Duration asked = failed.after() == null ? Duration.ZERO : failed.after();
    Duration own = pause.get();
    Instant again = now.plus(own.compareTo(asked) > 0 ? own : asked);
    parcels.set(parcels.indexOf(parcel), new Parcel(parcel.items(), parcel.attempt() + 1, again));
    Map<Item, Instant> retries = new HashMap<>();
    parcel.items().forEach(item -> retries.put(item, again));
    return retries;
  }

  @Override
  public int pending() {
    return groups.values().stream().mapToInt(group -> group.items.size()).sum()
        + parcels.stream().mapToInt(parcel -> parcel.items().size()).sum();
  }

  @Override
  public List<Item> drain() {
    List<Item> all = new ArrayList<>();
    groups.values().forEach(group -> all.addAll(group.items));
    parcels.forEach(parcel -> all.addAll(parcel.items()));
    groups.clear();
    parcels.clear();
    return all;
  }

  @Override
  public void forget(Collection<TopicPartition> lost) {
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
