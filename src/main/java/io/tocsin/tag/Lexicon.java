package io.tocsin.tag;

import io.tocsin.model.Form;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What phrases mean as names: every way to write every subject, by the number of its phrase.
 * Immutable, in flat arrays of about 15 bytes a way, so that a million of them are nothing to a
 * process.
 */
@SuppressWarnings("EnumOrdinal") // packed into bits that never leave the process
final class Lexicon {
  private static final Form[] FORMS = Form.values();
  private static final int FORM_MASK = 0x0F;
  private static final int CAPITAL = 0x10;
  private static final int PERSON = 0x20;
  private static final int BARE = 0x40;

  private final int[] from;
  private final int[] subjects;
  private final byte[] kinds;
  private final @Nullable Conditions[] conditions;
  private final FirstNameKeys firstNames;

  private Lexicon(Builder builder, int phrases, int subjectCount) {
    int size = builder.size;
    from = new int[phrases + 1];
    for (int i = 0; i < size; i++) {
      from[builder.phrases[i] + 1]++;
    }
    for (int phrase = 0; phrase < phrases; phrase++) {
      from[phrase + 1] += from[phrase];
    }
    subjects = new int[size];
    kinds = new byte[size];
    conditions = new @Nullable Conditions[size];
    firstNames = builder.firstNames.build(subjectCount);
    int[] next = Arrays.copyOf(from, phrases);
    for (int i = 0; i < size; i++) {
      int at = next[builder.phrases[i]]++;
      subjects[at] = builder.subjects[i];
      kinds[at] = builder.kinds[i];
      conditions[at] = builder.conditions[i];
    }
  }

  /** Index of the first way to write a subject that a phrase is. */
  int from(int phrase) {
    return from[phrase];
  }

  /** One past the index of the last. */
  int to(int phrase) {
    return from[phrase + 1];
  }

  /** Number of the subject, in order of id. */
  int subject(int way) {
    return subjects[way];
  }

  /** What finding it means. */
  Form form(int way) {
    return FORMS[kinds[way] & FORM_MASK];
  }

  /** Whether it must begin with a capital where capitals say anything: "May" is no month. */
  boolean wantsCapital(int way) {
    return (kinds[way] & CAPITAL) != 0;
  }

  /** Whether its subject is a person. */
  boolean isOfPerson(int way) {
    return (kinds[way] & PERSON) != 0;
  }

  /** Whether it is a single word that is a person's name by itself. */
  boolean isBare(int way) {
    return (kinds[way] & BARE) != 0;
  }

  /** The first names of persons. */
  FirstNameKeys firstNames() {
    return firstNames;
  }

  /** What else must hold; null when nothing. */
  @Nullable Conditions conditions(int way) {
    return conditions[way];
  }

  /** Collects ways to write subjects. */
  static final class Builder {
    private final FirstNameKeys.Builder firstNames = new FirstNameKeys.Builder();
    private int size;
    private int[] phrases = new int[1024];
    private int[] subjects = new int[1024];
    private byte[] kinds = new byte[1024];
    private @Nullable Conditions[] conditions = new @Nullable Conditions[1024];

    /** Adds one; {@code words} says how many words it has. */
    void add(int phrase, int subject, Kind kind, int words, @Nullable Conditions condition) {
      if (size == phrases.length) {
        phrases = Arrays.copyOf(phrases, 2 * size);
        subjects = Arrays.copyOf(subjects, 2 * size);
        kinds = Arrays.copyOf(kinds, 2 * size);
        conditions = Arrays.copyOf(conditions, 2 * size);
      }
      boolean bare = kind.form() == Form.NAME && kind.person() && words == 1;
      phrases[size] = phrase;
      subjects[size] = subject;
      kinds[size] =
          (byte)
              (kind.form().ordinal()
                  | (kind.capital() ? CAPITAL : 0)
                  | (kind.person() ? PERSON : 0)
                  | (bare ? BARE : 0));
      conditions[size++] = condition;
    }

    /** Says that a word is the first name of a person. */
    void addFirstName(int subject, long key) {
      firstNames.add(subject, key);
    }

    /** Compiles them; every phrase that will be looked up must have been added before. */
    Lexicon build(int phraseCount, int subjectCount) {
      return new Lexicon(this, phraseCount, subjectCount);
    }
  }

  /**
   * What finding a way to write a subject means.
   *
   * @param form of the tag
   * @param capital whether it must begin with a capital where capitals say anything
   * @param person whether the subject is a person
   */
  record Kind(Form form, boolean capital, boolean person) {}
}
