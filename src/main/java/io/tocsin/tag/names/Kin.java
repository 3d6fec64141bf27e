package io.tocsin.tag.names;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the full names of one article say about single words: the surnames of persons, the first
 * words of organisations and the like. Reused from article to article by one thread.
 */
final class Kin {
  private final KeyTable keys = new KeyTable();
  private final List<Kind> kinds = new ArrayList<>();

  /** The person whose surname it is; null where there is none. */
  private final List<@Nullable Group> persons = new ArrayList<>();

  /** Whether several persons share it. */
  private final List<Boolean> shared = new ArrayList<>();

  void clear() {
    keys.clear();
    kinds.clear();
    persons.clear();
    shared.clear();
  }

  /** Notes a kind; the last one counts. */
  void put(long word, Kind kind) {
    kinds.set(number(word, kind), kind);
  }

  /** Notes a kind where none is known. */
  void putIfAbsent(long word, Kind kind) {
    number(word, kind);
  }

  /** Notes the surname of a person. */
  void putPerson(long word, Group person) {
    int number = number(word, Kind.PERSON);
    kinds.set(number, Kind.PERSON);
    shared.set(number, persons.get(number) != null);
    persons.set(number, person);
  }

  private int number(long word, Kind kind) {
    int known = keys.size();
    int number = keys.add(word);
    if (number == known) {
      kinds.add(kind);
      persons.add(null);
      shared.add(false);
    }
    return number;
  }

  /** The kind that a word is known for; null for none. */
  @Nullable Kind of(long word) {
    int number = keys.find(word);
    return number < 0 ? null : kinds.get(number);
  }

  /** The only person with this surname; null when there is none, or more than one. */
  @Nullable Group onlyPerson(long word) {
    int number = keys.find(word);
    return number < 0 || shared.get(number) ? null : persons.get(number);
  }
}
