package io.tocsin;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.fixtures.Child;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The first command that anybody runs, as a process from the built distribution. */
@Timeout(60)
class DemoIT {
  @TempDir private Path folder;

  @Test
  void demoShowsAnAlertWithItsEvidenceAndAccountsForEveryRecord() throws Exception {
    try (Child demo = demo("--once", "--live=5")) {
      // When
      List<String> lines = linesUntil(demo, "the end");

      // Then
      assertThat(demo.exitCode()).isZero();
      assertThat(lines).contains("published 422 = tagged 418 + duplicate 2 + rejected 2");
      assertThat(lines).anyMatch(line -> line.startsWith("dashboard  http://127.0.0.1:"));
      int opened = indexOf(lines, ".*OPENED.*kim-and-putin.*");
      assertThat(lines.subList(opened, lines.size()))
          .anyMatch(line -> line.contains("[Kim Jong Un]") && line.contains("[Vladimir Putin]"));
      assertThat(leftBehind()).isEmpty();
    }
  }

  @Test
  void signalEndsItWithinFiveSecondsAndNothingIsLeftBehind() throws Exception {
    try (Child demo = demo("--live=60")) {
      // Given
      linesUntil(demo, "publishing");
      long started = System.nanoTime();

      // When
      int exitCode = demo.terminate();

      // Then
      assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(5));
      assertThat(exitCode).isZero();
      assertThat(leftBehind()).isEmpty();
    }
  }

  private Child demo(String... options) {
    List<String> arguments = new ArrayList<>(List.of("demo", "--set=http.port=0"));
    arguments.addAll(List.of(options));
    return Child.installed(folder, arguments.toArray(String[]::new));
  }

  private static List<String> linesUntil(Child demo, String beginning) {
    List<String> lines = new ArrayList<>();
    for (String line = demo.line(); line != null; line = demo.line()) {
      lines.add(line);
      if (line.startsWith(beginning)) {
        break;
      }
    }
    return lines;
  }

  private static int indexOf(List<String> lines, String pattern) {
    List<String> found = lines.stream().filter(line -> line.matches(pattern)).toList();
    assertThat(found).as(() -> pattern + " in\n" + String.join("\n", lines)).isNotEmpty();
    return lines.indexOf(found.get(0));
  }

  /** Folders of the demo in the child's folder of temporary files. */
  private List<String> leftBehind() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("tmp"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("tocsin-demo"))
          .toList();
    }
  }
}
