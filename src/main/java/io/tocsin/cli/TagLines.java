package io.tocsin.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.tocsin.model.ScreenedArticle;
import io.tocsin.model.TaggedArticle;
import io.tocsin.model.Tagging;
import io.tocsin.model.Watchlist;
import io.tocsin.tag.Tagger;
import io.tocsin.wire.Json;
import java.io.UncheckedIOException;
import java.util.stream.Stream;

/**
 * Tags articles without Kafka: what {@code tocsin tag} prints, one JSON object a line, as on {@code
 * news.tagged}.
 */
public final class TagLines {
  private final Watchlist watchlist;
  private final Tagger tagger;
  private final boolean names;

  /**
   * Compiles the watchlist once for all articles.
   *
   * @param names whether names that the watchlist has not are looked for
   * @throws IllegalArgumentException when it cannot be compiled; the message names the alias or
   *     query
   */
  public TagLines(Watchlist watchlist, boolean names) {
    this.watchlist = watchlist;
    this.tagger = Tagger.compile(watchlist);
    this.names = names;
  }

  /** One line per article, in the same order; lazy, so that any number of articles can pass. */
  public Stream<String> lines(Stream<ScreenedArticle> articles) {
    return articles.map(this::tag).map(TagLines::line);
  }

  /** One article as one line. */
  String line(ScreenedArticle article) {
    return line(tag(article));
  }

  /** One article as it would stand on {@code news.tagged}, as a first revision. */
  public TaggedArticle tag(ScreenedArticle screened) {
    Tagging tagging = names ? tagger.tag(screened.article()) : tagger.tagListed(screened.article());
    return TaggedArticle.of(screened, tagging, 0, watchlist.version());
  }

  private static String line(TaggedArticle article) {
    try {
      return Json.MAPPER.writeValueAsString(article);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
