package io.tocsin.tag;

import io.tocsin.model.Article;
import io.tocsin.model.Subject;
import io.tocsin.model.SubjectRef;
import io.tocsin.model.Tagging;
import io.tocsin.model.Watchlist;
import io.tocsin.tag.match.Phrases;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds what a watchlist names in articles; immutable, shared by all threads. */
public final class Tagger {
  /** More places than these of one query in one article tell nobody anything. */
  static final int MAX_QUERY_TAGS = 20;

  private final ThreadLocal<Desk> desks;

  private Tagger(Watchlist watchlist) {
    List<Subject> ordered = new ArrayList<>(watchlist.subjects());
    ordered.sort(Comparator.comparing(Subject::id));
    Map<String, Integer> numbers = new HashMap<>();
    Phrases.Builder builder = new Phrases.Builder();
    Lexicon.Builder names = new Lexicon.Builder();
    Ways ways = new Ways(builder, names);
    List<SubjectRef> subjects = new ArrayList<>(ordered.size());
    for (int number = 0; number < ordered.size(); number++) {
      Subject subject = ordered.get(number);
      if (numbers.put(subject.id(), number) != null) {
        throw new IllegalArgumentException(
            "subject " + subject.id() + " is there twice: join the two");
      }
      subjects.add(subject.ref());
      ways.add(subject, number);
    }
    for (int number = 0; number < ordered.size(); number++) {
      ways.addForms(ordered.get(number), number);
    }
    Wholes wholes = new Wholes(ordered, numbers);
    Lexicon lexicon = names.build(builder);
    Phrases phrases = builder.build();
    desks = ThreadLocal.withInitial(() -> new Desk(phrases, lexicon, wholes, subjects));
  }

  /**
   * Compiles a watchlist.
   *
   * @throws IllegalArgumentException when an alias or a query cannot be compiled; the message names
   *     it
   */
  public static Tagger compile(Watchlist watchlist) {
    return new Tagger(watchlist);
  }

  /** Everything found in one article; the same for the same article and watchlist. */
  public Tagging tag(Article article) {
    return desks.get().tag(article);
  }
}
