package io.tocsin.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.tocsin.settings.Settings;
import io.tocsin.settings.SettingsLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The containers, as far as their file tells: nothing listens to the world, nothing is missing,
 * nothing is misspelt.
 */
class ComposeTest {
  /**
   * The words of the Compose specification that the file may use; another one is a typing error.
   */
  private static final Set<String> WORDS =
      Set.of(
          "image",
          "build",
          "profiles",
          "command",
          "restart",
          "stop_grace_period",
          "read_only",
          "cap_drop",
          "security_opt",
          "mem_limit",
          "ports",
          "environment",
          "secrets",
          "tmpfs",
          "volumes",
          "healthcheck",
          "depends_on");

  private final Map<String, JsonNode> services = new TreeMap<>();
  private JsonNode root;

  @TempDir private Path folder;

  @BeforeEach
  void read() throws IOException {
    root = new YAMLMapper().readTree(Path.of("docker-compose.yml").toFile());
    root.path("services").properties().forEach(s -> services.put(s.getKey(), s.getValue()));
  }

  @Test
  void everyServiceIsWrittenInWordsThatComposeKnows() {
    assertThat(fieldsOf(root)).containsExactlyInAnyOrder("name", "services", "volumes", "secrets");
    assertThat(services).isNotEmpty();
    assertThat(services.values())
        .allSatisfy(service -> assertThat(WORDS).containsAll(fieldsOf(service)));
  }

  @Test
  void everyImageIsPinnedOrBuiltHere() {
    assertThat(services)
        .allSatisfy(
            (name, service) -> {
              if (service.has("build")) {
                assertThat(Path.of(service.path("build").asText(), "Dockerfile")).exists();
              } else {
                assertThat(service.path("image").asText()).matches(".+:v?\\d+\\.\\d+\\.\\d+");
              }
            });
  }

  @Test
  void everyServiceThatStaysIsCheckedAndLimitedInMemory() {
    assertThat(services)
        .allSatisfy(
            (name, service) -> {
              boolean ends = service.path("restart").asText().equals("no");
              assertThat(service.path("mem_limit").asText()).matches("\\d+[mg]");
              assertThat(service.at("/healthcheck/test").isEmpty()).as(name).isEqualTo(ends);
            });
  }

  @Test
  void everyPortIsOnLoopback() {
    assertThat(root.findValues("ports"))
        .isNotEmpty()
        .allSatisfy(
            ports ->
                assertThat(texts(ports))
                    .allMatch(port -> port.matches("127\\.0\\.0\\.1:\\d+:\\d+")));
  }

  @Test
  void everyVolumeAndSecretIsDeclaredAndUsed() {
    // Given
    Set<String> volumes = new TreeSet<>();
    Set<String> secrets = new TreeSet<>();

    // When
    for (JsonNode service : services.values()) {
      mounts(service).filter(source -> !source.startsWith(".")).forEach(volumes::add);
      secrets.addAll(texts(service.path("secrets")));
    }

    // Then
    assertThat(volumes).containsExactlyInAnyOrderElementsOf(fieldsOf(root.path("volumes")));
    assertThat(secrets).containsExactlyInAnyOrderElementsOf(fieldsOf(root.path("secrets")));
  }

  @Test
  void everyMountedFolderIsThere() {
    // When
    List<String> mounted =
        services.values().stream()
            .flatMap(ComposeTest::mounts)
            .filter(s -> s.startsWith("."))
            .toList();

    // Then
    assertThat(mounted).isNotEmpty().allSatisfy(source -> assertThat(Path.of(source)).exists());
  }

  @Test
  void everyServiceThatIsWaitedForExists() {
    assertThat(root.findValues("depends_on"))
        .isNotEmpty()
        .allSatisfy(
            needed -> assertThat(services).containsKeys(fieldsOf(needed).toArray(new String[0])));
  }

  @Test
  void noSecretIsInTheRepository() throws IOException {
    // When
    String token = root.at("/secrets/http-token/file").asText();

    // Then
    assertThat(token).isEqualTo("./secrets/http-token");
    assertThat(Files.readAllLines(Path.of(".gitignore"))).contains("secrets/");
    assertThat(services.values())
        .allSatisfy(
            service ->
                assertThat(fieldsOf(service.path("environment")))
                    .noneMatch(name -> name.matches(".*(TOKEN|PASSWORD|SECRET)")));
  }

  @Test
  void serviceCanDoNoMoreThanItNeeds() {
    // When
    JsonNode tocsin = root.at("/services/tocsin");

    // Then
    assertThat(tocsin.path("read_only").asBoolean()).isTrue();
    assertThat(texts(tocsin.path("cap_drop"))).containsExactly("ALL");
    assertThat(texts(tocsin.path("security_opt"))).contains("no-new-privileges:true");
    assertThat(tocsin.path("stop_grace_period").asText()).isEqualTo("60s");
    // Native libraries are unpacked to /tmp and loaded from there.
    assertThat(texts(tocsin.path("tmpfs"))).anyMatch(mount -> mount.startsWith("/tmp:exec,"));
  }

  @Test
  void settingsInTheEnvironmentAreOnesThatTheServiceTakes() throws IOException {
    // Given
    Map<String, String> environment = new TreeMap<>();
    root.at("/services/tocsin/environment")
        .properties()
        .forEach(variable -> environment.put(variable.getKey(), variable.getValue().asText()));
    Path token = Files.writeString(folder.resolve("token"), "for-this-test\n");
    String inside = environment.put("TOCSIN_HTTP_TOKEN_FILE", token.toString());

    // When
    Settings settings = SettingsLoader.load(null, environment, List.of()).settings();

    // Then
    assertThat(inside).isEqualTo("/run/secrets/http-token");
    assertThat(settings.http().host()).isEqualTo("0.0.0.0");
    assertThat(settings.http().token()).isNotNull();
    assertThat(settings.kafka().bootstrapServers()).isEqualTo("kafka:19092");
  }

  /** Volumes and folders that a service mounts, without where. */
  private static Stream<String> mounts(JsonNode service) {
    return texts(service.path("volumes")).stream().map(mount -> mount.split(":", 2)[0]);
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(one -> texts.add(one.asText()));
    return texts;
  }

  private static List<String> fieldsOf(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
