package io.tocsin.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of Prometheus and Alertmanager, judged by promtool and amtool themselves. */
class PrometheusConfigTest {
  private static final Path FOLDER = Path.of("config", "prometheus");
  private static final Path RULES = FOLDER.resolve("rules").resolve("tocsin.yml");
  private static final Path TESTS = FOLDER.resolve("tests").resolve("tocsin_test.yml");
  private static final String TOKEN_FILE = "/run/secrets/http-token";

  private final YAMLMapper yaml = new YAMLMapper();

  @TempDir private Path copy;

  @Test
  void promtoolAcceptsTheConfigurationOfOneMachine() throws Exception {
    // When
    Tool.Result result =
        Tool.run("promtool", "check", "config", FOLDER.resolve("prometheus.yml").toString());

    // Then
    assertThat(result.exit()).as(result.output()).isZero();
  }

  @Test
  void promtoolAcceptsTheConfigurationOfTheContainersOnceTheTokenIsThere() throws Exception {
    // Given
    Path token = Files.writeString(copy.resolve("token"), "for-this-test");
    String config = Files.readString(FOLDER.resolve("compose.yml"));
    Path file = copy.resolve("compose.yml");
    Files.writeString(file, config.replace(TOKEN_FILE, token.toString()));
    Files.createDirectory(copy.resolve("rules"));
    Files.copy(RULES, copy.resolve("rules").resolve("tocsin.yml"));

    // When
    Tool.Result result = Tool.run("promtool", "check", "config", file.toString());

    // Then
    assertThat(config).contains(TOKEN_FILE);
    assertThat(result.exit()).as(result.output()).isZero();
    assertThat(result.output()).contains("1 rule files found");
  }

  @Test
  void bothConfigurationsScrapeTheSameJobsAsOften() throws IOException {
    // When
    JsonNode machine = read(FOLDER.resolve("prometheus.yml"));
    JsonNode containers = read(FOLDER.resolve("compose.yml"));

    // Then
    assertThat(machine.path("global").size()).isPositive();
    assertThat(machine.path("global")).isEqualTo(containers.path("global"));
    assertThat(machine.path("rule_files")).isEqualTo(containers.path("rule_files"));
    assertThat(machine.findValuesAsText("job_name"))
        .contains("tocsin")
        .isEqualTo(containers.findValuesAsText("job_name"));
  }

  @Test
  void promtoolAcceptsTheRules() throws Exception {
    // When
    Tool.Result result = Tool.run("promtool", "check", "rules", RULES.toString());

    // Then
    assertThat(result.exit()).as(result.output()).isZero();
  }

  @Test
  void rulesDoWhatTheirTestsSay() throws Exception {
    // When
    Tool.Result result = Tool.run("promtool", "test", "rules", TESTS.toString());

    // Then
    assertThat(result.exit()).as(result.output()).isZero();
  }

  @Test
  void everyAlertIsShownFiringAndShownQuiet() throws IOException {
    // Given
    Set<String> firing = new TreeSet<>();
    Set<String> quiet = new TreeSet<>();
    for (JsonNode test : read(TESTS).findValues("alert_rule_test")) {
      for (JsonNode one : test) {
        (one.path("exp_alerts").isEmpty() ? quiet : firing).add(one.path("alertname").asText());
      }
    }

    // When
    List<String> alerts = alerts().stream().map(alert -> alert.path("alert").asText()).toList();

    // Then
    assertThat(alerts).isNotEmpty().doesNotHaveDuplicates();
    assertThat(firing).containsExactlyInAnyOrderElementsOf(alerts);
    assertThat(quiet).containsExactlyInAnyOrderElementsOf(alerts);
  }

  @Test
  void everyAlertSaysHowBadItIsAndWhatToDo() throws IOException {
    // When
    List<JsonNode> alerts = alerts();

    // Then
    assertThat(alerts)
        .allSatisfy(
            alert -> {
              assertThat(alert.path("labels").path("severity").asText())
                  .isIn("critical", "warning", "info");
              assertThat(alert.path("annotations").path("summary").asText()).isNotBlank();
              assertThat(alert.path("annotations").path("description").asText()).isNotBlank();
              if (!alert.path("labels").path("severity").asText().equals("info")) {
                assertThat(alert.path("annotations").path("action").asText())
                    .as(alert.path("alert").asText())
                    .isNotBlank();
              }
            });
  }

  @Test
  void rulesAskForMetricsThatAreDocumented() throws IOException {
    // Given
    MetricNames documented = MetricNames.documented();

    // When
    List<String> expressions = read(RULES).findValuesAsText("expr");

    // Then
    assertThat(expressions).isNotEmpty();
    assertThat(MetricNames.in(String.join("\n", expressions)))
        .isNotEmpty()
        .allMatch(documented::contains, "is in docs/metrics.md");
  }

  @Test
  void amtoolAcceptsTheConfigurationOfAlertmanager() throws Exception {
    // When
    Tool.Result result = Tool.run("amtool", "check-config", "config/alertmanager/alertmanager.yml");

    // Then
    assertThat(result.exit()).as(result.output()).isZero();
  }

  private List<JsonNode> alerts() throws IOException {
    List<JsonNode> alerts = new ArrayList<>();
    for (JsonNode rules : read(RULES).findValues("rules")) {
      rules.forEach(
          rule -> {
            if (rule.has("alert")) {
              alerts.add(rule);
            }
          });
    }
    return alerts;
  }

  private JsonNode read(Path file) throws IOException {
    return yaml.readTree(file.toFile());
  }
}
