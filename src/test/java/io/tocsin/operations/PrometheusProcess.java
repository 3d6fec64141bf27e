package io.tocsin.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * A real Prometheus on a free port of 127.0.0.1 that scrapes one address every second and holds our
 * rules against it. Start it before the news flow: a rate needs a scrape from before.
 */
public final class PrometheusProcess implements AutoCloseable {
  private static final Path RULES = Path.of("config", "prometheus", "rules");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final ObjectMapper json = new ObjectMapper();
  private final Path folder;
  private final Process process;
  private final String base;

  private PrometheusProcess(Path folder, Process process, int port) {
    this.folder = folder;
    this.process = process;
    this.base = "http://127.0.0.1:" + port;
  }

  /**
   * One series at one moment.
   *
   * @param labels with the metric's name as {@code __name__}, where the query keeps it
   * @param value may be NaN or infinite
   */
  public record Sample(Map<String, String> labels, double value) {}

  /**
   * Starts one and returns when it answers.
   *
   * @param address of the service, such as {@code 127.0.0.1:8080}; the path is {@code /metrics},
   *     the job {@code tocsin}
   * @throws AssertionError when Prometheus is not installed, or not ready within 30 s
   */
  public static PrometheusProcess scraping(String address) throws IOException {
    Path folder = Files.createTempDirectory("tocsin-prometheus");
    Path config = folder.resolve("prometheus.yml");
    Files.writeString(config, configuration(address));
    int port = freePort();
    Process process =
        Tool.start(
            List.of(
                "prometheus",
                "--config.file=" + config,
                "--storage.tsdb.path=" + folder.resolve("data"),
                "--web.listen-address=127.0.0.1:" + port),
            folder.resolve("log"));
    PrometheusProcess prometheus = new PrometheusProcess(folder, process, port);
    try {
      Awaitility.await("Prometheus is ready").atMost(PATIENCE).until(prometheus::ready);
    } catch (RuntimeException e) {
      String log = Files.readString(folder.resolve("log"));
      prometheus.close();
      throw new AssertionError("Prometheus did not get ready; its log:\n" + log, e);
    }
    return prometheus;
  }

  /**
   * Asks for the present value of a query.
   *
   * @return the samples; none when no series fits
   * @throws AssertionError when Prometheus refuses the query
   */
  public List<Sample> query(String expression) {
    HttpResponse<String> answer =
        get("/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8));
    if (answer.statusCode() != 200) {
      throw new AssertionError(expression + ": " + answer.body());
    }
    JsonNode data = read(answer.body()).path("data");
    if (data.path("resultType").asText().equals("scalar")) {
      return List.of(new Sample(Map.of(), number(data.path("result"))));
    }
    List<Sample> samples = new ArrayList<>();
    for (JsonNode one : data.path("result")) {
      Map<String, String> labels = new TreeMap<>();
      one.path("metric")
          .properties()
          .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
      samples.add(new Sample(labels, number(one.path("value"))));
    }
    return samples;
  }

  /** Waits until the service was scraped. */
  public void awaitScrape() {
    Awaitility.await("the service is scraped")
        .atMost(PATIENCE)
        .until(() -> query("up{job=\"tocsin\"} == 1").size() == 1);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
      delete(folder);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }

  private boolean ready() {
    if (!process.isAlive()) {
      throw new IllegalStateException("ended with " + process.exitValue());
    }
    try {
      return get("/-/ready").statusCode() == 200;
    } catch (UncheckedIOException e) {
      // Nobody listens yet.
      return false;
    }
  }

  private HttpResponse<String> get(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(10)).build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while asking Prometheus", e);
    }
  }

  private JsonNode read(String body) {
    try {
      return json.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A time and a value; the value is text, since JSON has no NaN. */
  private static double number(JsonNode pair) {
    String text = pair.path(1).asText();
    return switch (text) {
      case "+Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }

  private static String configuration(String address) {
    return """
        global:
          scrape_interval: 1s
          scrape_timeout: 1s
          evaluation_interval: 1s
        rule_files:
          - "%s/*.yml"
        scrape_configs:
          - job_name: tocsin
            static_configs:
              - targets: ["%s"]
        """
        .formatted(RULES.toAbsolutePath(), address);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
