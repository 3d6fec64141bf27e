package io.tocsin.screen;

import io.tocsin.model.Article;
import java.time.Instant;

/**
 * The identity of an article over its versions, and so the key of its records. The producer of a
 * record and the screen derive it by the same rule, so that all versions of an article lie in one
 * partition.
 */
public final class ArticleId {
  /** Longest given id in characters; a longer one is replaced by its hash. */
  public static final int MAX_LENGTH = 512;

  private ArticleId() {}

  /**
   * The given id; else {@code url:} and a hash of the canonical URL; else {@code text:} and a hash
   * of source, title, body and time. Never blank.
   */
  public static String of(Article article) {
    String given = article.id() == null ? "" : article.id().strip();
    if (!given.isEmpty()) {
      return given.length() <= MAX_LENGTH ? given : "id:" + Fingerprint.of(given);
    }
    String url = article.url() == null ? "" : CanonicalUrl.of(article.url());
    if (!url.isEmpty()) {
      return "url:" + Fingerprint.of(url);
    }
    Instant time = article.publishedAt();
    return "text:"
        + Fingerprint.of(
            article.source(),
            article.title(),
            article.body(),
            time == null ? null : time.toString());
  }
}
