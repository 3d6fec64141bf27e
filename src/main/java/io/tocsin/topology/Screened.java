package io.tocsin.topology;

import io.tocsin.model.ScreenedArticle;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An article and the clock that it was held against.
 *
 * @param article the accepted article
 * @param clock newest trusted event time of its input partition, itself included; null before there
 *     is one
 */
public record Screened(ScreenedArticle article, @Nullable Instant clock) {}
