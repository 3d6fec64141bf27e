package io.tocsin.tag;

import io.tocsin.model.Form;
import io.tocsin.model.Tag;
import io.tocsin.tag.query.Query.Term;
import io.tocsin.tag.text.Reading;
import io.tocsin.tag.text.Trie;
import io.tocsin.tag.text.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Every way to write every subject, compiled. The leftmost longest one that holds wins; what
 * overlaps it is passed over. All subjects that share the very same words as a full name are
 * tagged, in order of id.
 */
final class PlainLexicon {

  /**
   * What was found.
   *
   * @param tags in reading order
   * @param ambiguous how many ways to write a subject stood there but were not clear
   */
  record Findings(List<Tag> tags, int ambiguous) {}

  private final Trie<Spelling> trie = new Trie<>();

  /** Compiles spellings. */
  PlainLexicon(List<Spelling> spellings) {
    spellings.forEach(
        spelling -> trie.add(spelling.term().words(), spelling.term().prefix(), spelling));
  }

  /**
   * Finds subjects.
   *
   * @param reading the article
   * @param standing every term of {@code needs} and {@code never} that stands in it
   */
  Findings find(Reading reading, Set<Term> standing) {
    Run run = new Run(reading, standing);
    int at = 0;
    while (at < reading.words().size()) {
      at += run.step(at);
    }
    return new Findings(run.tags, run.ambiguous);
  }

  /** One pass over one article. */
  private final class Run {
    final Reading reading;
    final Casing casing;
    final Set<Term> standing;
    final List<Tag> tags = new ArrayList<>();
    final Set<String> named = new HashSet<>();
    int ambiguous;

    Run(Reading reading, Set<Term> standing) {
      this.reading = reading;
      this.casing = new Casing(reading.article());
      this.standing = standing;
    }

    /** Tags what begins at a word; returns how many words are done with. */
    int step(int at) {
      List<Trie.Found<Spelling>> found = trie.at(reading.words(), at);
      int shorter;
      for (int i = found.size(); i > 0; i = shorter) {
        int length = found.get(i - 1).length();
        List<Spelling> fitting = new ArrayList<>();
        shorter = i;
        while (shorter > 0 && found.get(shorter - 1).length() == length) {
          shorter--;
          Spelling spelling = found.get(shorter).value();
          if (spelling.fits(reading, at, length, casing)) {
            fitting.add(spelling);
          }
        }
        if (tag(fitting, at, length)) {
          return length;
        }
      }
      return 1;
    }

    private boolean tag(List<Spelling> fitting, int at, int length) {
      Map<String, Form> chosen = inContext(fitting);
      if (chosen.isEmpty()) {
        chosen = shortForms(fitting);
      }
      Word first = reading.words().get(at);
      Word last = reading.words().get(at + length - 1);
      chosen.forEach(
          (subject, form) -> {
            if (form == Form.NAME) {
              named.add(subject);
            }
            tags.add(
                new Tag(
                    subject,
                    first.field(),
                    first.start(),
                    last.end(),
                    reading.surface(first, last),
                    form,
                    first.sentence()));
          });
      return !chosen.isEmpty();
    }

    /** Names and demonyms whose context holds; of one subject the name goes before the demonym. */
    private Map<String, Form> inContext(List<Spelling> fitting) {
      Map<String, Form> chosen = new TreeMap<>();
      for (Spelling spelling : fitting) {
        if (spelling.form() == Form.SHORT) {
          continue;
        }
        if (spelling.contextHolds(standing)) {
          chosen.merge(spelling.subject(), spelling.form(), PlainLexicon::stronger);
        } else {
          ambiguous++;
        }
      }
      return chosen;
    }

    /** The short form of the one subject that was named before; of several it is nobody's. */
    private Map<String, Form> shortForms(List<Spelling> fitting) {
      Map<String, Form> chosen = new TreeMap<>();
      for (Spelling spelling : fitting) {
        if (spelling.form() == Form.SHORT && named.contains(spelling.subject())) {
          chosen.put(spelling.subject(), Form.SHORT);
        }
      }
      if (chosen.size() > 1) {
        ambiguous++;
        chosen.clear();
      }
      return chosen;
    }
  }

  private static Form stronger(Form one, Form other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
