package io.tocsin.model;

/**
 * A half-open range of UTF-16 units in some text.
 *
 * @param start first unit
 * @param end one past the last
 */
public record Span(int start, int end) {}
