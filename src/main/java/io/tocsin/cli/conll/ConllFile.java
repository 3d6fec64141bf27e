package io.tocsin.cli.conll;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Reads a CoNLL file, gzipped or not: a token first and its label last on each line, an empty line
 * between sentences, {@code -DOCSTART-} between articles. A file without article marks is cut into
 * blocks of sentences.
 */
final class ConllFile {
  /** Sentences that make an article where none is marked: about a short news story. */
  static final int BLOCK = 15;

  private ConllFile() {}

  /**
   * All documents of a file.
   *
   * @throws IOException when it cannot be read, or a line has no label; the message names the line
   */
  static List<ConllDocument> read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in,
                    StandardCharsets.UTF_8))) {
      return read(lines.lines().toList(), file.toString());
    }
  }

  /** The documents of lines; {@code place} names them in errors. */
  static List<ConllDocument> read(List<String> lines, String place) throws IOException {
    boolean marked = lines.stream().anyMatch(line -> line.startsWith("-DOCSTART-"));
    List<ConllDocument> documents = new ArrayList<>();
    DocumentBuilder document = new DocumentBuilder();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty()) {
        document.endSentence();
      } else if (!line.startsWith("#")) {
        String[] columns = line.split("\\s+", -1);
        if (columns.length < 2) {
          throw new IOException(
              place + " line " + (i + 1) + ": expected a token and a label, found one column");
        }
        if (columns[0].equals("-DOCSTART-")) {
          document = finish(document, documents);
        } else {
          document.token(columns[0], columns[columns.length - 1]);
        }
      }
      if (!marked && line.isEmpty() && document.sentences() >= BLOCK) {
        document = finish(document, documents);
      }
    }
    finish(document, documents);
    return documents;
  }

  private static DocumentBuilder finish(DocumentBuilder document, List<ConllDocument> documents) {
    if (!document.isEmpty()) {
      documents.add(document.build());
    }
    return new DocumentBuilder();
  }
}
