package io.tocsin.tag.stored;

/** Subjects that were found in one article so far, in reading order. */
public interface TaggedPlaces {
  /** How many places there are. */
  int size();

  /** The number of the subject at one of them. */
  int subject(int index);

  /** Index of its first word. */
  int first(int index);

  /** Index of its last word. */
  int last(int index);
}
