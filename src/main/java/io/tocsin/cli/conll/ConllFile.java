package io.tocsin.cli.conll;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a CoNLL file, gzipped or not: a token first and its label last on each line, an empty line
 * between sentences, {@code -DOCSTART-} between articles. A file without article marks is cut into
 * blocks of sentences.
 *
 * @param documents the articles; not empty
 * @param leftOut a sentence for each kind of label that is not measured
 */
record ConllFile(List<ConllDocument> documents, List<String> leftOut) {
  /** Sentences that make an article where none is marked: about a short news story. */
  static final int BLOCK = 15;

  private static final String MARK = "-DOCSTART-";
  private static final String NAMES = ".*\\.(conll|conll03|bio|iob|iob2|bioes)(\\.gz)?";

  /**
   * All documents of a file.
   *
   * @throws ConllException when it cannot be read, holds no token, or a line is none of such a
   *     file; the message names the line and what would be right
   */
  static ConllFile read(Path file) throws ConllException {
    return read(lines(file, Integer.MAX_VALUE), file.toString());
  }

  /**
   * Whether a file is one: by the end of its name, or because its first line that is not empty is
   * such a line. A file that cannot be read is none.
   */
  static boolean isOne(Path file) {
    if (String.valueOf(file.getFileName()).matches(NAMES)) {
      return true;
    }
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try {
      for (String line : lines(file, 100)) {
        String[] columns = line.strip().split("\\s+", -1);
        if (!columns[0].isEmpty()) {
          return columns[0].equals(MARK)
              || (columns.length > 1 && isLabel(columns[columns.length - 1]));
        }
      }
    } catch (ConllException e) {
      // Whoever reads it as articles says what is wrong with it.
    }
    return false;
  }

  /** The documents of lines; {@code place} names them in errors. */
  static ConllFile read(List<String> lines, String place) throws ConllException {
    boolean marked = lines.stream().anyMatch(line -> line.startsWith(MARK));
    List<ConllDocument> documents = new ArrayList<>();
    LeftOut leftOut = new LeftOut();
    DocumentBuilder document = new DocumentBuilder();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty()) {
        document.endSentence();
      } else if (line.startsWith(MARK)) {
        document = finish(document, documents);
      } else if (!line.startsWith("# ")) {
        String[] columns = line.split("\\s+", -1);
        String problem = problem(columns);
        if (problem != null) {
          throw new ConllException(place + " line " + (i + 1) + ": " + problem);
        }
        String label = columns[columns.length - 1];
        if (!label.equals("O") && LabelledSpan.kind(label.substring(2)) == null) {
          leftOut.add(label.substring(2), i + 1);
        }
        document.token(columns[0], label);
      }
      if (!marked && line.isEmpty() && document.sentences() >= BLOCK) {
        document = finish(document, documents);
      }
    }
    finish(document, documents);
    if (documents.isEmpty()) {
      throw new ConllException(
          place + ": no token: expected lines of a token and its label, such as 'Rome B-LOC'");
    }
    return new ConllFile(documents, leftOut.lines());
  }

  private static @Nullable String problem(String[] columns) {
    if (columns.length < 2) {
      return "expected a token and, last, its label, such as '"
          + columns[0]
          + " O', found one column";
    }
    String label = columns[columns.length - 1];
    return isLabel(label)
        ? null
        : "'"
            + label
            + "' in the last column is no label: write O, or B- or I- and a kind, such as B-PER";
  }

  private static boolean isLabel(String label) {
    return label.equals("O")
        || (label.length() > 2
            && label.charAt(1) == '-'
            && "BIESULM".indexOf(label.charAt(0)) >= 0);
  }

  private static DocumentBuilder finish(DocumentBuilder document, List<ConllDocument> documents) {
    if (!document.isEmpty()) {
      documents.add(document.build());
    }
    return new DocumentBuilder();
  }

  /** Strict about the encoding: a name with a letter lost would be measured as wrong. */
  private static List<String> lines(Path file, int most) throws ConllException {
    List<String> lines = new ArrayList<>();
    try (InputStream in = Files.newInputStream(file);
        BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(
                    file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in,
                    StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)))) {
      for (String line = reader.readLine();
          line != null && lines.size() < most;
          line = reader.readLine()) {
        lines.add(line);
      }
      return lines;
    } catch (IOException e) {
      throw new ConllException("cannot read " + file + ": " + reason(file, e, lines.size()));
    }
  }

  private static String reason(Path file, IOException failure, int lines) {
    if (!Files.exists(file)) {
      return "no such file";
    }
    if (Files.isDirectory(file)) {
      return "it is a folder; name one file of it";
    }
    if (failure instanceof CharacterCodingException) {
      return "not UTF-8 some way after line " + lines + "; convert the file to UTF-8";
    }
    if (failure instanceof ZipException || failure instanceof EOFException) {
      return "it ends in .gz but is not whole or no gzip file";
    }
    return String.valueOf(failure.getMessage());
  }
}
