package io.tocsin.ingest;

import java.util.concurrent.CompletableFuture;

/** Puts an article on {@code news.articles}. */
public interface ArticleSender {
  /**
   * Sends one article.
   *
   * @param id its settled id, which becomes the key
   * @param value its JSON as it came
   * @return done when the cluster has acknowledged it; else completed with the cause
   */
  CompletableFuture<Void> send(String id, byte[] value);
}
