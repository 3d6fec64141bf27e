package io.tocsin.tag;

import io.tocsin.tag.Surroundings.Before;
import io.tocsin.tag.text.TextWords;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Whom surnames and short forms mean in one article: filled with the places of full names, then
 * asked place by place.
 *
 * <ol>
 *   <li>A <i>full</i> name is an alias of several words, or any alias of what is no person. It
 *       <i>claims</i> its subject for the whole article, before it and after it: headlines say
 *       surnames only. So does a surname behind the person's first name, initials between them or
 *       not.
 *   <li>A person's name is not written small where the field has capitals at all.
 *   <li>A surname is no person where a longer name goes on after it (Bond Corp, Baker Street) or
 *       where another's first name stands before it (Tammy Baker). A full name followed by the word
 *       for a thing (Foundation, Airport) is the thing.
 *   <li>What stands before a surname in the longer name of a thing (McDonnell Douglas Corp) makes
 *       the two that thing again anywhere in the article, unless it is the person's own first name.
 *   <li>A <i>bare</i> alias, one word of a person, counts by itself. When it is an ordinary word,
 *       by list or because the article also writes it small, it counts only where the subject is
 *       claimed, or once a title or first name stands before it anywhere in the article.
 *   <li>A <i>short</i> form counts only in an article that claims its subject. When it is a
 *       person's and an ordinary word, and its capital says nothing (at the start of a sentence, in
 *       a headline), a title before it or a verb of saying after it is needed as well.
 *   <li>Of several subjects, a bare alias without conditions goes before one with conditions and
 *       before short forms. Among the rest the nearest claim before the place decides; where none
 *       stands before it, the first after it; where there is no claim at all, it is nobody's.
 * </ol>
 */
final class Senses<S extends Comparable<S>> {
  private final FirstNames<S> firstNames;
  private final Surroundings surroundings;
  private final Map<S, TreeSet<Integer>> claims = new HashMap<>();
  private final Set<S> shown = new HashSet<>();
  private final Set<String> things = new HashSet<>();
  private final Set<String> small = new HashSet<>();

  /**
   * @param words of the article
   */
  Senses(FirstNames<S> firstNames, TextWords words, Casing casing) {
    this.firstNames = firstNames;
    this.surroundings = new Surroundings(words, casing);
  }

  /** Whether the words of a spelling can be one of its subject, whatever else the article says. */
  boolean canBe(Claimant<S> spelling, int at, int length) {
    int last = at + length - 1;
    return switch (spelling.form()) {
      case DEMONYM, QUERY, IMPLIED -> true;
      case NAME, SHORT -> {
        if (!spelling.ofPerson()) {
          yield true;
        }
        if (!spelling.isExact() && surroundings.isSmall(last)) {
          yield false;
        }
        if (spelling.full()) {
          yield !surroundings.isThing(last);
        }
        yield !goesOn(spelling, at, last) && before(spelling, at) != Before.OTHER;
      }
    };
  }

  private boolean goesOn(Claimant<S> spelling, int at, int last) {
    return surroundings.goesOn(last)
        || surroundings.isBracketed(at)
        || things.contains(surroundings.partner(at) + " " + spelling.firstWord());
  }

  /** A full name stands here. */
  void claim(S subject, int at) {
    claims.computeIfAbsent(subject, s -> new TreeSet<>()).add(at);
  }

  /** A surname or a short form stands here: what it says about others of its kind. */
  void see(Claimant<S> spelling, int at, int length) {
    if (!spelling.ofPerson() || spelling.full()) {
      return;
    }
    if (spelling.bare() && !spelling.isBeginning() && surroundings.isSmall(at)) {
      small.add(spelling.firstWord());
    }
    String partner = surroundings.partner(at);
    if (!partner.isEmpty()
        && surroundings.isThing(at + length - 1)
        && !firstNames.isOf(spelling.subject(), at - 1)) {
      things.add(partner + " " + spelling.firstWord());
    }
    if (!canBe(spelling, at, length)) {
      return;
    }
    Before before = before(spelling, at);
    if (before == Before.OWN && firstNames.anyOf(spelling.subject())) {
      claim(spelling.subject(), at);
    }
    if (spelling.bare() && (before == Before.OWN || before == Before.TITLE)) {
      shown.add(spelling.subject());
    }
  }

  /** Whether a bare alias is clear in this article. */
  boolean isClear(Claimant<S> bare) {
    String word = bare.firstWord();
    boolean ordinary = small.contains(word) || SenseWords.ORDINARY.contains(word);
    return !ordinary || shown.contains(bare.subject()) || claims.containsKey(bare.subject());
  }

  /** Whether a short form counts here. */
  boolean counts(Claimant<S> shortForm, int at, int length) {
    if (!claims.containsKey(shortForm.subject())) {
      return false;
    }
    boolean ordinary =
        shortForm.ofPerson() && length == 1 && SenseWords.ORDINARY.contains(shortForm.firstWord());
    return !ordinary
        || !surroundings.isCapitalIdle(at)
        || before(shortForm, at) != Before.NOTHING
        || surroundings.speaks(at + length - 1);
  }

  /** The one of several subjects that is meant at a place. */
  Optional<S> nearest(Collection<S> subjects, int at) {
    if (subjects.size() < 2) {
      return subjects.stream().findFirst();
    }
    TreeMap<Integer, Set<S>> before = new TreeMap<>();
    TreeMap<Integer, Set<S>> after = new TreeMap<>();
    for (S subject : subjects) {
      TreeSet<Integer> places = claims.getOrDefault(subject, new TreeSet<>());
      add(before, places.floor(at), subject);
      add(after, places.higher(at), subject);
    }
    Set<S> chosen =
        !before.isEmpty()
            ? before.lastEntry().getValue()
            : after.isEmpty() ? Set.of() : after.firstEntry().getValue();
    return chosen.size() == 1 ? chosen.stream().findFirst() : Optional.empty();
  }

  private static <S> void add(Map<Integer, Set<S>> places, @Nullable Integer place, S subject) {
    if (place != null) {
      places.computeIfAbsent(place, p -> new HashSet<>()).add(subject);
    }
  }

  private Before before(Claimant<S> spelling, int at) {
    S subject = spelling.subject();
    return surroundings.before(
        at, firstNames.anyOf(subject), word -> firstNames.isOf(subject, word));
  }
}
