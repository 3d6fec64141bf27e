package io.tocsin.tag;

import io.tocsin.model.Tag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Bounds what one article may carry as tags. A megabyte of country names is a legal article; with a
 * tag for every one of them it would no longer fit into a record, and the stream could not go on
 * past it. Occurrences are counted before the cut.
 */
final class TagLimit {
  /** The longest article of a newspaper has some hundred. */
  static final int PER_ARTICLE = 1_000;

  /** More places of one subject tell nobody anything. */
  static final int PER_SUBJECT = 100;

  /** UTF-16 units of all surfaces together: a word may be as long as the article. */
  static final int SURFACES = 200_000;

  private TagLimit() {}

  /** The first tags in reading order that are within the limits; the same list when all are. */
  static List<Tag> cut(List<Tag> tags) {
    List<Tag> kept = new ArrayList<>();
    Map<String, Integer> bySubject = new HashMap<>();
    int surfaces = 0;
    for (Tag tag : tags) {
      surfaces += tag.surface().length();
      boolean fits = bySubject.merge(tag.subject(), 1, Integer::sum) <= PER_SUBJECT;
      if (fits && surfaces <= SURFACES && kept.size() < PER_ARTICLE) {
        kept.add(tag);
      }
    }
    return kept.size() == tags.size() ? tags : kept;
  }
}
