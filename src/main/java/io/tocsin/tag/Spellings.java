package io.tocsin.tag;

import io.tocsin.model.Alias;
import io.tocsin.model.Form;
import io.tocsin.model.Subject;
import io.tocsin.model.Weights;
import io.tocsin.tag.query.Query;
import io.tocsin.tag.query.Query.Term;
import io.tocsin.tag.query.QueryException;
import io.tocsin.tag.query.QueryParser;
import io.tocsin.tag.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Compiles a subject: the ways to write it, and its query or weighted list. Errors name the
 * subject.
 */
final class Spellings {
  private Spellings() {}

  /**
   * Every way to write a subject by name.
   *
   * @throws IllegalArgumentException when one of them folds to nothing
   */
  static List<Spelling> of(Subject subject) {
    List<Spelling> spellings = new ArrayList<>();
    for (Alias alias : aliases(subject)) {
      spellings.add(named(subject, alias.text(), () -> Spelling.alias(subject.id(), alias)));
    }
    for (String text : subject.shorts()) {
      spellings.add(loose(subject, Form.SHORT, text));
    }
    for (String text : subject.demonyms()) {
      spellings.add(loose(subject, Form.DEMONYM, text));
    }
    return spellings;
  }

  /** A short form or demonym; the error names the subject. */
  static Spelling loose(Subject subject, Form form, String text) {
    return named(subject, text, () -> Spelling.loose(subject.id(), form, text));
  }

  /** What is said of a text in which nothing can be looked up. */
  static IllegalArgumentException empty(Subject subject, String text) {
    return new IllegalArgumentException(
        "subject "
            + subject.id()
            + ": '"
            + text
            + "': '"
            + text
            + "' holds no letter or digit to look for");
  }

  /**
   * The aliases, and the name when it is an alias too: conditions on an alias with the same words
   * are not undone by it.
   */
  static List<Alias> aliases(Subject subject) {
    if (subject.query() != null || subject.weights() != null) {
      return subject.aliases();
    }
    List<String> name = Words.folded(subject.name());
    boolean listed =
        subject.aliases().stream().anyMatch(alias -> Words.folded(alias.text()).equals(name));
    if (name.isEmpty() || listed) {
      return subject.aliases();
    }
    List<Alias> aliases = new ArrayList<>(subject.aliases());
    aliases.add(Alias.of(subject.name()));
    return aliases;
  }

  /**
   * The query or weighted list of a subject.
   *
   * @throws IllegalArgumentException when it cannot be compiled
   */
  static Optional<Query> query(Subject subject) {
    return query(subject, Spellings::parse);
  }

  /** As above, its text read by a function of what to call its owner and of the text. */
  static Optional<Query> query(Subject subject, BiFunction<String, String, Query> reader) {
    String text = subject.query();
    if (text != null) {
      return Optional.of(reader.apply("subject " + subject.id(), text));
    }
    @Nullable Weights weights = subject.weights();
    return weights == null ? Optional.empty() : Optional.of(weighted(subject, weights));
  }

  /** A query of something that a message can name. */
  static Query parse(String owner, String text) {
    try {
      return QueryParser.parse(text);
    } catch (QueryException e) {
      throw new IllegalArgumentException(
          owner + ": query, position " + e.position() + ": " + e.getMessage(), e);
    }
  }

  private static Query weighted(Subject subject, Weights weights) {
    Map<Term, Integer> terms = new LinkedHashMap<>();
    weights
        .terms()
        .forEach(
            (text, weight) ->
                terms.merge(named(subject, text, () -> Term.of(text)), weight, Integer::sum));
    Query.Weighted weighted = new Query.Weighted(terms, weights.threshold());
    if (weights.threshold() < 1 || weighted.required().isEmpty()) {
      throw new IllegalArgumentException(
          "subject "
              + subject.id()
              + ": weights need a threshold of at least 1 and at least one positive term");
    }
    return weighted;
  }

  private static <T> T named(Subject subject, String text, java.util.function.Supplier<T> compile) {
    try {
      return compile.get();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "subject " + subject.id() + ": '" + text + "': " + e.getMessage(), e);
    }
  }
}
