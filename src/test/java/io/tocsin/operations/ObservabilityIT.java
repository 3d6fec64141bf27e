package io.tocsin.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.fixtures.Meeting;
import io.tocsin.fixtures.Requests;
import io.tocsin.fixtures.RunningService;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real Prometheus scrapes a real service, and Grafana's dashboard would show something. */
@Timeout(120)
class ObservabilityIT {
  @TempDir private Path data;

  @Test
  void everyPanelOfTheDashboardHasData() throws Exception {
    // Given
    try (RunningService service = RunningService.start(data);
        PrometheusProcess prometheus = PrometheusProcess.scraping("127.0.0.1:" + service.port())) {
      prometheus.awaitScrape();

      // When
      var answer =
          Requests.post(service.url("/api/v1/articles"), "application/json", Meeting.ARTICLE);

      // Then
      assertThat(answer.statusCode()).isEqualTo(202);
      Dashboard.assertEveryPanelHasData(prometheus);
      assertThat(prometheus.query("tocsin_alerts_open"))
          .extracting(PrometheusProcess.Sample::value)
          .containsExactly(1.0);
    }
  }
}
