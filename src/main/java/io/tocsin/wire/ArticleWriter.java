package io.tocsin.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.tocsin.model.Article;

/**
 * An article to the bytes of {@code news.articles}; what {@link ArticleReader} reads back is equal
 * to it.
 */
public final class ArticleWriter {
  private static final ObjectWriter WRITER =
      Json.MAPPER
          .copy()
          .setDefaultPropertyInclusion(JsonInclude.Include.NON_EMPTY)
          .writerFor(Article.class);

  private ArticleWriter() {}

  /**
   * One JSON object in UTF-8 that holds only the fields which the article has. A lone surrogate,
   * which UTF-8 cannot express, is written as its escape; the reader repairs it.
   */
  public static byte[] bytes(Article article) {
    try {
      return WRITER.writeValueAsBytes(article);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an article can always be written as JSON", e);
    }
  }
}
