package io.tocsin.wire.watchlist;

/**
 * Where something stands.
 *
 * @param file name of the file or the key of the record
 * @param line counted from 1; 0 when lines mean nothing there
 * @param column counted from 1; 0 when lines mean nothing there
 */
public record Place(String file, int line, int column) {

  /** A place in something without lines, such as a record. */
  static Place of(String file) {
    return new Place(file, 0, 0);
  }

  /** As compilers print it: {@code people.yaml:12:5}. */
  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line + ":" + column;
  }
}
