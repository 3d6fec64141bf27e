package io.tocsin.ingest;

import io.tocsin.wire.ArticleReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The articles of a file, a folder or a stream, read as they are asked for: NDJSON, a JSON array,
 * one JSON or ninjs document over many lines, or plain text with a date; each also compressed with
 * gzip.
 *
 * <p>A file that breaks off or cannot be read becomes one {@link Offer.Unsendable} and the next
 * file goes on.
 */
public final class ArticleFiles implements Iterator<Offer>, AutoCloseable {
  private final ArticleReader reader;
  private final Queue<Source> sources;
  private final long bytesTotal;
  private final LeftOut leftOut;
  private long bytesRead;
  private long blankLines;
  private @Nullable FileOffers current;
  private @Nullable Offer next;

  private ArticleFiles(
      List<Source> sources, long bytesTotal, LeftOut leftOut, ArticleReader reader) {
    this.sources = new ArrayDeque<>(sources);
    this.bytesTotal = bytesTotal;
    this.leftOut = leftOut;
    this.reader = reader;
  }

  /**
   * The articles of a file, or of all files under a folder whose names end in .json, .jsonl,
   * .ndjson or .txt, with or without .gz, in the order of their names.
   *
   * @throws IOException when there is no such file, or no such file in the folder; the message says
   *     which
   */
  public static ArticleFiles open(Path path, ArticleReader reader) throws IOException {
    if (!Files.exists(path)) {
      throw new NoSuchFileException(path.toString(), null, "no such file or folder");
    }
    Map<Boolean, List<Path>> found =
        Files.isDirectory(path) ? inFolder(path) : Map.of(true, List.of(path));
    List<Path> files = found.getOrDefault(true, List.of());
    long total = 0;
    for (Path file : files) {
      // A pipe has no length; then there is no percentage to show.
      total = total < 0 || !Files.isRegularFile(file) ? -1 : total + Files.size(file);
    }
    List<Source> sources =
        files.stream()
            .map(file -> new Source(file.toString(), () -> Files.newInputStream(file)))
            .toList();
    LeftOut others = LeftOut.of(path, found.getOrDefault(false, List.of()));
    return new ArticleFiles(sources, total, others, reader);
  }

  /** The articles of a stream, such as standard input; places name it by {@code name}. */
  public static ArticleFiles of(String name, InputStream in, ArticleReader reader) {
    return new ArticleFiles(List.of(new Source(name, () -> in)), -1, LeftOut.NOTHING, reader);
  }

  @Override
  public boolean hasNext() {
    if (next == null) {
      next = advance();
    }
    return next != null;
  }

  @Override
  public Offer next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    Offer offer = next;
    next = null;
    return offer;
  }

  /** Bytes taken from the files so far, as they lie on disk. */
  public long bytesRead() {
    return bytesRead;
  }

  /** Bytes of all files together; -1 when nobody can know. */
  public long bytesTotal() {
    return bytesTotal;
  }

  /** The files of the folder that are not opened. */
  public LeftOut leftOut() {
    return leftOut;
  }

  /** Blank lines so far: they are no articles and nothing is sent for them. */
  public long blankLines() {
    return blankLines + (current == null ? 0 : current.blankLines());
  }

  @Override
  public void close() throws IOException {
    sources.clear();
    if (current != null) {
      current.close();
      current = null;
    }
  }

  private @Nullable Offer advance() {
    while (true) {
      FileOffers file = current;
      Source source = file == null ? sources.poll() : null;
      if (file == null && source == null) {
        return null;
      }
      String place = source == null ? "" : source.name();
      try {
        if (source != null) {
          file = new FileOffers(source.name(), new Counted(source.opener().open()), reader);
          current = file;
        }
        if (file != null) {
          place = file.place();
          Offer offer = file.next();
          if (offer != null) {
            return offer;
          }
          finish();
        }
      } catch (IOException e) {
        String where = file == null ? place : file.place();
        finish();
        return new Offer.Unsendable(
            where,
            "cannot be read ("
                + e.getClass().getSimpleName()
                + "); what follows in this file was not sent");
      }
    }
  }

  private void finish() {
    FileOffers file = current;
    current = null;
    if (file == null) {
      return;
    }
    blankLines += file.blankLines();
    try {
      file.close();
    } catch (IOException e) {
      // It was only read; everything that could be lost has been read by now.
    }
  }

  /** The files of a folder: under true those to read, under false the others. */
  private static Map<Boolean, List<Path>> inFolder(Path folder) throws IOException {
    Map<Boolean, List<Path>> files;
    try (Stream<Path> tree = Files.walk(folder)) {
      files =
          tree.filter(Files::isRegularFile)
              .sorted()
              .collect(
                  Collectors.partitioningBy(
                      file -> FileFormat.suits(String.valueOf(file.getFileName()))));
    }
    if (files.getOrDefault(true, List.of()).isEmpty()) {
      throw new NoSuchFileException(
          folder.toString(),
          null,
          "the folder has no file that ends in " + FileFormat.SUFFIXES + ", with or without .gz");
    }
    return files;
  }

  /** Where a stream comes from and what it is called. */
  private record Source(String name, Opener opener) {}

  /** Opens a stream when its turn comes, so that a folder of many files needs one handle. */
  private interface Opener {
    InputStream open() throws IOException;
  }

  /** Counts the bytes taken from a file before they are unpacked. */
  private final class Counted extends FilterInputStream {
    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int unit = super.read();
      bytesRead += unit < 0 ? 0 : 1;
      return unit;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = super.read(buffer, offset, length);
      bytesRead += Math.max(0, count);
      return count;
    }
  }
}
