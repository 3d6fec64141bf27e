package io.tocsin.deliver;

import io.tocsin.deliver.channel.Answer;
import io.tocsin.model.Alert;
import io.tocsin.model.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * A board: the receiver wants to know how things are, again and again while an alert is open. Of
 * each alert only the newest change counts, and whatever is due leaves together. An open alert is
 * not settled, so that a restart finds it.
 */
final class BoardOutbox implements Outbox {

  private static final int MOST = 200;

  private final Duration repeat;
  private final Schedule schedule;
  private final Gate gate;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  /**
   * A board.
   *
   * @param repeat how often open alerts are told
   */
  BoardOutbox(Duration repeat, Duration pace, Schedule schedule) {
    this.repeat = repeat;
    this.schedule = schedule;
    this.gate = new Gate(pace, repeat, schedule);
  }

  /** The newest change of an alert. */
  private record Entry(Item item, int attempt, Instant due, boolean taken) {}

  @Override
  public List<Item> add(Item item, Instant now) {
    return put(new Entry(item, 1, now, false));
  }

  @Override
  public List<Item> restore(Item item, Delivery last, Instant now) {
    return switch (last.result()) {
      case RETRY -> {
        Instant due = last.nextAttempt() == null ? now : last.nextAttempt();
        yield put(new Entry(item, last.attempt() + 1, due, false));
      }
      case DELIVERED -> isOpen(item) ? put(new Entry(item, 1, now, true)) : remove(item);
      case GAVE_UP, DISABLED -> remove(item);
    };
  }

  private List<Item> put(Entry entry) {
    @Nullable Entry before = entries.put(entry.item().alert().id(), entry);
    return before == null ? List.of() : List.of(before.item());
  }

  /** The end of an episode was told: whatever came before is settled with it. */
  private List<Item> remove(Item item) {
    List<Item> settled = new ArrayList<>(List.of(item));
    Entry before = entries.remove(item.alert().id());
    if (before != null) {
      settled.add(before.item());
    }
    return settled;
  }

  @Override
  public Optional<Parcel> next(Instant now) {
    if (gate.opens().isAfter(now)) {
      return Optional.empty();
    }
    List<Entry> due =
        entries.values().stream().filter(entry -> !entry.due().isAfter(now)).limit(MOST).toList();
    if (due.isEmpty()) {
      return Optional.empty();
    }
    int attempt = due.stream().mapToInt(Entry::attempt).max().orElse(1);
    return Optional.of(new Parcel(due.stream().map(Entry::item).toList(), attempt, now));
  }

  @Override
  public Instant wake() {
    Instant first =
        entries.values().stream().map(Entry::due).min(Instant::compareTo).orElse(Instant.MAX);
    return first.isAfter(gate.opens()) ? first : gate.opens();
  }

  @Override
  public boolean isRepeat(Item item) {
    Entry entry = entries.get(item.alert().id());
    return entry != null && entry.taken();
  }

  @Override
  public List<Item> taken(Parcel parcel, Instant now) {
    boolean unused = gate.taken(now);
    List<Item> settled = new ArrayList<>();
    for (Item item : parcel.items()) {
      if (isOpen(item)) {
        entries.put(item.alert().id(), new Entry(item, 1, now.plus(repeat), true));
      } else {
        entries.remove(item.alert().id());
        settled.add(item);
      }
    }
    return settled;
  }

  @Override
  public Map<Item, Instant> failed(Parcel parcel, Answer.Failed failed, Instant now) {
    gate.failed(now, failed.busy(), failed.after());
    Map<Item, Instant> retries = new HashMap<>();
    for (Item item : parcel.items()) {
      Entry entry = entries.get(item.alert().id());
      int attempt = entry == null ? 1 : entry.attempt();
      if (!isOpen(item) && attempt >= Schedule.ATTEMPTS) {
        // The receiver takes it for resolved long since: it was not told that it is open.
        entries.remove(item.alert().id());
        continue;
      }
      Duration pause =
          schedule.after(attempt).filter(own -> own.compareTo(repeat) < 0).orElse(repeat);
      Instant again = now.plus(pause);
      boolean taken = entry != null && entry.taken();
      entries.put(item.alert().id(), new Entry(item, attempt + 1, again, taken));
      retries.put(item, again);
    }
    return retries;
  }

  @Override
  public int pending() {
    return (int) entries.values().stream().filter(entry -> !entry.taken()).count();
  }

  @Override
  public List<Item> drain() {
    List<Item> all = entries.values().stream().map(Entry::item).toList();
    entries.clear();
    return all;
  }

  @Override
  public void forget(Collection<TopicPartition> lost) {
    entries.values().removeIf(entry -> lost.contains(entry.item().partition()));
  }

  private static boolean isOpen(Item item) {
    return item.alert().state() != Alert.State.RESOLVED;
  }
}
