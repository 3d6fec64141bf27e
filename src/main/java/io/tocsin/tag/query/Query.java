package io.tocsin.tag.query;

import io.tocsin.tag.text.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A query as parsed: what must stand in an article.
 *
 * <p>Every kind says when it matches and which places it then has; the places of a match become
 * tags and evidence. A query that does not match has none. Places are different from each other and
 * in reading order, the shorter first.
 *
 * <p>A <em>positional</em> query is one whose match is nothing but having places: terms, subjects,
 * groups, OR of positional ones, and a zone of a positional one.
 */
public sealed interface Query {

  /** What can be looked up by itself, so that queries are found by it. */
  sealed interface Anchor extends Query permits Term, About, Group {}

  /**
   * A word, or adjacent words of one sentence. Its places are all where it stands, also where they
   * overlap.
   *
   * @param words folded, at least one
   * @param prefix whether the last word is only the beginning of one
   * @param pattern empty, or what the whole folded last word must look like: {@code ?} is one
   *     character, {@code *} any number of them; it begins with the last of {@code words}, and
   *     {@code prefix} is true
   * @param exact empty, or the words as they must be written, as {@link Words#exact} gives them; of
   *     a prefix the beginning
   */
  record Term(List<String> words, boolean prefix, String pattern, List<String> exact)
      implements Anchor {
    /** Makes the lists immutable. */
    public Term {
      words = List.copyOf(words);
      exact = List.copyOf(exact);
      if (words.isEmpty() || (!exact.isEmpty() && exact.size() != words.size())) {
        throw new IllegalArgumentException("a term has words, and as many exact ones or none");
      }
      if (!pattern.isEmpty() && !(prefix && pattern.startsWith(words.get(words.size() - 1)))) {
        throw new IllegalArgumentException("'" + pattern + "' must begin with the last word");
      }
    }

    /** A term without a pattern, however it is written. */
    public Term(List<String> words, boolean prefix) {
      this(words, prefix, "", List.of());
    }

    /**
     * Reads a term as it stands in a list of context words or weights: words, with a trailing
     * {@code *} for a prefix.
     *
     * @throws IllegalArgumentException when nothing of it can be looked up
     */
    public static Term of(String text) {
      String trimmed = text.strip();
      boolean prefix = trimmed.endsWith("*");
      List<String> words =
          Words.folded(prefix ? trimmed.substring(0, trimmed.length() - 1) : trimmed);
      if (words.isEmpty()) {
        throw new IllegalArgumentException("'" + text + "' holds no letter or digit to look for");
      }
      return new Term(words, prefix);
    }
  }

  /**
   * The article has a tag of a subject, in whatever form; the tags are the places.
   *
   * @param subject id, such as {@code person/kim-jong-un}
   */
  record About(String subject) implements Anchor {}

  /**
   * The article has a tag of any subject of a group; the tags are the places.
   *
   * @param name such as {@code leaders}
   */
  record Group(String name) implements Anchor {}

  /**
   * All operands match; the places are those of all of them.
   *
   * @param operands two or more
   */
  record And(List<Query> operands) implements Query {
    /** Makes the list immutable. */
    public And {
      operands = Shape.several(operands);
    }
  }

  /**
   * At least one operand matches; the places are those of all that do.
   *
   * @param operands two or more
   */
  record Or(List<Query> operands) implements Query {
    /** Makes the list immutable. */
    public Or {
      operands = Shape.several(operands);
    }
  }

  /** The operand does not match; there are no places. */
  record Not(Query operand) implements Query {
    @Override
    public List<Query> operands() {
      return List.of(operand);
    }
  }

  /**
   * A place of each side stand in one field, without overlap, and the second begins at most {@code
   * distance} words after the last word of the first: neighbours are at distance 1. Sentences may
   * end between them. The places are all of either side that have such a neighbour.
   *
   * @param left positional
   * @param right positional
   * @param distance at least 1
   * @param ordered whether the place of the left side must come first
   */
  record Near(Query left, Query right, int distance, boolean ordered) implements Query {
    /** Checks the sides. */
    public Near {
      Shape.positional(left);
      Shape.positional(right);
    }

    @Override
    public List<Query> operands() {
      return List.of(left, right);
    }
  }

  /**
   * A place of each operand stand in one and the same sentence or paragraph; they may overlap. The
   * places are all of every operand that stand in such a sentence or paragraph.
   *
   * @param unit what they share
   * @param operands positional, two or more
   */
  record Same(Unit unit, List<Query> operands) implements Query {
    /** Makes the list immutable. */
    public Same {
      operands = Shape.several(operands);
      operands.forEach(Shape::positional);
    }
  }

  /**
   * The operand has so many places that do not overlap, taken from left to right by where they end;
   * the places are all of the operand.
   *
   * @param count at least 1
   * @param operand positional
   */
  record AtLeast(int count, Query operand) implements Query {
    /** Checks the operand. */
    public AtLeast {
      Shape.positional(operand);
    }

    @Override
    public List<Query> operands() {
      return List.of(operand);
    }
  }

  /**
   * The operand matches when only the places in a zone are there; those are the places. A zone
   * within a zone is what is in both. Attributes of the article are not touched by it.
   */
  record In(Zone zone, Query operand) implements Query {
    @Override
    public List<Query> operands() {
      return List.of(operand);
    }
  }

  /**
   * An attribute of the article is so; there are no places. An article that does not have the
   * attribute does not match.
   *
   * @param value of a time: a date (a day in UTC) or an instant, as {@link java.time.LocalDate} and
   *     {@link java.time.Instant} print them
   */
  record Meta(Attribute attribute, Comparison comparison, String value) implements Query {}

  /**
   * The sum over the terms of weight × occurrences, each term at most three times, reaches a
   * threshold. The places are those of the terms with positive weights; without any there is no
   * match.
   *
   * @param weights by term; negative ones speak against
   * @param threshold at least 1
   */
  record Weighted(Map<Term, Integer> weights, int threshold) implements Query {
    /** Makes the map immutable, in the order given. */
    public Weighted {
      weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
    }

    @Override
    public List<Query> operands() {
      return new ArrayList<>(weights.keySet());
    }
  }

  /** The queries that it is directly made of, in order; empty for a leaf. */
  default List<Query> operands() {
    return List.of();
  }

  /** Whether its match is nothing but having places. */
  default boolean isPositional() {
    return Shape.isPositional(this);
  }

  /** Every term in it, in order. */
  default Set<Term> terms() {
    return Shape.leaves(this, Term.class);
  }

  /** Everything in it that is looked up: terms, subjects and groups, in order. */
  default Set<Anchor> anchors() {
    return Shape.leaves(this, Anchor.class);
  }

  /**
   * Anchors of which at least one stands in every article that matches; empty when an article can
   * match without any. Of such sets the one that seems to stand in the fewest articles, by its size
   * and its words: it decides how often the query is evaluated at all. When it is not empty, every
   * match has places.
   */
  default Set<Anchor> required() {
    return Shape.required(this);
  }
}
