package io.tocsin.model;

import java.util.List;

/**
 * What the tagger found in one article; all lists in order of field and offset, mentions in order
 * of first tag.
 *
 * @param tags every place of every subject
 * @param mentions one per subject
 * @param names unlisted names
 * @param matches rules whose query matched
 * @param ambiguous how many aliases stood in the text with their context unmet
 * @param story fingerprint of the text: equal for copies that differ only in case, punctuation and
 *     credit line
 * @param signature similar for edited copies, to be compared by {@code tag.story.Signatures}; empty
 *     for a text without words
 * @param sentences start offsets of sentences
 * @param cut whether there were more tags than an article may carry; mentions count all of them
 */
public record Tagging(
    List<Tag> tags,
    List<SubjectMention> mentions,
    List<Name> names,
    List<RuleMatch> matches,
    int ambiguous,
    String story,
    String signature,
    List<FieldSpan> sentences,
    boolean cut) {
  /** Makes the lists immutable. */
  public Tagging {
    tags = List.copyOf(tags);
    mentions = List.copyOf(mentions);
    names = List.copyOf(names);
    matches = List.copyOf(matches);
    sentences = List.copyOf(sentences);
  }
}
