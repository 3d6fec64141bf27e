package io.tocsin.alert;

import java.time.Instant;

/**
 * On what a change of an episode stands.
 *
 * @param windows the windows that were looked at
 * @param end last minute of the window that decided
 * @param decidedAt event time that decided
 * @param watchlistVersion version of the watchlist that decided
 */
record Finding(WindowView windows, long end, Instant decidedAt, long watchlistVersion) {}
