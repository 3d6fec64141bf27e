package io.tocsin.ingest;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The files of a folder that were not opened, because their names do not say that they hold
 * articles.
 *
 * @param count how many
 * @param first some of them, relative to the folder, in the order of their names
 */
public record LeftOut(int count, List<String> first) {
  /** Nothing was left out. */
  static final LeftOut NOTHING = new LeftOut(0, List.of());

  private static final int SHOWN = 5;

  /** Of these files of a folder. */
  static LeftOut of(Path folder, List<Path> files) {
    return new LeftOut(
        files.size(),
        files.stream().limit(SHOWN).map(file -> folder.relativize(file).toString()).toList());
  }

  /** One line, such as {@code 2 files left out (suffix not known, or hidden): a.csv, b.pdf}. */
  @Override
  public String toString() {
    return first.stream()
        .collect(
            Collectors.joining(
                ", ",
                count
                    + (count == 1 ? " file" : " files")
                    + " left out (suffix not known, or hidden): ",
                count > first.size() ? ", …" : ""));
  }
}
