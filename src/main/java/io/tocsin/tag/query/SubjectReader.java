package io.tocsin.tag.query;

import io.tocsin.tag.query.Query.About;
import java.util.regex.Pattern;

/** Reads a subject or a group of a query. */
final class SubjectReader {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*/[a-z0-9][a-z0-9._-]*");

  private SubjectReader() {}

  static About read(Lexeme lexeme) {
    if (!ID.matcher(lexeme.text()).matches()) {
      throw new QueryException(
          "a subject is written @kind/slug, such as @person/jane-roe, and a group @group/leaders",
          lexeme.start());
    }
    return new About(lexeme.text());
  }

  static String group(Lexeme lexeme) {
    String name = lexeme.text().strip();
    if (name.isEmpty()) {
      throw new QueryException(
          "the name of the group is missing: @group/leaders, or @group/\"armed groups\"",
          lexeme.start());
    }
    return name;
  }
}
