package io.tocsin.tag;

import io.tocsin.model.Alias;
import io.tocsin.model.Article;
import io.tocsin.model.Condition;
import io.tocsin.model.Form;
import io.tocsin.model.Rule;
import io.tocsin.model.Subject;
import io.tocsin.model.Tag;
import io.tocsin.model.Watchlist;
import io.tocsin.tag.forms.Forms;
import io.tocsin.tag.query.Evaluator;
import io.tocsin.tag.query.Explanation;
import io.tocsin.tag.query.Place;
import io.tocsin.tag.query.Query;
import io.tocsin.tag.query.Query.Term;
import io.tocsin.tag.query.QueryExplainer;
import io.tocsin.tag.query.Standing;
import io.tocsin.tag.query.TermIndex;
import io.tocsin.tag.text.Reading;
import io.tocsin.tag.text.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Says for one article why subjects, rules and queries were found in it or not. For people who
 * write watchlists: it takes its time.
 */
public final class Explainer {
  private final Watchlist watchlist;
  private final Tagger tagger;
  private final Map<String, Query> ofSubjects = new LinkedHashMap<>();

  /**
   * Compiles a watchlist.
   *
   * @throws IllegalArgumentException when it cannot be compiled; the message names what
   */
  public Explainer(Watchlist watchlist) {
    this.watchlist = watchlist;
    this.tagger = Tagger.compile(watchlist);
    for (Subject subject : watchlist.subjects()) {
      Spellings.query(subject).ifPresent(query -> ofSubjects.put(subject.id(), query));
    }
  }

  /**
   * Why a subject was found in an article or not: every way to write it, and its query.
   *
   * @throws IllegalArgumentException when there is no such subject
   */
  public Explanation subject(Article article, String id) {
    Subject subject =
        watchlist.subjects().stream()
            .filter(known -> known.id().equals(id))
            .findFirst()
            .orElseThrow(() -> unknown("subject", id, subjects()));
    Reading reading = Reading.of(article);
    List<Tag> tags = tagger.tag(article).tags();
    List<Explanation> parts = new ArrayList<>();
    List<Spelling> spellings = Spellings.of(subject);
    spellings.forEach(
        spelling -> parts.add(new SpellingExplainer(reading, tags, spelling).explain()));
    inflected(subject, reading)
        .forEach(form -> parts.add(new SpellingExplainer(reading, tags, form).explain()));
    Optional.ofNullable(ofSubjects.get(id)).ifPresent(query -> parts.add(explain(reading, query)));
    List<Tag> implied =
        tags.stream()
            .filter(tag -> tag.subject().equals(id) && tag.form() == Form.IMPLIED)
            .toList();
    if (!subject.contains().isEmpty()) {
      parts.add(
          new Explanation(
              "parts: " + String.join(", ", subject.contains()),
              !implied.isEmpty(),
              implied.stream().map(SpellingExplainer::spot).toList(),
              implied.isEmpty() ? "none is tagged where the subject is not" : "",
              List.of()));
    }
    boolean found = tags.stream().anyMatch(tag -> tag.subject().equals(id));
    return new Explanation(
        id + " (" + subject.name() + ")",
        found,
        List.of(),
        found ? "" : "the article has no tag of it",
        parts);
  }

  /** The generated forms that stand in the text: there are too many of them to show the others. */
  private static Set<Spelling> inflected(Subject subject, Reading reading) {
    Set<Spelling> forms = new LinkedHashSet<>();
    for (Alias alias : subject.aliases()) {
      String language = alias.language();
      if (language != null) {
        Spelling base = Spelling.alias(subject.id(), alias);
        Forms.of(alias.text(), language).forEach(form -> forms.add(base.inflected(form)));
      }
    }
    Set<Term> standing =
        TermIndex.of(forms.stream().map(Spelling::term).toList()).find(reading).keySet();
    forms.removeIf(form -> !standing.contains(form.term()));
    return forms;
  }

  /**
   * Why the query of a rule matched an article or not.
   *
   * @throws IllegalArgumentException when there is no such rule, or it has no query
   */
  public Explanation rule(Article article, String id) {
    List<String> ids = watchlist.rules().stream().map(Rule::id).toList();
    Rule rule =
        watchlist.rules().stream()
            .filter(known -> known.id().equals(id))
            .findFirst()
            .orElseThrow(() -> unknown("rule", id, ids));
    if (rule.when() instanceof Condition.Match match) {
      return explain(Reading.of(article), Spellings.parse("rule " + id, match.query()));
    }
    throw new IllegalArgumentException(
        "rule " + id + " has no query: it counts subjects, so ask for one of these");
  }

  /**
   * Why a query matches an article or not.
   *
   * @throws IllegalArgumentException when it cannot be read
   */
  public Explanation query(Article article, String text) {
    return explain(Reading.of(article), Spellings.parse("query", text));
  }

  private Explanation explain(Reading reading, Query query) {
    Map<String, List<String>> groups = new HashMap<>();
    watchlist.subjects().forEach(subject -> groups.put(subject.id(), subject.groups()));
    Standing standing = new Standing(TermIndex.of(query.terms()).find(reading), groups);
    for (Tag tag : tagger.tag(reading.article()).tags()) {
      standing.add(tag.subject(), List.of(place(tag, reading.words())));
    }
    return new QueryExplainer(new Evaluator(reading, standing)).explain(query);
  }

  /** The words that a tag covers. */
  private static Place place(Tag tag, List<Word> words) {
    int first = 0;
    while (words.get(first).field() != tag.field() || words.get(first).start() < tag.start()) {
      first++;
    }
    int last = first;
    while (words.get(last).end() < tag.end()) {
      last++;
    }
    return new Place(first, last);
  }

  private List<String> subjects() {
    return watchlist.subjects().stream().map(Subject::id).toList();
  }

  private static IllegalArgumentException unknown(String what, String id, List<String> known) {
    return new IllegalArgumentException(
        "the watchlist has no " + what + " '" + id + "'" + Nearest.hint(id, known));
  }
}
