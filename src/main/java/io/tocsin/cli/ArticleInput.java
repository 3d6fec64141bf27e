package io.tocsin.cli;

import io.tocsin.ingest.ArticleFiles;
import io.tocsin.ingest.Offer;
import io.tocsin.runtime.ExitCode;
import io.tocsin.runtime.Stop;
import io.tocsin.wire.ArticleReader;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What a command is given to read articles from: a file, a folder, or standard input. */
final class ArticleInput {
  private static final String STANDARD_INPUT = "-";

  private ArticleInput() {}

  /**
   * Opens it.
   *
   * @param source a path, or {@code -} for standard input
   * @throws Stop when it cannot be read
   */
  static ArticleFiles open(String source, ArticleReader reader) {
    if (source.equals(STANDARD_INPUT)) {
      return ArticleFiles.of("standard input", System.in, reader);
    }
    try {
      return ArticleFiles.open(Path.of(source), reader);
    } catch (NoSuchFileException e) {
      throw new Stop(ExitCode.USAGE, "cannot read " + source + ": " + e.getReason(), e);
    } catch (IOException e) {
      throw new Stop(ExitCode.USAGE, "cannot read " + source + ": " + e.getMessage(), e);
    }
  }

  /** Where and why an entry is no article. */
  static String problem(Offer offer) {
    if (offer instanceof Offer.Invalid invalid) {
      return invalid.place()
          + ": "
          + invalid.refusal().reason().word()
          + ": "
          + invalid.refusal().detail();
    }
    return offer instanceof Offer.Unsendable lost
        ? lost.place() + ": " + lost.problem()
        : offer.toString();
  }
}
