package io.tocsin.model;

/**
 * One article mentions one subject, however often.
 *
 * @param subject the subject with its name and kind, so that readers need no watchlist
 * @param occurrences how many tags of it the article has
 * @param rel whether the article is about it or merely mentions it
 */
public record SubjectMention(SubjectRef subject, int occurrences, Rel rel) {}
