package io.tocsin.tag;

import io.tocsin.model.Form;

/**
 * A way to write a subject, as far as it decides whom a place means.
 *
 * @param <S> how subjects are told apart
 */
interface Claimant<S> {
  /** The subject. */
  S subject();

  /** What finding it means. */
  Form form();

  /** Whether the subject is a person. */
  boolean ofPerson();

  /** Whether it is a single word that is a person's name by itself. */
  boolean bare();

  /** Whether only its very spelling counts. */
  boolean isExact();

  /** Whether of its last word only the beginning is given. */
  boolean isBeginning();

  /** The first of its folded words. */
  String firstWord();

  /**
   * Whether it names its subject whatever other subjects share: the longer names, and those of no
   * person.
   */
  default boolean full() {
    return form() == Form.NAME && !bare();
  }
}
