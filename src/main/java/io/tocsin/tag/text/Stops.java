package io.tocsin.tag.text;

/** What a character can do to the end of a sentence. */
final class Stops {
  /** Nothing; nearly all characters. */
  static final int NONE = 0;

  /** Ends a sentence when space and something that can open one follow. */
  static final int OPEN = 1;

  /**
   * Ends a sentence whatever follows: scripts that set no space after it, or use it for no more.
   */
  static final int FULL = 2;

  /** A line feed: ends a sentence when it ends a paragraph. */
  static final int LINE = 3;

  /** Ends a paragraph. */
  static final int PARAGRAPH = 4;

  /** A semicolon, which asks in Greek. */
  static final int GREEK = 5;

  /** Classes of the first 256 characters, since a look-up is faster than a switch for most text. */
  private static final byte[] LATIN = new byte[256];

  static {
    LATIN['.'] = OPEN;
    LATIN['!'] = OPEN;
    LATIN['?'] = OPEN;
    LATIN[';'] = GREEK;
    LATIN['\n'] = LINE;
  }

  private static final String CLOSERS = ")]}\"'”’»›」』】）〉》";
  private static final String OPENERS = "([{\"'“‘«‹„‚¿¡「『（—–-";
  private static final String DASHES = "—–-_";
  private static final String BULLETS = "•‣▪◦●·–—-*";

  private Stops() {}

  /** One of the constants. */
  static int of(char c) {
    if (c < 256) {
      return LATIN[c];
    }
    return switch (c) {
      case '\u2026', '\u203C', '\u2047', '\u2048', '\u2049' -> OPEN;
      case '\u0589', // Armenian
          '\u061F', // Arabic question mark
          '\u06D4', // Urdu
          '\u0964', // Devanagari, and Bengali with it
          '\u0965',
          '\u104B', // Burmese
          '\u1362', // Ethiopic
          '\u1367',
          '\u1368',
          '\u17D4', // Khmer
          '\u3002', // Chinese and Japanese
          '\uFF01',
          '\uFF0E',
          '\uFF1F',
          '\uFF61' ->
          FULL;
      case '\u2029' -> PARAGRAPH;
      case '\u037E' -> GREEK;
      default -> NONE;
    };
  }

  /** Full stops, question and exclamation marks of any script. */
  static boolean isStop(char c) {
    int kind = of(c);
    return kind == OPEN || kind == FULL;
  }

  /** A quote or bracket that may close what a stop ended. */
  static boolean isCloser(char c) {
    return (c < 128 || c >= 0xBB) && CLOSERS.indexOf(c) >= 0;
  }

  /** Quotes that close in German what they open in English and Chinese. */
  static boolean isTurnedQuote(char c) {
    return c == '“' || c == '‘';
  }

  /** A quote, bracket or dash that may stand before the first word of a sentence. */
  static boolean isOpener(char c) {
    return OPENERS.indexOf(c) >= 0;
  }

  /** A dash of any length, or the underscore that agencies send for one. */
  static boolean isDash(char c) {
    return DASHES.indexOf(c) >= 0;
  }

  /** What may stand before an item of a list. */
  static boolean isBullet(char c) {
    return BULLETS.indexOf(c) >= 0;
  }

  /** White space, hard spaces among them. */
  static boolean isSpace(char c) {
    if (c < 128) {
      return c <= ' ' && Character.isWhitespace(c);
    }
    return c == '\u00A0' || c == '\u2007' || c == '\u202F' || Character.isWhitespace(c);
  }
}
