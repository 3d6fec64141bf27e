package io.tocsin.serve;

import io.tocsin.metrics.Meters;
import io.tocsin.model.Watchlist;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the web server shows and where it hands on what it takes.
 *
 * @param meters for the scrape, and where requests are counted
 * @param health for the probes
 * @param intake takes articles
 * @param news the read model
 * @param hub its stream
 * @param watchlist the newest version that this instance holds
 * @param deliveries what was sent where
 */
public record WebParts(
    Meters meters,
    HealthView health,
    Intake intake,
    LiveView news,
    EventHub hub,
    Supplier<Watchlist> watchlist,
    DeliveriesView deliveries) {

  /** Parts without deliveries. */
  public WebParts(
      Meters meters,
      HealthView health,
      Intake intake,
      LiveView news,
      EventHub hub,
      Supplier<Watchlist> watchlist) {
    this(meters, health, intake, news, hub, watchlist, (alert, limit) -> List.of());
  }
}
