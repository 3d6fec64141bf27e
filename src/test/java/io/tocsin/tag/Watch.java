package io.tocsin.tag;

import io.tocsin.model.Alias;
import io.tocsin.model.Article;
import io.tocsin.model.Condition;
import io.tocsin.model.Rule;
import io.tocsin.model.Scope;
import io.tocsin.model.Severity;
import io.tocsin.model.Subject;
import io.tocsin.model.Watchlist;
import io.tocsin.model.Weights;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Short ways to say what is watched and what is read. */
public final class Watch {
  private Watch() {}

  public static Watchlist list(Subject... subjects) {
    return new Watchlist(7, Instant.EPOCH, List.of(subjects), List.of());
  }

  static Watchlist rules(List<Subject> subjects, Rule... rules) {
    return new Watchlist(7, Instant.EPOCH, subjects, List.of(rules));
  }

  /** A subject whose first alias is its name. */
  public static Subject subject(String id, String name, String... aliases) {
    return of(
        id,
        name,
        List.of(aliases).stream().map(Alias::of).toList(),
        List.of(),
        List.of(),
        List.of());
  }

  static Subject withAlias(String id, String name, Alias... aliases) {
    return of(id, name, List.of(aliases), List.of(), List.of(), List.of());
  }

  static Subject withShort(String id, String name, String... shorts) {
    return of(id, name, List.of(), List.of(shorts), List.of(), List.of());
  }

  static Subject withDemonym(String id, String name, String... demonyms) {
    return of(id, name, List.of(), List.of(), List.of(demonyms), List.of());
  }

  static Subject withParts(String id, String name, String... parts) {
    return of(id, name, List.of(), List.of(), List.of(), List.of(parts));
  }

  static Subject query(String id, String query) {
    return new Subject(
        id, id, List.of(), List.of(), List.of(), List.of(), List.of(), null, null, query, null);
  }

  static Subject weighted(String id, int threshold, Map<String, Integer> terms) {
    return new Subject(
        id,
        id,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        null,
        new Weights(threshold, terms));
  }

  static Rule rule(String id, Scope on, Condition when) {
    return new Rule(id, 1, on, when, Severity.WARNING, Rule.DEFAULT_REARM, null, Map.of());
  }

  static Rule match(String id, String query) {
    return rule(id, Scope.NONE, new Condition.Match(query));
  }

  public static Article body(String body) {
    return article("", "", body);
  }

  public static Article article(String title, String summary, String body) {
    return new Article(
        "a-1", null, "test", title, summary, body, "en", null, List.of(), null, null);
  }

  private static Subject of(
      String id,
      String name,
      List<Alias> aliases,
      List<String> shorts,
      List<String> demonyms,
      List<String> parts) {
    return new Subject(
        id, name, aliases, shorts, demonyms, parts, List.of("all"), null, null, null, null);
  }
}
