package io.tocsin.wire.watchlist;

import java.util.List;

/**
 * A document before it means anything: the common ground of YAML and JSON, with the place of every
 * part.
 */
sealed interface Value {

  /** Where it begins. */
  Place place();

  /** What a person would call it. */
  String what();

  /**
   * One word or text. Its type is not guessed: {@code NO} and {@code 1984} are text where text is
   * wanted.
   *
   * @param text as written
   * @param plain true without quotes; only then can it be a number, a truth value or nothing
   * @param place where it begins
   */
  record Scalar(String text, boolean plain, Place place) implements Value {
    private static final List<String> NOTHING = List.of("", "~", "null", "Null", "NULL");

    boolean isNothing() {
      return plain && NOTHING.contains(text);
    }

    @Override
    public String what() {
      return isNothing() ? "nothing" : "'" + Texts.shorten(text) + "'";
    }
  }

  /**
   * A list.
   *
   * @param items in order
   * @param place where it begins
   */
  record Sequence(List<Value> items, Place place) implements Value {
    @Override
    public String what() {
      return "a list";
    }
  }

  /**
   * Keys and values; the keys differ from each other.
   *
   * @param entries in order
   * @param place where it begins
   */
  record Mapping(List<Entry> entries, Place place) implements Value {
    @Override
    public String what() {
      return "a set of keys";
    }
  }

  /**
   * One key of a mapping.
   *
   * @param key the key
   * @param value its value
   */
  record Entry(Scalar key, Value value) {}
}
