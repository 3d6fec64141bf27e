package io.tocsin.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The image, as far as its file tells. */
class DockerfileTest {
  private static final Pattern JVM_OPTION =
      Pattern.compile("(?<=[\\s\"(])-(?:X(?!mx)|D)[^\\s\")]+");
  private static final Pattern COPIED = Pattern.compile("(?m)^COPY (?!--)(\\S+) ");

  private String dockerfile;

  @BeforeEach
  void read() throws IOException {
    dockerfile = Files.readString(Path.of("Dockerfile"));
  }

  @Test
  void jvmRunsWithTheOptionsOfTheScript() throws IOException {
    // Given
    String script = Files.readString(Path.of("tocsin"));
    String options =
        script.substring(script.indexOf("options=("), script.indexOf("# RocksDB and the"));

    // When
    String entry = dockerfile.substring(dockerfile.indexOf("ENTRYPOINT"));

    // Then
    assertThat(options(entry))
        .contains("-XX:MaxRAMPercentage=50")
        .contains("-Dtocsin.home=/opt/tocsin")
        .containsAll(
            options(options).stream()
                .filter(option -> !option.matches(".*(SharedArchive|Use\\[A|tocsin.home).*"))
                .toList());
    assertThat(options(options)).hasSizeGreaterThan(5);
  }

  @Test
  void serviceDoesNotRunAsRoot() {
    assertThat(dockerfile.substring(dockerfile.lastIndexOf("FROM")))
        .containsPattern("(?m)^USER 10001:10001$");
  }

  @Test
  void everythingThatIsCopiedExistsAndIsLetThrough() throws IOException {
    // Given
    List<String> let = Files.readAllLines(Path.of(".dockerignore"));

    // When
    List<String> copied =
        COPIED.matcher(dockerfile).results().map(match -> match.group(1)).toList();

    // Then
    assertThat(copied)
        .isNotEmpty()
        .allSatisfy(
            source -> {
              assertThat(Path.of(source)).exists();
              assertThat(let).contains("!" + source.split("/", 2)[0]);
            });
  }

  @Test
  void readinessIsAskedForWithoutAToken() {
    assertThat(dockerfile).contains("HEALTHCHECK").contains("GET /readyz HTTP/1.0");
  }

  private static List<String> options(String text) {
    return JVM_OPTION.matcher(text).results().map(MatchResult::group).toList();
  }
}
