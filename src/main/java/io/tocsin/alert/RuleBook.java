package io.tocsin.alert;

import io.tocsin.model.Mention;
import io.tocsin.model.Rule;
import io.tocsin.model.Subject;
import io.tocsin.model.Watchlist;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules of one version of the watchlist, by what they look at; immutable. */
public final class RuleBook {
  private final long version;
  private final Map<String, RuleSpec> byId = new HashMap<>();
  private final Map<String, List<RuleSpec>> bySubject = new HashMap<>();

  /** Works out the rules of a watchlist. */
  public RuleBook(Watchlist watchlist) {
    version = watchlist.version();
    for (Rule rule : watchlist.rules()) {
      RuleSpec spec = RuleSpec.of(rule);
      byId.put(rule.id(), spec);
      if (rule.when().looksAtSubjects()) {
        for (Subject subject : watchlist.subjects()) {
          if (rule.on().covers(subject)) {
            bySubject.computeIfAbsent(subject.id(), id -> new ArrayList<>()).add(spec);
          }
        }
      }
    }
  }

  /** Version of the watchlist that the rules come from. */
  public long version() {
    return version;
  }

  /** The rules that look at the series of a mention. */
  List<RuleSpec> lookingAt(Mention mention) {
    if (mention.rule() == null) {
      return bySubject.getOrDefault(mention.series().id(), List.of());
    }
    RuleSpec own = byId.get(mention.rule());
    return own == null ? List.of() : List.of(own);
  }

  /** The rule of an id; null when this version has none. */
  @Nullable RuleSpec rule(String id) {
    return byId.get(id);
  }
}
