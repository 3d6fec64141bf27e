package io.tocsin.serve;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.tocsin.serve.search.ArticleSearch;
import io.tocsin.serve.search.SearchCursor;
import io.tocsin.serve.search.SearchPage;
import io.tocsin.serve.search.SearchQuestion;
import io.tocsin.serve.search.SearchState;
import io.tocsin.settings.Durations;
import io.tocsin.tag.query.Query;
import io.tocsin.tag.query.QueryException;
import io.tocsin.tag.query.QueryParser;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/v1/articles?q=&from=&to=&subject=&limit=&cursor=&format=json|ndjson|csv|rss}:
 * articles that match a query of our language, the newest event time first.
 */
final class SearchHandler implements Handler {
  private static final List<String> PARAMETERS =
      List.of("q", "from", "to", "subject", "cursor", "format");
  private static final int MOST = 1_000;
  private static final int MOST_SUBJECTS = 20;

  private final ArticleSearch search;

  SearchHandler(ArticleSearch search) {
    this.search = search;
  }

  /** Whether a request asks for a search, rather than for the newest articles. */
  static boolean isMeant(Context context) {
    return PARAMETERS.stream().anyMatch(name -> context.queryParam(name) != null);
  }

  @Override
  public void handle(Context context) {
    String format = Objects.requireNonNullElse(context.queryParam("format"), "json");
    SearchFormat wanted =
        SearchFormat.of(format)
            .orElseThrow(
                () ->
                    new Problem.Refused(
                        400, "`format` must be json, ndjson, csv or rss", "format"));
    SearchQuestion question =
        new SearchQuestion(
            query(context),
            time(context, "from"),
            time(context, "to"),
            subjects(context),
            cursor(context),
            Answers.number(context, "limit", 50, MOST));
    // Taken first: what comes in between may be in the page and is never promised.
    SearchState state = search.state();
    SearchPage page = search.search(question);
    List<ArticleView> articles =
        page.hits().stream().map(hit -> Excerpts.of(hit.article(), hit.spans())).toList();
    SearchCursor next = page.next();
    String cursor = next == null ? null : next.toString();
    Results results = new Results(articles, cursor, page.complete(), page.looked(), state);
    wanted.write(context, results);
  }

  /**
   * The answer.
   *
   * @param articles the newest event time first; what the query found is marked
   * @param next the {@code cursor} of the next page; null when there is nothing more
   * @param complete false when the search took too long to fill the page; {@code next} goes on
   * @param looked how many articles were held against the query
   * @param index how far the index is: what was received after {@code indexedUntil} is not in it
   */
  record Results(
      List<ArticleView> articles,
      @Nullable String next,
      boolean complete,
      int looked,
      SearchState index) {}

  private static @Nullable Query query(Context context) {
    String text = context.queryParam("q");
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return QueryParser.parse(text);
    } catch (QueryException e) {
      throw new Problem.Refused(
          new Problem(400, String.valueOf(e.getMessage()), "q", e.position()));
    }
  }

  private static @Nullable Instant time(Context context, String name) {
    String text = context.queryParam(name);
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      Instant time = time(text.strip());
      // The index counts in milliseconds, which do not reach as far as an instant.
      long unused = time.toEpochMilli();
      return time;
    } catch (DateTimeException | IllegalArgumentException | ArithmeticException e) {
      throw new Problem.Refused(
          400,
          "`"
              + name
              + "` must be a day such as 2023-11-06, a time such as 2023-11-06T09:30:00Z, or how long ago,"
              + " such as 24h",
          name);
    }
  }

  private static Instant time(String text) {
    if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
      return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    return text.matches("\\d{4}-.*")
        ? Instant.parse(text)
        : Instant.now().minus(Durations.parse(text));
  }

  private static List<String> subjects(Context context) {
    List<String> subjects =
        context.queryParams("subject").stream().filter(id -> !id.isBlank()).toList();
    if (subjects.size() > MOST_SUBJECTS) {
      throw new Problem.Refused(400, "at most " + MOST_SUBJECTS + " subjects at once", "subject");
    }
    return subjects;
  }

  private static @Nullable SearchCursor cursor(Context context) {
    String cursor = context.queryParam("cursor");
    return cursor == null || cursor.isBlank()
        ? null
        : SearchCursor.parse(cursor)
            .orElseThrow(
                () ->
                    new Problem.Refused(
                        400, "`cursor` must be the `next` of another page", "cursor"));
  }
}
