package io.tocsin.tag;

import io.tocsin.model.Article;
import io.tocsin.model.Tagging;
import io.tocsin.model.Watchlist;
import java.util.List;

/** Finds what a watchlist names in articles; immutable, shared by all threads. */
public final class Tagger {
  private Tagger() {}

  /**
   * Compiles a watchlist.
   *
   * @throws IllegalArgumentException when an alias or a query cannot be compiled; the message names
   *     it
   */
  public static Tagger compile(Watchlist watchlist) {
    return new Tagger();
  }

  /** Everything found in one article; the same for the same article and watchlist. */
  public Tagging tag(Article article) {
    return new Tagging(List.of(), List.of(), List.of(), List.of(), 0, "", List.of());
  }
}
