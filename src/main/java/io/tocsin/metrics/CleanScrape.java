package io.tocsin.metrics;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Label;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The registry whose scrape leaves out what would mislead. Kafka registers two such things: a gauge
 * without a value is NaN, where Prometheus expects no series at all, and a topic with a point in
 * its name is there twice, as {@code news.articles} and as {@code news_articles}, which doubles
 * every sum.
 *
 * <p>This cannot be a meter filter: whether there is a value changes from scrape to scrape, and
 * {@code news_articles} may be a topic's true name, which shows only when both are there.
 */
final class CleanScrape extends PrometheusRegistry {
  private static final String TOPIC = "topic";

  /** The same snapshots without NaN and without the second spelling of a topic. */
  @Override
  public MetricSnapshots scrape() {
    MetricSnapshots.Builder kept = MetricSnapshots.builder();
    for (MetricSnapshot snapshot : super.scrape()) {
      if (!(snapshot instanceof GaugeSnapshot gauge)) {
        kept.metricSnapshot(snapshot);
        continue;
      }
      Set<Labels> twins = twins(gauge);
      List<GaugeDataPointSnapshot> points =
          gauge.getDataPoints().stream()
              .filter(point -> !Double.isNaN(point.getValue()))
              .filter(point -> !twins.contains(point.getLabels()))
              .toList();
      if (!points.isEmpty()) {
        kept.metricSnapshot(new GaugeSnapshot(gauge.getMetadata(), points));
      }
    }
    return kept.build();
  }

  /** The labels that Kafka's second spelling has, for each topic of this gauge with a point. */
  private static Set<Labels> twins(GaugeSnapshot gauge) {
    Set<Labels> twins = new HashSet<>();
    for (GaugeDataPointSnapshot point : gauge.getDataPoints()) {
      String topic = point.getLabels().get(TOPIC);
      if (topic != null && topic.contains(".")) {
        twins.add(underscored(point.getLabels()));
      }
    }
    return twins;
  }

  private static Labels underscored(Labels labels) {
    Labels.Builder builder = Labels.builder();
    for (Label label : labels) {
      boolean topic = label.getName().equals(TOPIC);
      builder.label(label.getName(), topic ? label.getValue().replace('.', '_') : label.getValue());
    }
    return builder.build();
  }
}
