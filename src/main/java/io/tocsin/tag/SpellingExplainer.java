package io.tocsin.tag;

import io.tocsin.model.FieldSpan;
import io.tocsin.model.Form;
import io.tocsin.model.Tag;
import io.tocsin.tag.query.Explanation;
import io.tocsin.tag.query.Explanation.Spot;
import io.tocsin.tag.query.Place;
import io.tocsin.tag.query.Query.Term;
import io.tocsin.tag.query.QueryExplainer;
import io.tocsin.tag.query.QueryPrinter;
import io.tocsin.tag.query.TermIndex;
import io.tocsin.tag.text.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Says where one way to write a subject stands in an article, and why it is tagged there or not.
 */
final class SpellingExplainer {
  private final Reading reading;
  private final List<Tag> tags;
  private final Spelling spelling;

  /**
   * @param tags all tags of the article
   */
  SpellingExplainer(Reading reading, List<Tag> tags, Spelling spelling) {
    this.reading = reading;
    this.tags = tags;
    this.spelling = spelling;
  }

  Explanation explain() {
    List<Spot> tagged = new ArrayList<>();
    List<Spot> passed = new ArrayList<>();
    for (Spot spot : QueryExplainer.spots(find(spelling.term()), reading)) {
      (isTagged(spot) ? tagged : passed).add(spot);
    }
    String reason = passed.isEmpty() && tagged.isEmpty() ? "not in the text" : "";
    if (!passed.isEmpty()) {
      reason =
          passed.size()
              + (passed.size() == 1 ? " place" : " places")
              + " not tagged: "
              + passed.stream().limit(3).map(this::why).collect(Collectors.joining("; "));
    }
    return new Explanation(text(), !tagged.isEmpty(), tagged, reason, List.of());
  }

  private String text() {
    String kind = spelling.form() == Form.NAME ? "alias" : spelling.form().word();
    String text = kind + " " + QueryPrinter.print(spelling.term());
    if (!spelling.exact().isEmpty()) {
      text += ", written exactly " + String.join(" ", spelling.exact());
    }
    if (!spelling.needs().isEmpty()) {
      text += ", needs " + words(spelling.needs());
    }
    return spelling.never().isEmpty() ? text : text + ", never " + words(spelling.never());
  }

  private boolean isTagged(Spot spot) {
    return tags.stream()
        .anyMatch(tag -> tag.subject().equals(spelling.subject()) && span(tag).equals(spot.span()));
  }

  private String why(Spot spot) {
    String where =
        "'"
            + spot.surface()
            + "' in the "
            + spot.span().field().word()
            + " at "
            + spot.span().start()
            + ": ";
    Set<String> others = new TreeSet<>();
    for (Tag tag : tags) {
      boolean overlaps =
          tag.field() == spot.span().field()
              && tag.start() < spot.span().end()
              && spot.span().start() < tag.end();
      if (overlaps && tag.form() != Form.QUERY && tag.form() != Form.IMPLIED) {
        others.add(tag.subject() + " ('" + tag.surface() + "')");
      }
    }
    if (!others.isEmpty()) {
      return where + "it is tagged as " + String.join(", ", others);
    }
    List<Term> forbidding = spelling.never().stream().filter(t -> !find(t).isEmpty()).toList();
    if (!forbidding.isEmpty()) {
      return where + words(forbidding) + " never may stand in the article, but does";
    }
    if (!spelling.needs().isEmpty() && spelling.needs().stream().allMatch(t -> find(t).isEmpty())) {
      return where
          + "ambiguous, because none of what it needs stands in the article: "
          + words(spelling.needs());
    }
    return where
        + (spelling.form() == Form.SHORT
            ? "a short form counts only after a full alias, when no other subject claims it"
            : "written otherwise, or claimed by others");
  }

  private List<Place> find(Term term) {
    return TermIndex.of(List.of(term)).find(reading).getOrDefault(term, List.of());
  }

  private static String words(List<Term> terms) {
    return terms.stream().map(QueryPrinter::print).collect(Collectors.joining(", "));
  }

  static Spot spot(Tag tag) {
    return new Spot(span(tag), tag.surface());
  }

  private static FieldSpan span(Tag tag) {
    return new FieldSpan(tag.field(), tag.start(), tag.end());
  }
}
