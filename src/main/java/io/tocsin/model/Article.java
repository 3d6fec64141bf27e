package io.tocsin.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of one published text, as a producer offered it: the value of {@code news.articles}.
 *
 * <p>Everything but a title or a body may be missing. {@code screen} completes the id and the
 * language; the text itself is never changed after the door, so that the offsets of tags stay true.
 *
 * @param id stable identity of the article over its versions; derived from the canonical URL when
 *     not given
 * @param url where it was published
 * @param source the publisher's name as given
 * @param title headline
 * @param summary standfirst or abstract
 * @param body the text
 * @param language BCP 47 tag such as {@code en}
 * @param publishedAt when it was published: the event time
 * @param authors bylines
 * @param section desk or category of the publisher
 * @param dateline place and date line of the publisher
 */
public record Article(
    @Nullable String id,
    @Nullable String url,
    @Nullable String source,
    @Nullable String title,
    @Nullable String summary,
    @Nullable String body,
    @Nullable String language,
    @Nullable Instant publishedAt,
    List<String> authors,
    @Nullable String section,
    @Nullable String dateline) {

  /** Makes the list of authors immutable. */
  public Article {
    authors = List.copyOf(authors);
  }

  /** The text of one field; empty when the article does not have it. */
  public String text(Field field) {
    String text =
        switch (field) {
          case TITLE -> title;
          case SUMMARY -> summary;
          case BODY -> body;
        };
    return text == null ? "" : text;
  }

  /** The same article with the id and the language that the screen settled on. */
  public Article identified(String settledId, @Nullable String settledLanguage) {
    return new Article(
        settledId,
        url,
        source,
        title,
        summary,
        body,
        settledLanguage,
        publishedAt,
        authors,
        section,
        dateline);
  }
}
