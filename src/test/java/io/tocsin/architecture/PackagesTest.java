package io.tocsin.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every package says of itself; classes do not show it, so the sources are read. */
class PackagesTest {

  private static final Path MAIN = Path.of("src/main/java");
  private static final Path TEST = Path.of("src/test/java");

  @Test
  void everyPackageSaysWhatItIsForAndIsNullMarked() throws IOException {
    // When
    List<Path> packages = packagesBelow(MAIN);

    // Then
    assertThat(packages)
        .isNotEmpty()
        .allSatisfy(folder -> assertIntroduced(MAIN.resolve(folder).resolve("package-info.java")));
  }

  @Test
  void everyPackageThatOnlyTestsHaveIsIntroducedToo() throws IOException {
    // Given
    List<Path> introduced = packagesBelow(MAIN);

    // When
    List<Path> ofTestsOnly =
        packagesBelow(TEST).stream().filter(folder -> !introduced.contains(folder)).toList();

    // Then
    assertThat(ofTestsOnly)
        .isNotEmpty()
        .allSatisfy(folder -> assertIntroduced(TEST.resolve(folder).resolve("package-info.java")));
  }

  private static void assertIntroduced(Path file) {
    assertThat(file).exists().content().contains("/**", "@NullMarked");
  }

  /** Folders, relative to the root, that hold at least one Java file. */
  private static List<Path> packagesBelow(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(file -> root.relativize(file.getParent()))
          .distinct()
          .sorted()
          .toList();
    }
  }
}
