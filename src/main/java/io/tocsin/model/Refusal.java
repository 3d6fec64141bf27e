package io.tocsin.model;

import org.jspecify.annotations.Nullable;

/**
 * A record that is no article, and why.
 *
 * @param reason the closed reason
 * @param detail one sentence for a person: what is wrong, where, and what would be right; never the
 *     text itself
 * @param field the field at fault, when there is one
 */
public record Refusal(Reason reason, String detail, @Nullable String field) {}
