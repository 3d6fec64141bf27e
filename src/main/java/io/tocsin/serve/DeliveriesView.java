package io.tocsin.serve;

import io.tocsin.model.Delivery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was sent where; answered from memory. */
@FunctionalInterface
public interface DeliveriesView {
  /**
   * Attempts to bring alerts to sinks.
   *
   * @param alert id of an alert, oldest attempt first; null for all, newest first
   * @param limit at most so many
   */
  List<Delivery> attempts(@Nullable String alert, int limit);
}
