package io.tocsin.ingest.feed.parse;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One item of a feed.
 *
 * @param id what the feed calls it: guid, Atom id, {@code rdf:about}; empty for none
 * @param link absolute address of its page; empty for none
 * @param title headline
 * @param summary standfirst
 * @param content the text
 * @param published when it was published, by itself
 * @param updated when it was last changed, by itself
 * @param authors bylines
 * @param language BCP 47 tag of itself or its feed; empty for none
 * @param categories as given
 */
public record FeedItem(
    String id,
    String link,
    FeedText title,
    FeedText summary,
    FeedText content,
    @Nullable Instant published,
    @Nullable Instant updated,
    List<String> authors,
    String language,
    List<String> categories) {

  /** Makes the lists immutable. */
  public FeedItem {
    authors = List.copyOf(authors);
    categories = List.copyOf(categories);
  }

  /** When it was published; feeds that only tell when it was changed last mean that. */
  public @Nullable Instant time() {
    return published == null ? updated : published;
  }
}
