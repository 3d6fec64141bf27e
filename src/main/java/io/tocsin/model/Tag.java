package io.tocsin.model;

/**
 * One place in an article where a subject was found.
 *
 * @param subject id of the subject
 * @param field the field of the article
 * @param start first UTF-16 unit of the surface in the field as received
 * @param end one past the last UTF-16 unit
 * @param surface the original characters between start and end
 * @param form how it was found
 * @param sentence number of the sentence, counted from 0 over title, summary and body in this order
 */
public record Tag(
    String subject, Field field, int start, int end, String surface, Form form, int sentence) {}
