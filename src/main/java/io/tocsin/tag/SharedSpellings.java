package io.tocsin.tag;

import io.tocsin.model.Form;
import io.tocsin.model.Subject;
import io.tocsin.tag.query.Query.Term;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Looks for words that several subjects claim without anything that tells them apart. */
final class SharedSpellings {
  private SharedSpellings() {}

  static List<Finding> check(List<Subject> subjects) {
    Map<Term, List<Spelling>> byTerm = new LinkedHashMap<>();
    for (Subject subject : subjects) {
      for (Spelling spelling : readable(subject)) {
        byTerm.computeIfAbsent(spelling.term(), t -> new ArrayList<>()).add(spelling);
      }
    }
    List<Finding> findings = new ArrayList<>();
    byTerm.forEach(
        (term, spellings) -> {
          addShared(term, spellings, Form.NAME, findings);
          addShared(term, spellings, Form.DEMONYM, findings);
          addAcross(term, spellings, findings);
        });
    return findings;
  }

  /** What folds to nothing is a finding about its subject; here it is passed over. */
  private static List<Spelling> readable(Subject subject) {
    try {
      return Spellings.of(subject);
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }

  private static void addShared(
      Term term, List<Spelling> spellings, Form form, List<Finding> findings) {
    Set<String> claimants = claimants(spellings, form);
    if (claimants.size() < 2 || !alike(spellings, form)) {
      return;
    }
    String what = form == Form.NAME ? "alias" : "demonym";
    String fix =
        form == Form.NAME
            ? "every place is tagged with all of them; add needs or never, or another spelling"
            : "every place is tagged with all of them; keep it with one";
    findings.add(
        Finding.warning(
            claimants.iterator().next(),
            what
                + " '"
                + text(term)
                + "' is claimed by "
                + String.join(", ", claimants)
                + ": "
                + fix));
  }

  private static void addAcross(Term term, List<Spelling> spellings, List<Finding> findings) {
    Set<String> named = claimants(spellings, Form.NAME);
    Set<String> demonyms = claimants(spellings, Form.DEMONYM);
    Set<String> others = new TreeSet<>(demonyms);
    others.removeAll(named);
    if (!named.isEmpty() && !others.isEmpty()) {
      findings.add(
          Finding.warning(
              others.iterator().next(),
              "demonym '"
                  + text(term)
                  + "' is an alias of "
                  + String.join(", ", named)
                  + ": every place is tagged with both"));
    }
  }

  /** Subjects that claim the words whatever stands around them. */
  private static Set<String> claimants(List<Spelling> spellings, Form form) {
    Set<String> claimants = new TreeSet<>();
    for (Spelling spelling : spellings) {
      if (spelling.form() == form && spelling.needs().isEmpty() && spelling.never().isEmpty()) {
        claimants.add(spelling.subject());
      }
    }
    return claimants;
  }

  /**
   * Whether one text can be both: aliases in exact case that differ in case tell themselves apart.
   */
  private static boolean alike(List<Spelling> spellings, Form form) {
    List<Spelling> claims = spellings.stream().filter(s -> s.form() == form).toList();
    boolean anyCase = claims.stream().anyMatch(s -> s.exact().isEmpty());
    return anyCase || claims.stream().map(Spelling::exact).distinct().count() < claims.size();
  }

  private static String text(Term term) {
    return String.join(" ", term.words()) + (term.prefix() ? "*" : "");
  }
}
