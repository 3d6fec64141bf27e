package io.tocsin.serve;

import io.tocsin.model.FieldSpan;
import io.tocsin.model.TaggedArticle;
import io.tocsin.serve.search.ArticleSearch;
import io.tocsin.serve.search.SearchCursor;
import io.tocsin.serve.search.SearchPage;
import io.tocsin.serve.search.SearchQuestion;
import io.tocsin.serve.search.SearchState;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Hands out the articles that it was given, page by page, and remembers what it was asked. */
final class FakeSearch implements ArticleSearch {
  final List<SearchPage.Hit> hits = new CopyOnWriteArrayList<>();
  final List<SearchQuestion> asked = new CopyOnWriteArrayList<>();
  volatile SearchState state = new SearchState("reading", 2, 4_096, 0, LiveViewFixture.NOON);

  void add(TaggedArticle article, FieldSpan... spans) {
    hits.add(new SearchPage.Hit(article, List.of(spans)));
  }

  @Override
  public SearchPage search(SearchQuestion question) {
    asked.add(question);
    SearchCursor after = question.after();
    List<SearchPage.Hit> rest = new ArrayList<>(hits);
    if (after != null) {
      rest.removeIf(hit -> hit.article().id().compareTo(after.id()) <= 0);
    }
    boolean more = rest.size() > question.limit();
    List<SearchPage.Hit> page = rest.subList(0, Math.min(rest.size(), question.limit()));
    SearchCursor next = more ? new SearchCursor(0, page.get(page.size() - 1).article().id()) : null;
    return new SearchPage(page, next, true, rest.size());
  }

  @Override
  public SearchState state() {
    return state;
  }
}
