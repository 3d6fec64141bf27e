package io.tocsin.tag;

import io.tocsin.model.Article;
import io.tocsin.model.Tagging;
import io.tocsin.model.Watchlist;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a watchlist names in articles; immutable, shared by all threads. It is swapped whole
 * when the watchlist changes.
 */
public final class Tagger {
  /** More places than these of one query in one article tell nobody anything. */
  static final int MAX_QUERY_TAGS = 20;

  /** Of each thread the desk of the tagger that it used last, so that no old watchlist is held. */
  private static final ThreadLocal<@Nullable Desk> DESKS = new ThreadLocal<>();

  private final Compiled compiled;

  private Tagger(Compiled compiled) {
    this.compiled = compiled;
  }

  /**
   * Compiles a watchlist.
   *
   * @throws IllegalArgumentException when an alias or a query cannot be compiled; the message names
   *     it
   */
  public static Tagger compile(Watchlist watchlist) {
    return new Tagger(new Compilation(watchlist, ParsedQueries.NONE).compiled());
  }

  /**
   * Compiles the watchlist that follows this tagger's, faster than from scratch and with the same
   * result: queries that did not change are not read again. This one goes on as before.
   *
   * @throws IllegalArgumentException as above
   */
  public Tagger next(Watchlist watchlist) {
    return new Tagger(new Compilation(watchlist, compiled.parsed()).compiled());
  }

  /** Everything found in one article; the same for the same article and watchlist. */
  public Tagging tag(Article article) {
    return desk().tag(article, true);
  }

  /**
   * As {@link #tag}, but only what the watchlist names: unlisted names are not looked for. Takes
   * two thirds of the time; what else is found is the same.
   */
  public Tagging tagListed(Article article) {
    return desk().tag(article, false);
  }

  private Desk desk() {
    Desk desk = DESKS.get();
    if (desk == null || !desk.isOf(compiled)) {
      desk = new Desk(compiled);
      DESKS.set(desk);
    }
    return desk;
  }
}
