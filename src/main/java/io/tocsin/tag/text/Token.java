package io.tocsin.tag.text;

/**
 * One word of some text.
 *
 * @param folded what is compared; never empty
 * @param start first UTF-16 unit in the original text
 * @param end one past the last; a possessive 's lies outside
 */
public record Token(String folded, int start, int end) {}
