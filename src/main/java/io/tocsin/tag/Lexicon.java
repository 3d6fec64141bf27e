package io.tocsin.tag;

import io.tocsin.model.Form;
import io.tocsin.tag.match.Phrases;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What phrases mean as names: every way to write every subject, by the number of its phrase.
 * Immutable, in flat arrays of about 15 bytes a way, so that a million of them are nothing to a
 * process.
 */
final class Lexicon {
  private static final Form[] FORMS = Form.values();
  private static final int CAPITAL = 0x10;

  private final int[] from;
  private final int[] subjects;
  private final byte[] kinds;
  private final @Nullable Conditions[] conditions;

  private Lexicon(Builder builder, int phrases) {
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
    return FORMS[kinds[way] & CAPITAL - 1];
  }

  /** Whether it must begin with a capital where capitals say anything: "May" is no month. */
  boolean wantsCapital(int way) {
    return (kinds[way] & CAPITAL) != 0;
  }

  /** What else must hold; null when nothing. */
  @Nullable Conditions conditions(int way) {
    return conditions[way];
  }

  /** Collects ways to write subjects. */
  static final class Builder {
    private int size;
    private int[] phrases = new int[1024];
    private int[] subjects = new int[1024];
    private byte[] kinds = new byte[1024];
    private @Nullable Conditions[] conditions = new @Nullable Conditions[1024];

    /** Adds one. */
    void add(
        int phrase, int subject, Form form, boolean capital, @Nullable Conditions condition) {
      if (size == phrases.length) {
        phrases = Arrays.copyOf(phrases, 2 * size);
        subjects = Arrays.copyOf(subjects, 2 * size);
        kinds = Arrays.copyOf(kinds, 2 * size);
        conditions = Arrays.copyOf(conditions, 2 * size);
      }
      phrases[size] = phrase;
      subjects[size] = subject;
      kinds[size] = (byte) (form.ordinal() | (capital ? CAPITAL : 0));
      conditions[size++] = condition;
    }

    /** Compiles them; every phrase that will be looked up must have been added before. */
    Lexicon build(Phrases.Builder all) {
      return new Lexicon(this, all.size());
    }
  }
}
