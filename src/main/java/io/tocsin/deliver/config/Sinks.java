package io.tocsin.deliver.config;

import io.tocsin.outbound.OutboundPolicy;
import java.util.List;
import java.util.Set;

/**
 * What the file of sinks says.
 *
 * @param policy which addresses may be called
 * @param sinks in the order of the file; empty for none
 */
public record Sinks(OutboundPolicy policy, List<SinkSpec> sinks) {
  /** No sink at all, which is the default. */
  public static final Sinks NONE = new Sinks(new OutboundPolicy(Set.of(), Set.of()), List.of());

  /** Copies the list. */
  public Sinks {
    sinks = List.copyOf(sinks);
  }
}
