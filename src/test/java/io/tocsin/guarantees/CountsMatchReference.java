package io.tocsin.guarantees;

import io.tocsin.guarantees.Breach.Verdict;
import io.tocsin.model.SubjectMention;
import io.tocsin.model.TaggedArticle;
import io.tocsin.model.pane.Minutes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The last count of every subject and minute is what an in-memory counter makes of the tagged
 * articles: one per article and subject, in the minute of the version that first named the subject.
 */
public final class CountsMatchReference {

  private CountsMatchReference() {}

  /** What a run broke; empty when the guarantee held. */
  public static List<Breach> judge(Results run) {
    Map<String, Long> reference = reference(run.tagged());
    List<Breach> breaches = new ArrayList<>();
    run.finalCounts()
        .forEach(
            (pane, count) -> {
              Long expected = reference.remove(pane);
              if (expected == null) {
                breaches.add(new Breach(Verdict.INVENTED, pane + ": " + count.articles()));
              } else if (expected != count.articles()) {
                breaches.add(
                    new Breach(
                        Verdict.WRONG, pane + ": " + count.articles() + ", not " + expected));
              }
            });
    reference.forEach((pane, count) -> breaches.add(new Breach(Verdict.LOST, pane + ": " + count)));
    return List.copyOf(breaches);
  }

  private static Map<String, Long> reference(List<TaggedArticle> tagged) {
    Map<String, Long> counts = new TreeMap<>();
    Set<String> counted = new HashSet<>();
    for (TaggedArticle article :
        tagged.stream().sorted(Comparator.comparing(TaggedArticle::revision)).toList()) {
      for (SubjectMention mention : article.mentions()) {
        String subject = mention.subject().id();
        if (counted.add(article.id() + "\0" + subject)) {
          String pane = subject + "@" + Minutes.start(Minutes.of(article.eventTime()));
          counts.merge(pane, 1L, Long::sum);
        }
      }
    }
    return counts;
  }
}
