package io.tocsin.model;

import java.util.Locale;

/**
 * Why a record was refused. Closed: every value is a metric label, a header value and has a test.
 */
public enum Reason {
  /** Not JSON, empty, or with bytes after the object. */
  MALFORMED_JSON,
  /** JSON, but {@code null}, an array, a number or a string. */
  NOT_AN_OBJECT,
  /** The same key twice in one object. */
  DUPLICATE_KEY,
  /** Nested deeper than the limit. */
  TOO_DEEP,
  /** Longer than the limit of document, string, name, number or tokens. */
  TOO_LARGE,
  /** Bytes that are not UTF-8, or JSON in UTF-16 or UTF-32. */
  INVALID_UTF8,
  /** A field has a type or a value that cannot be read. */
  INVALID_FIELD,
  /** Neither a title nor a body with any text. */
  NO_TEXT,
  /** A fault of ours while tagging it; the article is kept for a replay. */
  PROCESSING_FAILED;

  /** The word on the wire and in metrics, such as {@code malformed_json}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
