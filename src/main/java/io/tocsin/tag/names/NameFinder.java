package io.tocsin.tag.names;

import io.tocsin.model.FieldSpan;
import io.tocsin.model.Name;
import io.tocsin.model.Tag;
import io.tocsin.tag.text.Scan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds persons, organisations and places that no watchlist has, by rules: capitals weighed over
 * the whole article, titles, heads and endings of names, the words around them, and the subjects
 * that were tagged. The same name is judged once for the whole article; a surname by itself joins
 * the full name before it. Linear in the length of the article. Reused from article to article by
 * one thread.
 */
public final class NameFinder {
  /** More names than these in one article are a list, not news. */
  public static final int MAX_NAMES = 100;

  /** Most places of one name; an article that repeats it more often carries the first ones. */
  static final int MAX_SPANS = 20;

  /** Evidence below which a run is no name. */
  private static final double ENOUGH = 0.5;

  /** What the full name says about its surname, and what the kin of a tag says. */
  private static final double KIN = 4;

  private final ArticleWords words = new ArticleWords();
  private final Evidence evidence = new Evidence(words);
  private final KeyTable groupKeys = new KeyTable();
  private final List<Group> groups = new ArrayList<>();
  private final Kin kin = new Kin();

  /**
   * The names, in the order in which they first stand. A name that is the same words as a tag, or
   * stands within one, is not reported; one that holds more words than the tag in it is.
   *
   * @param scan the article, as read
   * @param tags of subjects, in reading order
   */
  public List<Name> find(Scan scan, List<Tag> tags) {
    words.read(scan, tags);
    groupKeys.clear();
    groups.clear();
    kin.clear();
    List<Run> runs = new RunFinder(words).find();
    Acronyms acronyms = new Acronyms(words, runs);
    for (Run run : runs) {
      Kind tag = evidence.exactTag(run);
      if (tag != null && !evidence.isClub(run)) {
        kin.put(scan.keys()[tag == Kind.PERSON ? run.last : run.first], tag);
      } else if (!evidence.isNoName(run)) {
        evidence.weigh(run);
        group(run, acronyms.key(run));
      }
    }
    relate();
    return names(joined());
  }

  private void group(Run run, long key) {
    int known = groupKeys.size();
    int number = groupKeys.add(key);
    if (number == known) {
      groups.add(new Group(run));
    } else {
      groups.get(number).add(run);
    }
  }

  /** Notes what full names say about their parts. */
  private void relate() {
    for (Group group : groups) {
      group.weigh();
      Run run = group.first();
      if (run.words() == 1) {
        continue;
      }
      Kind kind = group.best();
      if (kind == Kind.PERSON) {
        kin.putPerson(words.scan.keys()[run.last], group);
      } else if (kind == Kind.ORGANISATION && !words.is(run.first, WordClass.COMMON)) {
        kin.putIfAbsent(words.scan.keys()[run.first], kind);
      }
    }
  }

  /**
   * The groups that stand for themselves, in the order in which they first stand; surnames have
   * joined their full names.
   */
  private List<Group> joined() {
    List<Group> kept = new ArrayList<>(groups.size());
    for (Group group : groups) {
      Group owner = group.first().words() == 1 ? owner(group) : null;
      if (owner != null) {
        owner.join(group);
      }
      Group whole = owner == null ? group : owner;
      if (!whole.isListed()) {
        whole.list();
        kept.add(whole);
      }
    }
    return kept;
  }

  /** The one full name that a single word is the surname of; null when it is nobody's. */
  private @Nullable Group owner(Group group) {
    long key = words.scan.keys()[group.first().first];
    Kind related = kin.of(key);
    if (related != null) {
      group.add(related, KIN);
    }
    return group.best() == Kind.PERSON ? kin.onlyPerson(key) : null;
  }

  private List<Name> names(List<Group> kept) {
    List<Name> names = new ArrayList<>(kept.size());
    for (Group group : kept) {
      if (group.most() >= ENOUGH && names.size() < MAX_NAMES) {
        names.add(name(group));
      }
    }
    return names;
  }

  private Name name(Group group) {
    Scan scan = words.scan;
    String longest = "";
    List<Run> places = group.places();
    List<FieldSpan> spans = new ArrayList<>(Math.min(MAX_SPANS, places.size()));
    for (Run run : places.subList(0, Math.min(MAX_SPANS, places.size()))) {
      FieldSpan span =
          new FieldSpan(scan.field(run.first), scan.start(run.first), scan.end(run.last));
      if (span.end() - span.start() > longest.length()) {
        String surface = Spacing.single(scan.surface(run.first, run.last));
        longest = surface.length() > longest.length() ? surface : longest;
      }
      spans.add(span);
    }
    return new Name(longest, group.best().word(), group.confidence(), spans);
  }
}
