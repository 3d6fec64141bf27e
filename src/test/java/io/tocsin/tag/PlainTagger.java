package io.tocsin.tag;

import io.tocsin.model.Article;
import io.tocsin.model.Condition;
import io.tocsin.model.FieldSpan;
import io.tocsin.model.Form;
import io.tocsin.model.Rel;
import io.tocsin.model.Rule;
import io.tocsin.model.RuleMatch;
import io.tocsin.model.Subject;
import io.tocsin.model.SubjectMention;
import io.tocsin.model.SubjectRef;
import io.tocsin.model.Tag;
import io.tocsin.model.Tagging;
import io.tocsin.model.Watchlist;
import io.tocsin.tag.query.Place;
import io.tocsin.tag.query.Query;
import io.tocsin.tag.query.Query.Term;
import io.tocsin.tag.query.TermIndex;
import io.tocsin.tag.text.Reading;
import io.tocsin.tag.text.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds what a watchlist names in articles; immutable, shared by all threads.
 *
 * <p>This is the plain specification: a faster tagger must give the same answers.
 */
final class PlainTagger {
  /** More places than these of one query in one article tell nobody anything. */
  static final int MAX_QUERY_TAGS = 20;

  private static final int OFTEN = 3;

  private static final Comparator<Tag> READING_ORDER =
      Comparator.comparing(Tag::field)
          .thenComparingInt(Tag::start)
          .thenComparingInt(Tag::end)
          .thenComparing(Tag::subject)
          .thenComparing(Tag::form);

  private final Map<String, SubjectRef> subjects = new HashMap<>();
  private final PlainLexicon lexicon;
  private final TermIndex terms;
  private final PlainAsked asked;
  private final PlainWholes wholes;

  private PlainTagger(Watchlist watchlist) {
    List<Spelling> spellings = new ArrayList<>();
    Map<String, Query> ofSubjects = new LinkedHashMap<>();
    Map<String, Query> ofRules = new LinkedHashMap<>();
    for (Subject subject : watchlist.subjects()) {
      if (subjects.put(subject.id(), subject.ref()) != null) {
        throw new IllegalArgumentException(
            "subject " + subject.id() + " is there twice: join the two");
      }
      spellings.addAll(Spellings.of(subject));
      Spellings.query(subject).ifPresent(query -> ofSubjects.put(subject.id(), query));
    }
    spellings.addAll(PlainForms.of(watchlist.subjects(), spellings));
    for (Rule rule : watchlist.rules()) {
      if (rule.when() instanceof Condition.Match match) {
        ofRules.put(rule.id(), Spellings.parse("rule " + rule.id(), match.query()));
      }
    }
    Set<Term> all = new LinkedHashSet<>();
    spellings.forEach(spelling -> all.addAll(spelling.needs()));
    spellings.forEach(spelling -> all.addAll(spelling.never()));
    ofSubjects.values().forEach(query -> all.addAll(query.terms()));
    ofRules.values().forEach(query -> all.addAll(query.terms()));
    this.lexicon = new PlainLexicon(spellings);
    this.terms = TermIndex.of(all);
    this.wholes = new PlainWholes(watchlist.subjects());
    this.asked = new PlainAsked(watchlist.subjects(), wholes, ofSubjects, ofRules);
  }

  /**
   * Compiles a watchlist.
   *
   * @throws IllegalArgumentException when an alias or a query cannot be compiled; the message names
   *     it
   */
  public static PlainTagger compile(Watchlist watchlist) {
    return new PlainTagger(watchlist);
  }

  /** Everything found in one article; the same for the same article and watchlist. */
  public Tagging tag(Article article) {
    Reading reading = Reading.of(article);
    Map<Term, List<Place>> standing = terms.find(reading);
    PlainLexicon.Findings findings = lexicon.find(reading, standing.keySet());
    List<Tag> tags = new ArrayList<>(findings.tags());
    tags.addAll(PlainAbbreviated.in(reading, findings.tags()));
    tags.sort(READING_ORDER);
    PlainAsked.Answers answers = asked.of(reading, standing, List.copyOf(tags));

    answers
        .subjects()
        .forEach((subject, places) -> tags.addAll(queryTags(subject, places, reading)));
    tags.addAll(wholes.implied(tags));
    tags.sort(READING_ORDER);

    List<RuleMatch> matches = new ArrayList<>();
    answers
        .rules()
        .forEach((rule, places) -> matches.add(new RuleMatch(rule, spans(places, reading))));
    List<Tag> kept = TagLimit.cut(tags);
    return new Tagging(
        kept,
        mentions(tags, reading),
        List.of(),
        matches,
        findings.ambiguous(),
        "",
        "",
        reading.sentences(),
        kept.size() < tags.size());
  }

  private static List<Tag> queryTags(String subject, List<Place> places, Reading reading) {
    List<Tag> tags = new ArrayList<>();
    for (Place place : places.subList(0, Math.min(MAX_QUERY_TAGS, places.size()))) {
      Word first = reading.words().get(place.first());
      Word last = reading.words().get(place.last());
      String surface = reading.surface(first, last);
      tags.add(
          new Tag(
              subject,
              first.field(),
              first.start(),
              last.end(),
              surface,
              Form.QUERY,
              first.sentence()));
    }
    return tags;
  }

  private static List<FieldSpan> spans(List<Place> places, Reading reading) {
    List<FieldSpan> spans = new ArrayList<>();
    for (Place place : places.subList(0, Math.min(MAX_QUERY_TAGS, places.size()))) {
      Word first = reading.words().get(place.first());
      spans.add(
          new FieldSpan(first.field(), first.start(), reading.words().get(place.last()).end()));
    }
    return spans;
  }

  private List<SubjectMention> mentions(List<Tag> tags, Reading reading) {
    Map<SubjectRef, List<Tag>> bySubject = new LinkedHashMap<>();
    for (Tag tag : tags) {
      SubjectRef subject =
          subjects.getOrDefault(tag.subject(), SubjectRef.of(tag.subject(), tag.subject()));
      bySubject.computeIfAbsent(subject, s -> new ArrayList<>()).add(tag);
    }
    List<SubjectMention> mentions = new ArrayList<>();
    bySubject.forEach(
        (subject, places) ->
            mentions.add(new SubjectMention(subject, places.size(), rel(places, reading))));
    return mentions;
  }

  private static Rel rel(List<Tag> places, Reading reading) {
    boolean about =
        places.size() >= OFTEN
            || places.stream().anyMatch(tag -> reading.isProminent(tag.sentence()));
    return about ? Rel.ABOUT : Rel.MENTIONS;
  }
}
