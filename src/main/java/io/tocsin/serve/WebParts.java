package io.tocsin.serve;

import io.tocsin.ingest.feed.FeedStatus;
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
 * @param sources every feed with its state
 */
public record WebParts(
    Meters meters,
    HealthView health,
    Intake intake,
    LiveView news,
    EventHub hub,
    Supplier<Watchlist> watchlist,
    Supplier<List<FeedStatus>> sources) {

  /** The parts of a service without feeds. */
  public WebParts(
      Meters meters,
      HealthView health,
      Intake intake,
      LiveView news,
      EventHub hub,
      Supplier<Watchlist> watchlist) {
    this(meters, health, intake, news, hub, watchlist, List::of);
  }
}
