package io.tocsin.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/** The dashboard of Grafana as Grafana reads it: panels and what they ask Prometheus for. */
public final class Dashboard {
  static final Path FILE = Path.of("config", "grafana", "dashboards", "tocsin.json");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final JsonNode root;

  private Dashboard(JsonNode root) {
    this.root = root;
  }

  /**
   * One question of one panel.
   *
   * @param panel title of the panel
   * @param expression PromQL with Grafana's variables in it
   */
  record Query(String panel, String expression) {
    /** The query as Prometheus takes it: all instances, rates over the last five minutes. */
    String plain() {
      return expression.replace("$__rate_interval", "5m").replace("$instance", ".*");
    }
  }

  static Dashboard read() throws IOException {
    return new Dashboard(new ObjectMapper().readTree(FILE.toFile()));
  }

  JsonNode root() {
    return root;
  }

  List<JsonNode> panels() {
    List<JsonNode> panels = new ArrayList<>();
    root.path("panels").forEach(panels::add);
    return panels;
  }

  List<Query> queries() {
    List<Query> queries = new ArrayList<>();
    for (JsonNode panel : panels()) {
      for (JsonNode target : panel.path("targets")) {
        queries.add(new Query(panel.path("title").asText(), target.path("expr").asText()));
      }
    }
    return queries;
  }

  /**
   * Every query of every panel has a series and every series a number; waits up to 30 s for that.
   * The service must have been scraped before the first article, have tagged some since, have
   * opened an alert, and have been asked over HTTP.
   *
   * @param prometheus scrapes the service
   */
  public static void assertEveryPanelHasData(PrometheusProcess prometheus) throws IOException {
    List<Query> queries = read().queries();
    Awaitility.await("every panel has data")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(() -> assertThat(withoutData(prometheus, queries)).isEmpty());
  }

  private static List<String> withoutData(PrometheusProcess prometheus, List<Query> queries) {
    List<String> problems = new ArrayList<>();
    for (Query query : queries) {
      List<PrometheusProcess.Sample> samples = prometheus.query(query.plain());
      if (samples.isEmpty()) {
        problems.add(query.panel() + ": nothing for " + query.plain());
      }
      for (PrometheusProcess.Sample sample : samples) {
        if (!Double.isFinite(sample.value())) {
          problems.add(query.panel() + ": " + sample + " for " + query.plain());
        }
      }
    }
    return problems;
  }
}
