package io.tocsin.tag.query;

/**
 * One piece of a query as written.
 *
 * @param kind what it is
 * @param text as written; of a phrase without its quotes
 * @param start UTF-16 offset of its first unit
 * @param end one past its last
 */
record Lexeme(Kind kind, String text, int start, int end) {
  /** The kinds of pieces. */
  enum Kind {
    WORD,
    PHRASE,
    AND,
    OR,
    NOT,
    NEAR,
    OPEN,
    CLOSE,
    END
  }
}
