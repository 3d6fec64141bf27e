package io.tocsin.serve;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Articles as a table for a spreadsheet (RFC 4180). A cell that a spreadsheet would take for a
 * formula gets an apostrophe before it: titles are written by strangers.
 */
final class ArticleCsv {
  private static final String FORMULA = "=+-@\t\r\n＝＋－＠";
  private static final String HEAD =
      "eventTime,publisher,language,title,url,subjects,rules,snippet,id\r\n";

  private ArticleCsv() {}

  /** The table with its head. */
  static String of(List<ArticleView> articles) {
    StringBuilder table = new StringBuilder(HEAD);
    for (ArticleView article : articles) {
      List<String> cells =
          List.of(
              article.eventTime().toString(),
              article.publisher(),
              Objects.requireNonNullElse(article.language(), ""),
              Objects.requireNonNullElse(article.title(), ""),
              Objects.requireNonNullElse(article.url(), ""),
              article.subjects().stream().map(ArticleView.Hit::id).collect(Collectors.joining(" ")),
              String.join(" ", article.rules()),
              article.snippet(),
              article.id());
      table.append(cells.stream().map(ArticleCsv::cell).collect(Collectors.joining(",")));
      table.append("\r\n");
    }
    return table.toString();
  }

  private static String cell(String text) {
    // A spreadsheet looks past blanks.
    String bare = text.stripLeading();
    boolean formula =
        (!text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0)
            || (!bare.isEmpty() && FORMULA.indexOf(bare.charAt(0)) >= 0);
    return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
  }
}
