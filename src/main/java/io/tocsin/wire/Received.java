package io.tocsin.wire;

import io.tocsin.model.Article;

/**
 * An article that came through the door, repaired.
 *
 * @param article the article; offsets of tags refer to these texts
 * @param truncated whether its text was longer than the limit and only the head was kept
 */
public record Received(Article article, boolean truncated) {}
