/**
 * Draws what a back-test found: one SVG per alert and a page that shows them all, without a script.
 * Before it stand the runs of {@code backtest}; after it only a reader's eyes.
 */
@NullMarked
package io.tocsin.backtest.chart;

import org.jspecify.annotations.NullMarked;
