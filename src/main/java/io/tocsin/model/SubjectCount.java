package io.tocsin.model;

import java.time.Duration;
import java.time.Instant;

/**
 * The value of {@code news.counts}: how often a subject was mentioned in one slice of event time,
 * as known now. A later record for the same subject and start replaces it.
 *
 * @param subject the subject
 * @param start first instant of the slice
 * @param size its length; one minute for a pane
 * @param articles mentions: articles that mention the subject
 * @param stories distinct stories among them
 * @param voices distinct publishers among them
 * @param occurrences tags in all of them
 * @param late how many of the articles were late
 */
public record SubjectCount(
    SubjectRef subject,
    Instant start,
    Duration size,
    long articles,
    long stories,
    long voices,
    long occurrences,
    long late) {}
