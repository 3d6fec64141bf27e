package io.tocsin.serve;

import io.tocsin.ingest.feed.FeedStatus;
import io.tocsin.metrics.Meters;
import io.tocsin.model.Watchlist;
import io.tocsin.serve.rejected.RejectedRecords;
import io.tocsin.serve.search.ArticleSearch;
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
 * @param rejected the records that were refused
 * @param search the index of articles
 * @param sources every feed with its state
 * @param deliveries what was sent where
 */
public record WebParts(
    Meters meters,
    HealthView health,
    Intake intake,
    LiveView news,
    EventHub hub,
    Supplier<Watchlist> watchlist,
    RejectedRecords rejected,
    ArticleSearch search,
    Supplier<List<FeedStatus>> sources,
    DeliveriesView deliveries) {}
