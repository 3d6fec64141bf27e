package io.tocsin.topology;

import io.tocsin.model.ScreenedArticle;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What passes from screen to tag.
 *
 * @param article the accepted article
 * @param clock newest trusted event time of its input partition, itself included; null before there
 *     is one
 */
public record Screened(ScreenedArticle article, @Nullable Instant clock) {}
