package io.tocsin.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.http.Context;
import io.tocsin.serve.SearchHandler.Results;
import io.tocsin.wire.Json;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** The forms in which results are handed out. */
enum SearchFormat {
  JSON,
  NDJSON,
  CSV,
  RSS;

  /** Header that names the cursor of the next page where the body has no place for it. */
  static final String NEXT = "Tocsin-Next";

  /** The form that a word names. */
  static Optional<SearchFormat> of(String word) {
    return Arrays.stream(values())
        .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst();
  }

  /** Answers with results. */
  void write(Context context, Results results) {
    if (results.next() != null) {
      context.header(NEXT, results.next());
    }
    context.header("Cache-Control", "no-store");
    switch (this) {
      case JSON -> Answers.json(context, results);
      case NDJSON ->
          context.contentType("application/x-ndjson; charset=utf-8").result(lines(results));
      case CSV ->
          context
              .contentType("text/csv; charset=utf-8; header=present")
              .header("Content-Disposition", "attachment; filename=\"articles.csv\"")
              .result(ArticleCsv.of(results.articles()));
      case RSS ->
          context
              .contentType("application/rss+xml; charset=utf-8")
              .result(
                  new ArticleRss(base(context), context.queryParam("q")).of(results.articles()));
    }
  }

  private static String lines(Results results) {
    StringBuilder lines = new StringBuilder();
    try {
      for (ArticleView article : results.articles()) {
        lines.append(Json.MAPPER.writeValueAsString(article)).append('\n');
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write an article as JSON", e);
    }
    return lines.toString();
  }

  /** Where this service was asked; the guard has looked at the host. */
  private static String base(Context context) {
    return context.scheme()
        + "://"
        + Objects.requireNonNullElse(context.header("Host"), "localhost")
        + "/";
  }
}
