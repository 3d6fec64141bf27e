package io.tocsin.backtest;

import io.tocsin.model.Outcome;
import io.tocsin.model.ScreenedArticle;
import io.tocsin.model.Tagging;
import io.tocsin.screen.TextHash;
import io.tocsin.tag.Tagger;
import io.tocsin.topology.Admission;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one record without knowing any other: the part of the flow that any number of
 * threads may do at once. Tagging comes before the question whether the article is a repeat, which
 * costs some work on repeats and changes nothing that comes out.
 *
 * @param record the record
 * @param settled the article or its refusal
 * @param text hash of its text; empty when it was refused
 * @param tagging what the tagger found; null when there is no article, or the tagger failed on it
 */
record Prepared(
    Recorded record, Outcome<ScreenedArticle> settled, String text, @Nullable Tagging tagging) {

  static Prepared of(Recorded record, Admission admission, Tagger tagger) {
    Outcome<ScreenedArticle> settled = admission.settle(record.value(), record.receivedAt());
    if (!(settled instanceof Outcome.Accepted<ScreenedArticle> accepted)) {
      return new Prepared(record, settled, "", null);
    }
    ScreenedArticle article = accepted.value();
    return new Prepared(record, settled, TextHash.of(article.article()), tagged(article, tagger));
  }

  /** A fault of ours on one article is that article's own, as it is live. */
  private static @Nullable Tagging tagged(ScreenedArticle article, Tagger tagger) {
    try {
      return tagger.tag(article.article());
    } catch (RuntimeException | StackOverflowError fault) {
      return null;
    }
  }
}
