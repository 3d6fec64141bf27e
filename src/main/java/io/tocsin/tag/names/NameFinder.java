package io.tocsin.tag.names;

import io.tocsin.model.FieldSpan;
import io.tocsin.model.Name;
import io.tocsin.model.Tag;
import io.tocsin.tag.text.Reading;
import io.tocsin.tag.text.Word;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds persons that no watchlist has: two to four capitalised words that are no days, peoples or
 * organisations. At the start of a sentence, where capitals say nothing, one sign more is needed: a
 * title, a word of saying, a common given name, or the name again. A surname by itself joins the
 * full name before it, unless two names share it.
 */
public final class NameFinder {
  /** More names than these in one article are a list, not news. */
  public static final int MAX_NAMES = 50;

  /** Most places of one name; an article that repeats it more often carries the first ones. */
  static final int MAX_SPANS = 20;

  private static final int MOST_UNITS = 4;

  /** Sum of the signs, below which a run is no name. */
  private static final double ENOUGH = 0.35;

  private static final double WITHIN_SENTENCE = 0.4;
  private static final double AT_SENTENCE_START = 0.2;
  private static final double TITLE = 0.3;
  private static final double SPEAKS = 0.3;
  private static final double GIVEN_NAME = 0.25;
  private static final double REPEATED = 0.15;
  private static final double MOST = 0.95;

  private NameFinder() {}

  /**
   * The names, in the order in which they first stand.
   *
   * @param reading the article
   * @param tags of subjects, in reading order; names never overlap them
   */
  public static List<Name> find(Reading reading, List<Tag> tags) {
    List<NameRun> runs = new RunFinder(reading, tagged(reading.words(), tags)).find();
    Map<String, List<NameRun>> full = new LinkedHashMap<>();
    Map<String, List<String>> bySurname = new HashMap<>();
    for (NameRun run : runs) {
      if (run.units() >= 2 && run.units() <= MOST_UNITS) {
        String surname = surname(run, reading.words());
        String key = reading.words().get(run.first()).folded() + " " + surname;
        full.computeIfAbsent(key, k -> newKey(k, surname, bySurname)).add(run);
      }
    }
    for (NameRun run : runs) {
      List<String> owners =
          run.units() == 1
              ? bySurname.getOrDefault(surname(run, reading.words()), List.of())
              : List.of();
      if (owners.size() == 1) {
        List<NameRun> group = full.getOrDefault(owners.get(0), List.of());
        if (group.get(0).first() < run.first()) {
          group.add(run);
        }
      }
    }
    List<Name> names = new ArrayList<>();
    for (List<NameRun> group : full.values()) {
      double confidence = confidence(group, reading.words());
      if (confidence >= ENOUGH && names.size() < MAX_NAMES) {
        names.add(name(group, confidence, reading));
      }
    }
    return names;
  }

  private static List<NameRun> newKey(
      String key, String surname, Map<String, List<String>> bySurname) {
    bySurname.computeIfAbsent(surname, s -> new ArrayList<>()).add(key);
    return new ArrayList<>();
  }

  private static String surname(NameRun run, List<Word> words) {
    StringBuilder surname = new StringBuilder();
    for (int i = run.surname(); i <= run.surnameEnd(); i++) {
      surname.append(words.get(i).folded()).append('-');
    }
    return surname.toString();
  }

  private static double confidence(List<NameRun> group, List<Word> words) {
    boolean within = group.stream().anyMatch(run -> !run.opensSentence() && run.units() > 1);
    double sum = within ? WITHIN_SENTENCE : AT_SENTENCE_START;
    sum += group.stream().anyMatch(NameRun::titled) ? TITLE : 0;
    sum += group.stream().anyMatch(NameRun::speaks) ? SPEAKS : 0;
    sum += NameWords.GIVEN.contains(words.get(group.get(0).first()).folded()) ? GIVEN_NAME : 0;
    sum += group.size() > 1 ? REPEATED : 0;
    return Math.round(Math.min(MOST, sum) * 100) / 100.0;
  }

  /** The longest form is the name; line breaks and double spaces in it are one space. */
  private static Name name(List<NameRun> group, double confidence, Reading reading) {
    List<Word> words = reading.words();
    String longest = "";
    List<FieldSpan> spans = new ArrayList<>();
    for (NameRun run : group) {
      String surface =
          reading.surface(words.get(run.first()), words.get(run.last())).replaceAll("\\s+", " ");
      longest = surface.length() > longest.length() ? surface : longest;
      spans.add(RunFinder.span(words, run.first(), run.last()));
    }
    spans.sort(Comparator.comparing(FieldSpan::field).thenComparingInt(FieldSpan::start));
    List<FieldSpan> first = spans.subList(0, Math.min(MAX_SPANS, spans.size()));
    return new Name(longest, "person", confidence, first);
  }

  /** The words that overlap a tag. */
  private static BitSet tagged(List<Word> words, List<Tag> tags) {
    BitSet tagged = new BitSet(words.size());
    int next = 0;
    for (Tag tag : tags) {
      while (next < words.size() && isBefore(words.get(next), tag)) {
        next++;
      }
      for (int i = next; i < words.size() && overlaps(words.get(i), tag); i++) {
        tagged.set(i);
      }
    }
    return tagged;
  }

  private static boolean isBefore(Word word, Tag tag) {
    int byField = word.field().compareTo(tag.field());
    return byField < 0 || (byField == 0 && word.end() <= tag.start());
  }

  private static boolean overlaps(Word word, Tag tag) {
    return word.field() == tag.field() && word.start() < tag.end();
  }
}
