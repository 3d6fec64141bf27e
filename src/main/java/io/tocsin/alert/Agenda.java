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
  record Date(long minute, String key) {}

  private static final Comparator<Date> BY_DATE =
      Comparator.comparingLong(Date::minute).thenComparing(Date::key);

  private final TreeSet<Date> dates = new TreeSet<>(BY_DATE);
  private final Map<String, Date> byKey = new HashMap<>();

  /** Sets the date of a key, in place of an earlier one. */
  void set(String key, long minute) {
    remove(key);
    Date date = new Date(minute, key);
    dates.add(date);
    byKey.put(key, date);
  }

  /** Sets the date of a key unless it already has an earlier one. */
  void hasten(String key, long minute) {
    Date old = byKey.get(key);
    if (old == null || old.minute() > minute) {
      set(key, minute);
    }
  }

  /** Takes a key off. */
  void remove(String key) {
    Date old = byKey.remove(key);
    if (old != null) {
      dates.remove(old);
    }
  }

  /** Takes off and returns every date at or before a minute, in their order. */
  List<Date> due(long minute) {
    List<Date> due = new ArrayList<>();
    while (!dates.isEmpty() && dates.first().minute() <= minute) {
      Date date = dates.pollFirst();
      if (date == null) {
        break;
      }
      byKey.remove(date.key());
      due.add(date);
    }
    return due;
  }

  /** All keys, in order of date. */
  List<String> keys() {
    return dates.stream().map(Date::key).toList();
  }
}
