package io.tocsin.alert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What must be looked at again when event time has come so far: each key has one date at most. Kept
 * in the heap only: it is drawn up anew from the stored episodes and panes when a task starts.
 */
final class Agenda {
  /** One date. */
  private record Entry(long minute, String key) {}

  private static final Comparator<Entry> BY_DATE =
      Comparator.comparingLong(Entry::minute).thenComparing(Entry::key);

  private final TreeSet<Entry> entries = new TreeSet<>(BY_DATE);
  private final Map<String, Entry> byKey = new HashMap<>();

  /** Sets the date of a key, in place of an earlier one. */
  void set(String key, long minute) {
    remove(key);
    Entry entry = new Entry(minute, key);
    entries.add(entry);
    byKey.put(key, entry);
  }

  /** Sets the date of a key unless it already has an earlier one. */
  void hasten(String key, long minute) {
    Entry old = byKey.get(key);
    if (old == null || old.minute() > minute) {
      set(key, minute);
    }
  }

  /** Takes a key off. */
  void remove(String key) {
    Entry old = byKey.remove(key);
    if (old != null) {
      entries.remove(old);
    }
  }

  /** Takes off and returns every key whose date is at or before a minute, in order of date. */
  List<String> due(long minute) {
    List<String> due = new ArrayList<>();
    while (!entries.isEmpty() && entries.first().minute() <= minute) {
      Entry entry = entries.pollFirst();
      if (entry == null) {
        break;
      }
      byKey.remove(entry.key());
      due.add(entry.key());
    }
    return due;
  }

  /** All keys, in order of date. */
  List<String> keys() {
    return entries.stream().map(Entry::key).toList();
  }
}
