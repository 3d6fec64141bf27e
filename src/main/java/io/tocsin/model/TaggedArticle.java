package io.tocsin.model;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The value of {@code news.tagged}: an article with everything that was found in it.
 *
 * @param id the article's id
 * @param article the article as received
 * @param publisher who published it, as settled by the screen: what voices are told apart by
 * @param eventTime the checked event time
 * @param receivedAt the time of its record on {@code news.articles}
 * @param marks what the screen noted
 * @param tags every place of every subject
 * @param mentions one per subject
 * @param names unlisted names
 * @param matches rules whose query matched
 * @param story fingerprint of the story
 * @param signature similar for edited copies of a story, see {@code tag.story.Signatures}; empty
 *     for a text without words
 * @param revision 0 for the first version of the article, then 1, 2, …
 * @param watchlistVersion the version that it was tagged with
 */
public record TaggedArticle(
    String id,
    Article article,
    String publisher,
    Instant eventTime,
    Instant receivedAt,
    Set<Mark> marks,
    List<Tag> tags,
    List<SubjectMention> mentions,
    List<Name> names,
    List<RuleMatch> matches,
    String story,
    String signature,
    int revision,
    long watchlistVersion) {

  /** Makes the collections immutable. */
  public TaggedArticle {
    marks = Collections.unmodifiableSet(new TreeSet<>(marks));
    tags = List.copyOf(tags);
    mentions = List.copyOf(mentions);
    names = List.copyOf(names);
    matches = List.copyOf(matches);
    // Records of an older version have none.
    signature = Objects.requireNonNullElse(signature, "");
  }

  /**
   * Brings together what was found in an article with the article.
   *
   * @param revision 0 for the first version of the article
   * @param watchlistVersion the version that it was tagged with
   */
  public static TaggedArticle of(
      ScreenedArticle article, Tagging tagging, int revision, long watchlistVersion) {
    Set<Mark> marks = new TreeSet<>(article.marks());
    if (tagging.cut()) {
      marks.add(Mark.TAGS_CUT);
    }
    return new TaggedArticle(
        article.id(),
        article.article(),
        article.publisher(),
        article.eventTime(),
        article.receivedAt(),
        marks,
        tagging.tags(),
        tagging.mentions(),
        tagging.names(),
        tagging.matches(),
        tagging.story(),
        tagging.signature(),
        revision,
        watchlistVersion);
  }
}
