package io.tocsin.tag.names;

import io.tocsin.model.Field;
import io.tocsin.model.FieldSpan;
import io.tocsin.tag.text.Reading;
import io.tocsin.tag.text.Word;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Finds the runs of capitalised words in an article. */
final class RunFinder {
  /** When more than this share of the longer words begin with a capital, capitals mark no names. */
  private static final double TITLE_CASE = 0.6;

  private static final int LONGER_WORD = 4;

  private final Reading reading;
  private final List<Word> words;
  private final BitSet tagged;
  private final Set<Field> telling = EnumSet.noneOf(Field.class);
  private final List<NameRun> runs = new ArrayList<>();

  RunFinder(Reading reading, BitSet tagged) {
    this.reading = reading;
    this.words = reading.words();
    this.tagged = tagged;
    for (Field field : Field.ALL) {
      if (isTelling(field)) {
        telling.add(field);
      }
    }
  }

  /** The runs in reading order. */
  List<NameRun> find() {
    int at = 0;
    while (at < words.size()) {
      if (!isCapitalised(at)) {
        at++;
        continue;
      }
      int last = lastOf(at);
      addRun(at, last);
      at = last + 1;
    }
    return runs;
  }

  private boolean isTelling(Field field) {
    int longer = 0;
    int capitals = 0;
    for (Word word : words) {
      if (word.field() == field && word.folded().length() >= LONGER_WORD) {
        longer++;
        capitals += Character.isUpperCase(firstLetter(word)) ? 1 : 0;
      }
    }
    // A short text is judged by its words alone: three capitals in a row can be a name and nothing
    // else.
    return longer > 0 && capitals <= Math.max(LONGER_WORD - 1, longer * TITLE_CASE);
  }

  private int lastOf(int first) {
    int last = first;
    int at = first + 1;
    while (at < words.size() && isJoined(at)) {
      if (isCapitalised(at)) {
        last = at;
      } else if (tagged.get(at) || !NameWords.PARTICLES.contains(words.get(at).folded())) {
        break;
      }
      at++;
    }
    return last;
  }

  private void addRun(int runFirst, int last) {
    int first = withoutLeading(runFirst, last);
    if (first > last) {
      return;
    }
    for (int i = first; i <= last; i++) {
      if (NameWords.NOT_PERSONS.contains(words.get(i).folded())) {
        return;
      }
    }
    int end = last;
    while (end > first && NameWords.SUFFIXES.contains(words.get(end).folded())) {
      end--;
    }
    int units = 0;
    int surname = first;
    for (int i = first; i <= end; i++) {
      boolean particle = i > first && NameWords.PARTICLES.contains(words.get(i).folded());
      if (!particle && (i == first || !isHyphenated(i))) {
        units++;
        surname = i;
      }
    }
    boolean opens = first == 0 || words.get(first - 1).sentence() != words.get(first).sentence();
    boolean titled =
        !opens && isJoined(first) && NameWords.TITLES.contains(words.get(first - 1).folded());
    if (words.get(end).folded().length() > 1) {
      runs.add(new NameRun(first, last, units, surname, end, opens, titled, speaks(last)));
    }
  }

  /**
   * The first word that can be part of a name: titles, and whatever stands before a title, are not.
   */
  private int withoutLeading(int runFirst, int last) {
    int first = runFirst;
    for (int i = runFirst; i < last; i++) {
      if (NameWords.TITLES.contains(words.get(i).folded())) {
        first = i + 1;
      }
    }
    while (first <= last && isLeading(first)) {
      first++;
    }
    return first;
  }

  private boolean isLeading(int at) {
    String word = words.get(at).folded();
    return NameWords.TITLES.contains(word) || NameWords.OPENERS.contains(word);
  }

  /** Whether "said", or a comma and "a professor", or a comma and an age follow. */
  private boolean speaks(int last) {
    int next = last + 1;
    if (next >= words.size() || words.get(next).sentence() != words.get(last).sentence()) {
      return false;
    }
    String word = words.get(next).folded();
    String gap = gap(next);
    if (gap.isBlank()) {
      return NameWords.SAYING.contains(word);
    }
    boolean age = word.length() == 2 && word.chars().allMatch(Character::isDigit);
    return gap.strip().equals(",")
        && (age || NameWords.APPOSITION.contains(word) || NameWords.SAYING.contains(word));
  }

  /**
   * Whether a word stands with the one before it in one name: by a space, a hyphen, or the dot of
   * an initial or title.
   */
  private boolean isJoined(int at) {
    Word before = words.get(at - 1);
    if (before.sentence() != words.get(at).sentence()) {
      return false;
    }
    String gap = gap(at);
    if (gap.equals(" ") || gap.equals("\n") || gap.equals("\u00A0") || isHyphen(gap)) {
      return true;
    }
    boolean dot = gap.equals(". ") || gap.equals(".\n") || gap.equals(".");
    return dot && (before.folded().length() == 1 || NameWords.TITLES.contains(before.folded()));
  }

  private boolean isHyphenated(int at) {
    return isHyphen(gap(at));
  }

  private static boolean isHyphen(String gap) {
    return gap.equals("-") || gap.equals("\u2010") || gap.equals("\u2011");
  }

  /**
   * What stands between a word and the one before it in the same field; long gaps join nothing and
   * are cut.
   */
  private String gap(int at) {
    int from = words.get(at - 1).end();
    int to = Math.min(words.get(at).start(), from + 4);
    return reading.article().text(words.get(at).field()).substring(from, to);
  }

  /**
   * A capital and then small letters, or an initial; words in capitals are abbreviations or
   * shouting.
   */
  private boolean isCapitalised(int at) {
    Word word = words.get(at);
    if (tagged.get(at)
        || !telling.contains(word.field())
        || !Character.isUpperCase(firstLetter(word))) {
      return false;
    }
    String text = reading.article().text(word.field());
    boolean initial = word.folded().length() == 1 || text.charAt(word.end() - 1) == '.';
    return initial
        || text.substring(word.start(), word.end()).chars().anyMatch(Character::isLowerCase);
  }

  private int firstLetter(Word word) {
    return reading.article().text(word.field()).codePointAt(word.start());
  }

  /** Where a run stands. */
  static FieldSpan span(List<Word> words, int first, int last) {
    return new FieldSpan(words.get(first).field(), words.get(first).start(), words.get(last).end());
  }
}
