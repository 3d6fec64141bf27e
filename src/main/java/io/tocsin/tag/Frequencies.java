package io.tocsin.tag;

import io.tocsin.model.Condition;
import io.tocsin.model.Rule;
import io.tocsin.model.RuleMatch;
import io.tocsin.model.Subject;
import io.tocsin.model.SubjectMention;
import io.tocsin.model.Tagging;
import io.tocsin.model.Watchlist;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Counts in how many articles each subject and each query of a rule is found, so that a watchlist
 * can be judged before it is applied. Filled by any number of threads; the sums do not depend on
 * their order.
 */
public final class Frequencies {
  private final List<String> ids = new ArrayList<>();
  private final Map<String, Integer> subjects = new HashMap<>();
  private final Map<String, Integer> rules = new HashMap<>();
  private final AtomicLongArray found;
  private final AtomicLong articles = new AtomicLong();

  /** Nothing was counted yet. */
  public Frequencies(Watchlist watchlist) {
    for (Subject subject : watchlist.subjects()) {
      subjects.put(subject.id(), ids.size());
      ids.add(subject.id());
    }
    for (Rule rule : watchlist.rules()) {
      if (rule.when() instanceof Condition.Match) {
        rules.put(rule.id(), ids.size());
        ids.add(rule.id());
      }
    }
    found = new AtomicLongArray(ids.size());
  }

  /** Counts what was found in one article. */
  public void add(Tagging tagging) {
    articles.incrementAndGet();
    for (SubjectMention mention : tagging.mentions()) {
      count(subjects, mention.subject().id());
    }
    for (RuleMatch match : tagging.matches()) {
      count(rules, match.rule());
    }
  }

  private void count(Map<String, Integer> numbers, String id) {
    Integer number = numbers.get(id);
    if (number == null) {
      throw new IllegalArgumentException(id + " is not in the watchlist that is counted");
    }
    found.incrementAndGet(number);
  }

  /** How many articles were counted. */
  public long articles() {
    return articles.get();
  }

  /** All subjects and queries of rules, the most frequent first, equal ones in order of id. */
  public List<Frequency> all() {
    List<Frequency> all = new ArrayList<>();
    long total = Math.max(1, articles.get());
    for (int number = 0; number < ids.size(); number++) {
      long count = found.get(number);
      all.add(
          new Frequency(ids.get(number), number >= subjects.size(), count, (double) count / total));
    }
    all.sort(
        Comparator.comparingLong(Frequency::articles)
            .reversed()
            .thenComparing(Frequency::rule)
            .thenComparing(Frequency::id));
    return all;
  }
}
