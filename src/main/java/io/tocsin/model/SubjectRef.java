package io.tocsin.model;

/**
 * A subject by id, name and kind.
 *
 * @param id such as {@code person/kim-jong-un}
 * @param name for people to read
 * @param kind the part of the id before the slash
 */
public record SubjectRef(String id, String name, String kind) {

  /** The reference of an id of the form {@code kind/slug}. */
  public static SubjectRef of(String id, String name) {
    int slash = id.indexOf('/');
    return new SubjectRef(id, name, slash < 0 ? "" : id.substring(0, slash));
  }
}
