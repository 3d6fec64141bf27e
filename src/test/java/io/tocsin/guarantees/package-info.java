/**
 * What must be true of every run, as objects that read the topics after it and judge. Before them
 * stands a run, whatever happened in it: poison, disorder, kills, a second instance.
 */
@NullMarked
package io.tocsin.guarantees;

import org.jspecify.annotations.NullMarked;
