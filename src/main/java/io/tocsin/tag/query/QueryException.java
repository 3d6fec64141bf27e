package io.tocsin.tag.query;

/** A query that cannot be read; says where, and what would be right. */
public final class QueryException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final int position;

  /**
   * @param message what is wrong and what would be right
   * @param position UTF-16 offset into the query, from 0
   */
  public QueryException(String message, int position) {
    super(message);
    this.position = position;
  }

  /** UTF-16 offset into the query, from 0. */
  public int position() {
    return position;
  }
}
