package io.tocsin.topology;

import io.tocsin.model.Mention;
import io.tocsin.model.pane.Pane;

/**
 * A pane after some mentions were counted in it.
 *
 * @param mention the one that stands for all when rules are looked at
 * @param pane with all of them
 */
record Counted(Mention mention, Pane pane) {}
