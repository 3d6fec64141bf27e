package io.tocsin.tag;

import io.tocsin.tag.Surroundings.Before;
import io.tocsin.tag.text.Reading;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
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
final class Senses {
  private final Map<String, Set<String>> firstNames;
  private final Surroundings surroundings;
  private final Map<String, TreeSet<Integer>> claims = new HashMap<>();
  private final Set<String> shown = new HashSet<>();
  private final Set<String> things = new HashSet<>();
  private final Set<String> small = new HashSet<>();

  /**
   * @param firstNames folded first names by id of person
   */
  Senses(Map<String, Set<String>> firstNames, Reading reading, Casing casing) {
    this.firstNames = firstNames;
    this.surroundings = new Surroundings(reading, casing);
  }

  /** Whether the words of a spelling can be one of its subject, whatever else the article says. */
  boolean canBe(Spelling spelling, int at, int length) {
    int last = at + length - 1;
    return switch (spelling.form()) {
      case DEMONYM, QUERY, IMPLIED -> true;
      case NAME, SHORT -> {
        if (!spelling.ofPerson()) {
          yield true;
        }
        if (spelling.exact().isEmpty() && surroundings.isSmall(last)) {
          yield false;
        }
        if (spelling.full()) {
          yield !surroundings.isThing(last);
        }
        yield !goesOn(spelling, at, last) && before(spelling, at) != Before.OTHER;
      }
    };
  }

  private boolean goesOn(Spelling spelling, int at, int last) {
    return surroundings.goesOn(last)
        || surroundings.isBracketed(at)
        || things.contains(surroundings.partner(at) + " " + spelling.term().words().get(0));
  }

  /** A full name stands here. */
  void claim(String subject, int at) {
    claims.computeIfAbsent(subject, s -> new TreeSet<>()).add(at);
  }

  /** A surname or a short form stands here: what it says about others of its kind. */
  void see(Spelling spelling, int at, int length) {
    if (!spelling.ofPerson() || spelling.full()) {
      return;
    }
    if (spelling.bare() && !spelling.term().prefix() && surroundings.isSmall(at)) {
      small.add(spelling.term().words().get(0));
    }
    String partner = surroundings.partner(at);
    if (!partner.isEmpty()
        && surroundings.isThing(at + length - 1)
        && !firstNames(spelling).contains(partner)) {
      things.add(partner + " " + spelling.term().words().get(0));
    }
    if (!canBe(spelling, at, length)) {
      return;
    }
    Before before = before(spelling, at);
    if (before == Before.OWN && !firstNames(spelling).isEmpty()) {
      claim(spelling.subject(), at);
    }
    if (spelling.bare() && (before == Before.OWN || before == Before.TITLE)) {
      shown.add(spelling.subject());
    }
  }

  /** Whether a bare alias is clear in this article. */
  boolean isClear(Spelling bare) {
    String word = bare.term().words().get(0);
    boolean ordinary = small.contains(word) || SenseWords.ORDINARY.contains(word);
    return !ordinary || shown.contains(bare.subject()) || claims.containsKey(bare.subject());
  }

  /** Whether a short form counts here. */
  boolean counts(Spelling shortForm, int at, int length) {
    if (!claims.containsKey(shortForm.subject())) {
      return false;
    }
    List<String> words = shortForm.term().words();
    boolean ordinary =
        shortForm.ofPerson() && words.size() == 1 && SenseWords.ORDINARY.contains(words.get(0));
    return !ordinary
        || !surroundings.isCapitalIdle(at)
        || before(shortForm, at) != Before.NOTHING
        || surroundings.speaks(at + length - 1);
  }

  /** The one of several subjects that is meant at a place. */
  Optional<String> nearest(Collection<String> subjects, int at) {
    if (subjects.size() < 2) {
      return subjects.stream().findFirst();
    }
    TreeMap<Integer, Set<String>> before = new TreeMap<>();
    TreeMap<Integer, Set<String>> after = new TreeMap<>();
    for (String subject : subjects) {
      TreeSet<Integer> places = claims.getOrDefault(subject, new TreeSet<>());
      add(before, places.floor(at), subject);
      add(after, places.higher(at), subject);
    }
    Set<String> chosen =
        !before.isEmpty()
            ? before.lastEntry().getValue()
            : after.isEmpty() ? Set.of() : after.firstEntry().getValue();
    return chosen.size() == 1 ? chosen.stream().findFirst() : Optional.empty();
  }

  private static void add(
      Map<Integer, Set<String>> places, @Nullable Integer place, String subject) {
    if (place != null) {
      places.computeIfAbsent(place, p -> new HashSet<>()).add(subject);
    }
  }

  private Before before(Spelling spelling, int at) {
    return surroundings.before(at, firstNames(spelling));
  }

  private Set<String> firstNames(Spelling spelling) {
    return firstNames.getOrDefault(spelling.subject(), Set.of());
  }
}
