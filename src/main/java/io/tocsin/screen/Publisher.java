package io.tocsin.screen;

import io.tocsin.model.Article;

/** Who published an article. */
public final class Publisher {
  /** Stands for a publisher that neither source nor URL tells. */
  public static final String UNKNOWN = "unknown";

  private Publisher() {}

  /**
   * The given source; else the registrable domain of the URL; else {@link #UNKNOWN}. Never blank.
   */
  public static String of(Article article) {
    String source = article.source() == null ? "" : article.source().strip();
    if (!source.isEmpty()) {
      return source;
    }
    String host = article.url() == null ? null : CanonicalUrl.host(article.url());
    return host == null ? UNKNOWN : Domains.registrable(host);
  }
}
