package io.tocsin.topology;

import io.tocsin.model.Beat;
import io.tocsin.model.ScreenedArticle;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What passes from screen to tag: an article, which goes where its id says, or the clock of its
 * input partition, which goes everywhere.
 *
 * @param article the accepted article; null where there is a beat
 * @param clock newest trusted event time of its input partition, itself included; null before there
 *     is one
 * @param beat the clock behind everything that came before; null where there is an article
 */
record Passage(@Nullable ScreenedArticle article, @Nullable Instant clock, @Nullable Beat beat) {

  static Passage of(Screened screened) {
    return new Passage(screened.article(), screened.clock(), null);
  }

  static Passage of(Beat beat) {
    return new Passage(null, null, beat);
  }

  /** Under which it goes on. */
  String key() {
    return article == null ? "" : article.id();
  }
}
