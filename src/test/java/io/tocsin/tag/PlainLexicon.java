package io.tocsin.tag;

import io.tocsin.model.Form;
import io.tocsin.model.Tag;
import io.tocsin.tag.query.Query.Term;
import io.tocsin.tag.text.Reading;
import io.tocsin.tag.text.Trie;
import io.tocsin.tag.text.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Every way to write every subject, compiled. The leftmost longest one that holds wins; what
 * overlaps it is passed over. All subjects that share the very same words as a full name are
 * tagged, in order of id; whom a surname or a short form means, {@link Senses} tells.
 *
 * <p>An article is gone over twice: for the full names, and then, with what they claim, for all.
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
  private final Map<String, Set<String>> firstNames = new HashMap<>();

  /** Compiles spellings. */
  PlainLexicon(List<Spelling> spellings) {
    for (Spelling spelling : spellings) {
      trie.add(spelling.term().words(), spelling.term().prefix(), spelling);
      List<String> words = spelling.term().words();
      if (spelling.tellsFirstName()) {
        firstNames.computeIfAbsent(spelling.subject(), s -> new HashSet<>()).add(words.get(0));
      }
    }
  }

  private FirstNames<String> firstNames(Reading reading) {
    return new FirstNames<>() {
      @Override
      public boolean anyOf(String subject) {
        return firstNames.containsKey(subject);
      }

      @Override
      public boolean isOf(String subject, int word) {
        return firstNames.getOrDefault(subject, Set.of()).contains(reading.word(word));
      }
    };
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
      at += run.claim(at);
    }
    at = 0;
    while (at < reading.words().size()) {
      at += run.step(at);
    }
    return new Findings(run.tags, run.ambiguous);
  }

  /** One article. */
  private final class Run {
    final Reading reading;
    final Casing casing;
    final Set<Term> standing;
    final Senses<String> senses;
    final List<Tag> tags = new ArrayList<>();
    int ambiguous;

    Run(Reading reading, Set<Term> standing) {
      this.reading = reading;
      this.casing = new Casing(reading.article());
      this.standing = standing;
      this.senses = new Senses<>(firstNames(reading), reading, casing);
    }

    /** Notes the longest full name that begins at a word; returns how many words are done with. */
    int claim(int at) {
      int done = 1;
      for (Trie.Found<Spelling> found : trie.at(reading.words(), at)) {
        Spelling spelling = found.value();
        senses.see(spelling, at, found.length());
        if (spelling.full() && holds(spelling, at, found.length())) {
          done = found.length();
        }
      }
      for (Trie.Found<Spelling> found : trie.at(reading.words(), at)) {
        Spelling spelling = found.value();
        if (found.length() == done && spelling.full() && holds(spelling, at, done)) {
          senses.claim(spelling.subject(), at);
        }
      }
      return done;
    }

    private boolean holds(Spelling spelling, int at, int length) {
      return canBe(spelling, at, length) && spelling.contextHolds(standing);
    }

    private boolean canBe(Spelling spelling, int at, int length) {
      return spelling.fits(reading, at, length, casing) && senses.canBe(spelling, at, length);
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
          if (canBe(spelling, at, length)) {
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
      Map<String, Form> chosen = certain(fitting, at);
      if (chosen.isEmpty()) {
        chosen = meant(fitting, at, length);
      }
      Word first = reading.words().get(at);
      Word last = reading.words().get(at + length - 1);
      chosen.forEach(
          (subject, form) ->
              tags.add(
                  new Tag(
                      subject,
                      first.field(),
                      first.start(),
                      last.end(),
                      reading.surface(first, last),
                      form,
                      first.sentence())));
      return !chosen.isEmpty();
    }

    /**
     * Full names and demonyms whose context holds, and the one bare alias without conditions; of
     * one subject the name goes before the demonym.
     */
    private Map<String, Form> certain(List<Spelling> fitting, int at) {
      Map<String, Form> chosen = new TreeMap<>();
      Set<String> bare = new TreeSet<>();
      for (Spelling spelling : fitting) {
        if (spelling.form() == Form.SHORT) {
          continue;
        }
        if (!spelling.contextHolds(standing) || (spelling.bare() && !senses.isClear(spelling))) {
          ambiguous++;
        } else if (!spelling.bare()) {
          chosen.merge(spelling.subject(), spelling.form(), PlainLexicon::stronger);
        } else if (spelling.needs().isEmpty()) {
          bare.add(spelling.subject());
        }
      }
      one(bare, at).ifPresent(subject -> chosen.put(subject, Form.NAME));
      return chosen;
    }

    /** The subject of a short form, or of a bare alias on conditions that hold. */
    private Map<String, Form> meant(List<Spelling> fitting, int at, int length) {
      Map<String, Form> candidates = new TreeMap<>();
      for (Spelling spelling : fitting) {
        boolean meant =
            spelling.form() == Form.SHORT
                ? senses.counts(spelling, at, length)
                : spelling.bare()
                    && !spelling.needs().isEmpty()
                    && spelling.contextHolds(standing)
                    && senses.isClear(spelling);
        if (meant) {
          candidates.merge(spelling.subject(), spelling.form(), PlainLexicon::stronger);
        }
      }
      Map<String, Form> chosen = new TreeMap<>();
      one(candidates.keySet(), at)
          .ifPresent(subject -> chosen.put(subject, candidates.getOrDefault(subject, Form.SHORT)));
      return chosen;
    }

    private Optional<String> one(Set<String> subjects, int at) {
      Optional<String> one = senses.nearest(subjects, at);
      if (one.isEmpty() && !subjects.isEmpty()) {
        ambiguous++;
      }
      return one;
    }
  }

  private static Form stronger(Form one, Form other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
