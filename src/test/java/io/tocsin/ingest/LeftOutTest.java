package io.tocsin.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.wire.ArticleReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a folder holds beside articles is named. */
class LeftOutTest {
  @TempDir private Path folder;

  @Test
  void filesOfAFolderThatAreNotReadAreNamed() throws IOException {
    // Given
    Files.writeString(folder.resolve("a.jsonl"), "{}");
    for (String name : List.of("1.csv", "2.pdf", "3.xml", "4.md", "5.doc", "6.rtf", ".hidden")) {
      Files.writeString(folder.resolve(name), "{}");
    }

    // When
    try (ArticleFiles files = ArticleFiles.open(folder, new ArticleReader())) {

      // Then
      assertThat(files).toIterable().hasSize(1);
      assertThat(files.leftOut())
          .hasToString(
              "7 files left out (suffix not known, or hidden): .hidden, 1.csv, 2.pdf, 3.xml, 4.md, …");
    }
  }

  @Test
  void aFileThatIsAskedForByNameLeavesNothingOut() throws IOException {
    Files.writeString(folder.resolve("a.csv"), "{}");
    Files.writeString(folder.resolve("b.csv"), "{}");

    try (ArticleFiles files = ArticleFiles.open(folder.resolve("a.csv"), new ArticleReader())) {
      assertThat(files.leftOut().count()).isZero();
    }
  }
}
