package io.tocsin.wire.watchlist;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong in a watchlist.
 *
 * @param file name of the file or the key of the record
 * @param line counted from 1; 0 when lines mean nothing there
 * @param column counted from 1; 0 when lines mean nothing there
 * @param id of the subject or rule it belongs to; null when there is none or it could not be read
 * @param message what is wrong and what would be right
 */
public record Problem(String file, int line, int column, @Nullable String id, String message) {

  /** One line for a person: place, id, message. */
  @Override
  public String toString() {
    return new Place(file, line, column) + ": " + (id == null ? "" : id + ": ") + message;
  }
}
