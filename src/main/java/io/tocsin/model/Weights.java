package io.tocsin.model;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A weighted list: it matches when the sum over the terms of weight × occurrences (each term at
 * most three times) reaches the threshold.
 *
 * @param threshold the sum that is needed
 * @param terms weight by term; negative weights speak against
 */
public record Weights(int threshold, Map<String, Integer> terms) {
  /** Makes the terms immutable. */
  public Weights {
    terms = Collections.unmodifiableMap(new TreeMap<>(terms));
  }
}
