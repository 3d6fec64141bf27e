package io.tocsin.serve.search;

import org.jspecify.annotations.Nullable;

/** The questions that the HTTP handlers may ask of the index. */
public interface ArticleSearch {
  /** Of an instance that keeps no index. */
  ArticleSearch OFF =
      new ArticleSearch() {
        @Override
        public SearchPage search(SearchQuestion question) {
          throw new UnavailableException(
              "this instance keeps no index: set search.enabled, or ask another one", null);
        }

        @Override
        public SearchState state() {
          return SearchState.OFF;
        }
      };

  /**
   * Articles, the newest event time first.
   *
   * @throws UnavailableException when the index cannot be read now
   */
  SearchPage search(SearchQuestion question);

  /** How far the index is. */
  SearchState state();

  /** The index cannot be read now; the message says why. */
  final class UnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** With what happened and, when there is one, the failure below. */
    public UnavailableException(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }
}
