package io.tocsin.screen;

import io.tocsin.model.Article;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Invented articles for the tests of this package. */
final class Articles {
  private Articles() {}

  static Article identified(@Nullable String id, @Nullable String url, @Nullable String source) {
    return new Article(
        id, url, source, "A title", null, "A body", null, null, List.of(), null, null);
  }

  static Article published(@Nullable Instant publishedAt) {
    return new Article(
        "a", null, null, "A title", null, null, "en", publishedAt, List.of(), null, null);
  }

  static Article written(@Nullable String language, String title, @Nullable String body) {
    return new Article("a", null, null, title, null, body, language, null, List.of(), null, null);
  }
}
