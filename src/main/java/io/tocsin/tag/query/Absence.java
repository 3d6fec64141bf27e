package io.tocsin.tag.query;

import io.tocsin.tag.query.Explanation.Spot;
import io.tocsin.tag.query.Query.About;
import io.tocsin.tag.query.Query.Anchor;
import io.tocsin.tag.query.Query.Group;
import io.tocsin.tag.query.Query.Term;
import io.tocsin.tag.text.Reading;
import java.util.List;
import java.util.stream.Collectors;

/** Says why a term, a subject or a group is not where it was looked for. */
final class Absence {
  private final Evaluator evaluator;

  Absence(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  String of(Anchor anchor) {
    List<Place> outside = evaluator.standing().places(anchor);
    if (!outside.isEmpty()) {
      return "it stands elsewhere only: " + shown(outside);
    }
    if (anchor instanceof About) {
      return "the article has no tag of the subject";
    }
    if (anchor instanceof Group) {
      return "the article has no tag of any subject of the group";
    }
    return of((Term) anchor);
  }

  private String of(Term term) {
    if (!term.exact().isEmpty() || !term.pattern().isEmpty()) {
      List<Place> alike = find(new Term(term.words(), term.prefix()));
      if (!alike.isEmpty()) {
        return "only written otherwise: " + shown(alike);
      }
    }
    if (term.words().size() == 1) {
      return "not in the text";
    }
    for (int i = 0; i < term.words().size(); i++) {
      boolean prefix = term.prefix() && i == term.words().size() - 1;
      Term word = new Term(List.of(term.words().get(i)), prefix);
      if (find(word).isEmpty()) {
        return "'" + QueryPrinter.print(word) + "' is not in the text";
      }
    }
    return "its words are in the text, but never side by side in one sentence";
  }

  private List<Place> find(Term term) {
    return TermIndex.of(List.of(term)).find(evaluator.reading()).getOrDefault(term, List.of());
  }

  private String shown(List<Place> places) {
    Reading reading = evaluator.reading();
    return QueryExplainer.spots(places.subList(0, Math.min(3, places.size())), reading).stream()
        .map(Absence::shown)
        .collect(Collectors.joining(", "));
  }

  private static String shown(Spot spot) {
    return "'" + spot.surface() + "' in the " + spot.span().field().word();
  }
}
