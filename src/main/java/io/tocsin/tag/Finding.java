package io.tocsin.tag;

import java.util.Locale;

/**
 * Something in a watchlist that is wrong or that will surprise.
 *
 * @param level whether the watchlist can be used with it
 * @param id of the subject or rule
 * @param message what is wrong and what would be right
 */
public record Finding(Level level, String id, String message) {

  /** How bad it is. */
  public enum Level {
    /** The watchlist is refused. */
    ERROR,
    /** It works, but hardly as meant. */
    WARNING;

    /** The word on the wire, such as {@code error}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Finding error(String id, String message) {
    return new Finding(Level.ERROR, id, message);
  }

  static Finding warning(String id, String message) {
    return new Finding(Level.WARNING, id, message);
  }
}
