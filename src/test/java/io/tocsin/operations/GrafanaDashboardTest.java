package io.tocsin.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What can be said of the dashboard without Grafana; whether its panels have data is asked of a
 * running service.
 */
class GrafanaDashboardTest {
  private static final Path PROVISIONING = Path.of("config", "grafana", "provisioning");

  private final YAMLMapper yaml = new YAMLMapper();

  @TempDir private Path folder;

  @Test
  void everyPanelHasATitleADescriptionAUnitAndAQuery() throws IOException {
    // When
    List<JsonNode> panels = Dashboard.read().panels();

    // Then
    assertThat(panels)
        .hasSizeGreaterThanOrEqualTo(14)
        .allSatisfy(
            panel -> {
              assertThat(panel.path("title").asText()).isNotBlank();
              assertThat(panel.path("description").asText()).isNotBlank();
              assertThat(panel.at("/fieldConfig/defaults/unit").asText()).isNotBlank();
              assertThat(panel.path("targets").size()).isPositive();
            });
    assertThat(panels).extracting(panel -> panel.path("id").asInt()).doesNotHaveDuplicates();
    assertThat(panels).extracting(panel -> panel.path("title").asText()).doesNotHaveDuplicates();
  }

  @Test
  void panelsStandOnTheGridWithoutCoveringEachOther() throws IOException {
    // Given
    boolean[][] taken = new boolean[200][24];
    List<String> covered = new ArrayList<>();

    // When
    for (JsonNode panel : Dashboard.read().panels()) {
      JsonNode at = panel.path("gridPos");
      for (int y = at.path("y").asInt(); y < at.path("y").asInt() + at.path("h").asInt(); y++) {
        for (int x = at.path("x").asInt(); x < at.path("x").asInt() + at.path("w").asInt(); x++) {
          if (taken[y][x]) {
            covered.add(panel.path("title").asText());
          }
          taken[y][x] = true;
        }
      }
    }

    // Then
    assertThat(covered).isEmpty();
    assertThat(taken[0][0]).isTrue();
  }

  @Test
  void everyPartAsksTheProvisionedDataSource() throws IOException {
    // Given
    JsonNode source =
        yaml.readTree(PROVISIONING.resolve("datasources").resolve("prometheus.yml").toFile())
            .path("datasources")
            .path(0);

    // When
    List<JsonNode> asked = Dashboard.read().root().findValues("datasource");

    // Then
    assertThat(source.path("type").asText()).isEqualTo("prometheus");
    assertThat(asked)
        .isNotEmpty()
        .allSatisfy(
            one -> {
              assertThat(one.path("uid")).isEqualTo(source.path("uid"));
              assertThat(one.path("type")).isEqualTo(source.path("type"));
            });
  }

  @Test
  void queriesAskForMetricsThatAreDocumented() throws IOException {
    // Given
    MetricNames documented = MetricNames.documented();

    // When
    List<Dashboard.Query> queries = Dashboard.read().queries();

    // Then
    assertThat(queries)
        .allSatisfy(
            query ->
                assertThat(MetricNames.in(query.expression()))
                    .as("metrics of %s that are in docs/metrics.md", query)
                    .isNotEmpty()
                    .allMatch(documented::contains));
  }

  @Test
  void promtoolAcceptsEveryQuery() throws Exception {
    // Given
    List<Map<String, String>> rules = new ArrayList<>();
    for (Dashboard.Query query : Dashboard.read().queries()) {
      rules.add(Map.of("record", "query:number_" + rules.size(), "expr", query.plain()));
    }
    Path file = folder.resolve("queries.json");
    new ObjectMapper()
        .writeValue(
            file.toFile(), Map.of("groups", List.of(Map.of("name", "queries", "rules", rules))));

    // When
    Tool.Result result = Tool.run("promtool", "check", "rules", file.toString());

    // Then
    assertThat(result.exit()).as(result.output()).isZero();
    assertThat(result.output()).contains(rules.size() + " rules found");
  }

  @Test
  void grafanaLooksForDashboardsWhereTheContainerHasThem() throws IOException {
    // When
    String path =
        yaml.readTree(PROVISIONING.resolve("dashboards").resolve("tocsin.yml").toFile())
            .at("/providers/0/options/path")
            .asText();

    // Then
    assertThat(Files.readString(Path.of("docker-compose.yml")))
        .contains("./config/grafana/dashboards:" + path + ":ro");
  }
}
