package io.tocsin.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A thing that is watched: the value of {@code news.watchlist} under the key {@code subject/<id>}.
 *
 * @param id {@code kind/slug}, such as {@code place/kp}
 * @param name for people to read; also an alias, unless the subject is a query or weighted list
 * @param aliases ways to write it
 * @param shorts short forms that count only in an article that has a full alias too
 * @param demonyms words such as "North Korean" that count as a mention of the place
 * @param contains ids of parts whose mention implies this whole
 * @param groups names of the groups it belongs to
 * @param wikidata Wikidata item, such as {@code Q423}
 * @param mediaTopic IPTC Media Topic that it stands for, such as {@code medtop:11000000}
 * @param query in the query language, instead of aliases
 * @param weights as a weighted list, instead of aliases
 */
public record Subject(
    String id,
    String name,
    List<Alias> aliases,
    List<String> shorts,
    List<String> demonyms,
    List<String> contains,
    List<String> groups,
    @Nullable String wikidata,
    @Nullable String mediaTopic,
    @Nullable String query,
    @Nullable Weights weights) {
  /** Makes the lists immutable. */
  public Subject {
    aliases = List.copyOf(aliases);
    shorts = List.copyOf(shorts);
    demonyms = List.copyOf(demonyms);
    contains = List.copyOf(contains);
    groups = List.copyOf(groups);
  }

  /** Id, name and kind. */
  public SubjectRef ref() {
    return SubjectRef.of(id, name);
  }
}
