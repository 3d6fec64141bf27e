package io.tocsin.guarantees;

import io.tocsin.guarantees.Breach.Verdict;
import io.tocsin.model.Alert;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Every alert is opened exactly once, as its first record or after it was withdrawn, and its
 * records are numbered 1, 2, 3, … without a gap, a repeat or a step back.
 */
public final class EachEpisodeOnce {

  private EachEpisodeOnce() {}

  /** What a run broke; empty when the guarantee held. */
  public static List<Breach> judge(Results run) {
    Map<String, List<Alert>> episodes = new TreeMap<>();
    for (Alert alert : run.alerts()) {
      episodes.computeIfAbsent(alert.id(), id -> new ArrayList<>()).add(alert);
    }
    List<Breach> breaches = new ArrayList<>();
    episodes.values().forEach(records -> judge(records, breaches));
    return List.copyOf(breaches);
  }

  private static void judge(List<Alert> records, List<Breach> breaches) {
    int last = 0;
    boolean mayOpen = true;
    for (Alert alert : records) {
      String what = alert.rule() + " " + alert.id() + " record " + alert.sequence();
      boolean opens = alert.state() == Alert.State.OPENED;
      if (alert.sequence() <= last) {
        breaches.add(new Breach(Verdict.DUPLICATED, what + " after " + last));
      } else if (alert.sequence() > last + 1) {
        breaches.add(new Breach(Verdict.LOST, "what comes before " + what));
      } else if (opens != mayOpen) {
        breaches.add(new Breach(Verdict.WRONG, what + " is " + alert.state().word()));
      }
      last = Math.max(last, alert.sequence());
      mayOpen = alert.reason() == Alert.Cause.WITHDRAWN;
    }
  }
}
