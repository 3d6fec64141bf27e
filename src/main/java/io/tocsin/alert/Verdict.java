package io.tocsin.alert;

import org.jspecify.annotations.Nullable;

/**
 * What a judge says of the window that ends with a minute.
 *
 * @param standsOut whether it is one to alert on
 * @param low whether an episode ends here, when it stays so for the rule's hold
 * @param score by which the highest window of an episode is chosen
 * @param window its length in minutes
 * @param standing how it stands against the past; null where a rule counts nothing there
 */
record Verdict(
    boolean standsOut, boolean low, double score, long window, @Nullable Standing standing) {}
