package io.tocsin.model;

/**
 * A half-open range of UTF-16 units in one field of an article.
 *
 * @param field the field
 * @param start first unit
 * @param end one past the last
 */
public record FieldSpan(Field field, int start, int end) {}
