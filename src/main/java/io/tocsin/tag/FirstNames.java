package io.tocsin.tag;

/**
 * The first names of persons in one article.
 *
 * @param <S> how subjects are told apart
 */
interface FirstNames<S> {
  /** Whether a first name of a subject is known. */
  boolean anyOf(S subject);

  /** Whether a word of the article is a first name of a subject. */
  boolean isOf(S subject, int word);
}
