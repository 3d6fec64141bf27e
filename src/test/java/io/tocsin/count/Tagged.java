package io.tocsin.count;

import io.tocsin.model.Article;
import io.tocsin.model.Mark;
import io.tocsin.model.ScreenedArticle;
import io.tocsin.model.Tagging;
import io.tocsin.model.Watchlist;
import io.tocsin.tag.Tagger;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An article with what the real tagger found in it. */
record Tagged(ScreenedArticle screened, Tagging tagging) {
  static final Instant TIME = Instant.parse("2026-03-02T11:50:30Z");
  static final Instant RECEIVED = Instant.parse("2026-03-02T12:00:00Z");

  static Tagged of(@Nullable String title, String body, Watchlist watchlist, Mark... marks) {
    Article article =
        new Article(
            "a1", "https://e.example/1", "e", title, null, body, "en", TIME, List.of(), null, null);
    ScreenedArticle screened =
        new ScreenedArticle("a1", article, "e", TIME, RECEIVED, Set.of(marks));
    return new Tagged(screened, Tagger.compile(watchlist).tag(article));
  }
}
