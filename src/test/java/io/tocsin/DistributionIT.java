package io.tocsin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder that is shipped: it runs by itself and carries nothing that must not run. */
class DistributionIT {

  private static final Path LIB = Path.of(System.getProperty("tocsin.lib", "target/tocsin/lib"));

  @TempDir private Path elsewhere;

  @Test
  void jarRunsFromAnyFolderWithWhatLiesBesideIt() throws Exception {
    // Given
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Path output = elsewhere.resolve("output");

    // When
    Process process =
        new ProcessBuilder(
                java.toString(),
                "-jar",
                LIB.resolve("tocsin.jar").toAbsolutePath().toString(),
                "--version")
            .directory(elsewhere.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    boolean ended = process.waitFor(30, TimeUnit.SECONDS);
    process.destroyForcibly();

    // Then
    assertThat(ended).as("ended within 30 s").isTrue();
    assertThat(Files.readString(output, StandardCharsets.UTF_8)).startsWith("tocsin ");
    assertThat(process.exitValue()).isZero();
  }

  @Test
  void testLibrariesAndOtherLoggersStayOutside() throws IOException {
    // When
    List<String> jars = jars();

    // Then
    assertThat(jars)
        .contains("tocsin.jar")
        .noneMatch(
            jar ->
                jar.matches("(log4j-(core|slf4j)|reload4j|slf4j-(simple|nop|log4j12|reload4j)).*"))
        .noneMatch(jar -> jar.matches("(junit|assertj|archunit|playwright|driver-bundle).*"));
  }

  @Test
  void oneVersionOfEachLibraryIsThere() throws IOException {
    // When
    List<String> names = jars().stream().map(jar -> jar.replaceFirst("-\\d.*", "")).toList();

    // Then
    assertThat(names).doesNotHaveDuplicates();
  }

  private static List<String> jars() throws IOException {
    try (Stream<Path> files = Files.list(LIB)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
