package io.tocsin.topology;

import io.tocsin.model.Mention;
import io.tocsin.model.Tick;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets one mention fail by itself. A fault of ours in counting or alerting must not stop the stream
 * at the same record for ever: it is logged with the article's id, counted, and the stream goes on.
 * What Kafka throws is not ours to catch: it is how tasks migrate and transactions end.
 */
public final class Guarded {
  private static final Logger logger = LoggerFactory.getLogger(Guarded.class);

  private final FlowMeter.Step step;
  private final FlowMeter meter;

  /** A guard over one step, which tells a meter of each failure. */
  public Guarded(FlowMeter.Step step, FlowMeter meter) {
    this.step = step;
    this.meter = meter;
  }

  /** The result; empty when the work failed on this mention. */
  public <T> Optional<T> of(Mention mention, Supplier<T> work) {
    return of(
        () -> "on article " + mention.evidence().article() + " in series " + mention.seriesKey(),
        work);
  }

  /** The result; empty when the work failed at this time. */
  public <T> Optional<T> of(Tick tick, Supplier<T> work) {
    return of(() -> "when event time came to " + tick.now(), work);
  }

  private <T> Optional<T> of(Supplier<String> where, Supplier<T> work) {
    try {
      return Optional.of(work.get());
    } catch (KafkaException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError fault) {
      meter.failed(step);
      logger.error("{} failed {}; it goes on without it", step.word(), where.get(), fault);
      return Optional.empty();
    }
  }
}
