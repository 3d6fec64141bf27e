package io.tocsin.wire.watchlist;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the reading of one subject or rule has to say: its problems, under its id, and what it
 * refers to.
 *
 * @param problems where problems go
 * @param id of the subject or rule; null when it could not be read
 * @param strict whether unknown keys are refused; records on the topic may be of a newer version
 *     and are read leniently
 * @param references ids and groups it names
 */
record Report(Problems problems, @Nullable String id, boolean strict, List<Reference> references) {

  /**
   * The name of something else, to be checked when everything is read.
   *
   * @param place where it stands
   * @param owner id of the subject or rule that names it
   * @param group true for a group, false for a subject
   * @param name the name
   */
  record Reference(Place place, @Nullable String owner, boolean group, String name) {}

  static Report of(Problems problems, boolean strict) {
    return new Report(problems, null, strict, new ArrayList<>());
  }

  Report withId(@Nullable String newId) {
    return new Report(problems, newId, strict, references);
  }

  void problem(Value at, String message) {
    problems.add(at.place(), id, message);
  }

  void refersTo(Value at, boolean group, String name) {
    references.add(new Reference(at.place(), id, group, name));
  }
}
