package io.tocsin.model;

import java.util.List;

/**
 * Which subjects a rule looks at, each by itself: the union of its parts.
 *
 * @param subjects ids
 * @param groups names of groups
 * @param kinds kinds such as {@code person}
 * @param all every subject
 */
public record Scope(List<String> subjects, List<String> groups, List<String> kinds, boolean all) {
  /** No subject: for rules that name their own. */
  public static final Scope NONE = new Scope(List.of(), List.of(), List.of(), false);

  /** Makes the lists immutable. */
  public Scope {
    subjects = List.copyOf(subjects);
    groups = List.copyOf(groups);
    kinds = List.copyOf(kinds);
  }

  /** Whether the subject belongs to it. */
  public boolean covers(Subject subject) {
    return all
        || subjects.contains(subject.id())
        || kinds.contains(subject.ref().kind())
        || subject.groups().stream().anyMatch(groups::contains);
  }
}
