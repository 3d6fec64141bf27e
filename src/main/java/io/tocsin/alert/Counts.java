package io.tocsin.alert;

import io.tocsin.alert.spike.History;
import io.tocsin.model.pane.Hours;
import io.tocsin.model.pane.Panes;

/**
 * What was counted, as rules look at it.
 *
 * @param panes minute by minute, series by series
 * @param hours hour by hour, for longer
 * @param volume accepted articles, whatever they mention; it forgets when the desk tells it to
 */
public record Counts(Panes panes, Hours hours, History volume) {}
