package io.tocsin.serve.search;

import io.tocsin.model.Field;
import io.tocsin.model.FieldSpan;
import io.tocsin.model.Tag;
import io.tocsin.model.TaggedArticle;
import io.tocsin.tag.query.Evaluator;
import io.tocsin.tag.query.Place;
import io.tocsin.tag.query.Query;
import io.tocsin.tag.query.Standing;
import io.tocsin.tag.query.TermIndex;
import io.tocsin.tag.text.Reading;
import io.tocsin.tag.text.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides whether an article matches a query, with the evaluator that rules are decided with, over
 * the article's text and the tags that it got when it came.
 */
final class ExactMatch {
  private final Query query;
  private final TermIndex terms;
  private final Groups groups;

  ExactMatch(Query query, Groups groups) {
    this.query = query;
    this.terms = TermIndex.of(query.terms());
    this.groups = groups;
  }

  /** What made it match, in reading order; empty when it does not match. */
  Optional<List<FieldSpan>> of(TaggedArticle tagged) {
    Reading reading = Reading.of(tagged.article());
    Standing standing = new Standing(terms.find(reading), groups.bySubject());
    Words words = new Words(reading.words());
    for (Tag tag : tagged.tags()) {
      words.place(tag).ifPresent(place -> standing.add(tag.subject(), List.of(place)));
    }
    Evaluator.Verdict verdict = new Evaluator(reading, standing).evaluate(query);
    return verdict.matched()
        ? Optional.of(verdict.places().stream().map(place -> span(place, reading)).toList())
        : Optional.empty();
  }

  private static FieldSpan span(Place place, Reading reading) {
    Word first = reading.words().get(place.first());
    return new FieldSpan(first.field(), first.start(), reading.words().get(place.last()).end());
  }

  /** Finds the words that a tag begins and ends with. */
  private static final class Words {
    private final List<Map<Integer, Integer>> starts = new ArrayList<>();
    private final List<Map<Integer, Integer>> ends = new ArrayList<>();

    Words(List<Word> words) {
      Field.ALL.forEach(
          field -> {
            starts.add(new HashMap<>());
            ends.add(new HashMap<>());
          });
      for (int i = 0; i < words.size(); i++) {
        Word word = words.get(i);
        starts.get(word.field().index()).put(word.start(), i);
        ends.get(word.field().index()).put(word.end(), i);
      }
    }

    Optional<Place> place(Tag tag) {
      Integer first = starts.get(tag.field().index()).get(tag.start());
      Integer last = ends.get(tag.field().index()).get(tag.end());
      return first == null || last == null || last < first
          ? Optional.empty()
          : Optional.of(new Place(first, last));
    }
  }
}
