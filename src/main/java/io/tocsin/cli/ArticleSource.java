package io.tocsin.cli;

import io.tocsin.ingest.ArticleFiles;
import io.tocsin.runtime.ExitCode;
import io.tocsin.runtime.Stop;
import io.tocsin.wire.ArticleReader;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Opens what a command was given as FILE: a file, a folder, or {@code -} for standard input. */
final class ArticleSource {
  private ArticleSource() {}

  /**
   * The articles of a file, a folder or standard input.
   *
   * @throws Stop when there is nothing to read; the message names the path
   */
  static ArticleFiles open(Path path, ArticleReader reader) {
    if (path.toString().equals("-")) {
      return ArticleFiles.of("standard input", System.in, reader);
    }
    try {
      return ArticleFiles.open(path, reader);
    } catch (NoSuchFileException e) {
      throw new Stop(ExitCode.USAGE, "cannot read " + path + ": " + e.getReason(), e);
    } catch (IOException e) {
      throw new Stop(ExitCode.USAGE, "cannot read " + path + ": " + e.getMessage(), e);
    }
  }
}
