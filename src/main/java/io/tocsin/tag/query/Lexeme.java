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
  private static final int LONGEST_SHOWN = 30;

  /** As much of the text as a message has room for. */
  String shown() {
    return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
  }

  /** The kinds of pieces. */
  enum Kind {
    WORD,
    PHRASE,
    /** {@code ="NASA"}; the text is without sign and quotes. */
    EXACT,
    /** {@code @person/jane-roe}; the text is without the sign. */
    SUBJECT,
    /** {@code @group/leaders}; the text is the name of the group. */
    GROUP,
    /** {@code title:}; the text is without the colon. */
    ZONE,
    /** {@code source:bbc.co.uk}, {@code section:"world news"}; the text is as written. */
    META,
    AND,
    OR,
    NOT,
    /** {@code NEAR/5} or {@code ONEAR/5}. */
    NEAR,
    /** {@code SENTENCE} or {@code PARAGRAPH}. */
    SAME,
    /** {@code ATLEAST/3}. */
    AT_LEAST,
    OPEN,
    CLOSE,
    END
  }
}
