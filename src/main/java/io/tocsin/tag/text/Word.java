package io.tocsin.tag.text;

import io.tocsin.model.Field;

/**
 * One word of an article.
 *
 * @param folded what is compared; never empty
 * @param field where it stands
 * @param start first UTF-16 unit in that field as received
 * @param end one past the last; a possessive 's lies outside
 * @param sentence number of its sentence, counted over the whole article
 */
public record Word(String folded, Field field, int start, int end, int sentence) {}
