package io.tocsin.alert;

import io.tocsin.model.Alert;
import io.tocsin.model.Alert.Cause;
import io.tocsin.model.Alert.State;
import io.tocsin.model.Mention;
import io.tocsin.model.pane.Minutes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What all desks have in common: episodes, the dates at which to look at them, and telling. */
abstract class Desk {
  final Episodes episodes;
  final Agenda agenda = new Agenda();
  private final List<Alert> out = new ArrayList<>();

  Desk(Episodes episodes) {
    this.episodes = episodes;
    for (Episode episode : episodes.unsettled()) {
      agenda.set(episode.key(), Minutes.of(episode.progress().startsAt()));
    }
  }

  /** Whether a rule is one of those that this desk holds against the counts. */
  abstract boolean takes(RuleSpec spec);

  /** A mention was counted that may change what a rule says of its series. */
  abstract void look(RuleSpec spec, Mention mention, long version);

  /** The alerts since the last call, in order. */
  final List<Alert> told() {
    List<Alert> told = List.copyOf(out);
    out.clear();
    return told;
  }

  /** Tells that an episode opened or grew. */
  final Episode say(Episode episode, RuleSpec spec, State state, Cause cause, Finding finding) {
    AlertRecords.Told told = AlertRecords.open(episode, spec, state, cause, finding);
    out.add(told.alert());
    episodes.put(told.episode());
    return told.episode();
  }

  /** Ends an episode; without a word where nothing was told of it. */
  final void end(Episode episode, Cause cause, Finding finding) {
    Episode ended = episode.ended(Minutes.start(finding.end()));
    episodes.put(ended);
    agenda.remove(ended.key());
    if (!ended.neverTold()) {
      out.add(AlertRecords.ended(ended, cause, finding));
    }
  }

  /** Takes back what was told of an episode; it waits again. */
  final void withdraw(Episode episode, Finding finding) {
    Episode waiting = episode.withdrawn();
    episodes.put(waiting);
    Episode over = episode.ended(episode.progress().startsAt());
    out.add(AlertRecords.ended(over, Cause.WITHDRAWN, finding));
  }

  /** Ends what an older version of a rule opened. */
  void endWhereRuleChanged(RuleBook book, @Nullable Instant clock) {
    for (String key : agenda.keys()) {
      Episode episode = episodes.get(key);
      if (episode == null || !episode.unsettled()) {
        continue;
      }
      RuleSpec spec = book.rule(episode.terms().rule());
      boolean newer = book.version() >= episode.terms().version();
      if (newer && (spec == null || spec.rule().version() > episode.terms().version())) {
        Instant at = clock == null ? episode.progress().startsAt() : clock;
        WindowView windows = new WindowView(Collections.emptySortedMap(), episode.terms().window());
        end(episode, Cause.RULE_CHANGED, new Finding(windows, Minutes.of(at), at, book.version()));
      }
    }
  }
}
