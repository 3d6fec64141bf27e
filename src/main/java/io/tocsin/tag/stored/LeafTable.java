package io.tocsin.tag.stored;

import io.tocsin.tag.match.Hits;
import io.tocsin.tag.query.Query.Meta;
import io.tocsin.tag.query.Query.Term;
import io.tocsin.tag.query.WordPattern;
import io.tocsin.tag.text.Scan;
import io.tocsin.tag.text.Words;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which leaf is what; immutable. */
final class LeafTable {
  static final int NO_LEAF = -1;

  /**
   * A leaf that stands where its phrase does, if it is also written so.
   *
   * @param leaf its number
   * @param term what must be there
   */
  record Check(int leaf, Term term) {}

  private final int[] ofPhrase;
  private final Map<Integer, List<Check>> checks;
  private final Map<String, Integer> subjects;
  private final Map<String, Integer> groups;
  private final List<Meta> attributes;
  private final LateWords lateWords;

  /**
   * @param ofPhrase leaf by number of the phrase; {@link #NO_LEAF} for phrases that no query has;
   *     phrases beyond its end are none of the queries'
   * @param checks by the leaf of the phrase that they begin with
   * @param subjects leaf by id
   * @param groups leaf by name
   * @param attributes the article's attributes that are asked for, by number
   * @param lateWords the words that are looked up when they are asked for
   */
  LeafTable(
      int[] ofPhrase,
      Map<Integer, List<Check>> checks,
      Map<String, Integer> subjects,
      Map<String, Integer> groups,
      List<Meta> attributes,
      LateWords lateWords) {
    this.ofPhrase = ofPhrase;
    this.checks = checks;
    this.subjects = subjects;
    this.groups = groups;
    this.attributes = attributes;
    this.lateWords = lateWords;
  }

  /** Whether a query asks for subjects or groups. */
  boolean hasTags() {
    return !subjects.isEmpty() || !groups.isEmpty();
  }

  /** The leaf of a subject, when a query asks for it. */
  @Nullable Integer subject(String id) {
    return subjects.get(id);
  }

  /** The leaf of a group, when a query asks for it. */
  @Nullable Integer group(String name) {
    return groups.get(name);
  }

  LateWords lateWords() {
    return lateWords;
  }

  List<Meta> attributes() {
    return attributes;
  }

  /** Notes all leaves that stand in an article by their words. */
  void note(Scan scan, Hits hits, Standing standing) {
    for (int hit = hits.size() - 1; hit >= 0; hit--) {
      int phrase = hits.phrase(hit);
      if (phrase >= ofPhrase.length || ofPhrase[phrase] == NO_LEAF) {
        continue;
      }
      int leaf = ofPhrase[phrase];
      int first = hits.first(hit);
      int last = hits.last(hit);
      standing.add(leaf, first, last);
      if (!checks.isEmpty()) {
        List<Check> others = checks.get(leaf);
        if (others != null) {
          note(others, first, last, scan, standing);
        }
      }
    }
  }

  private static void note(List<Check> others, int first, int last, Scan scan, Standing standing) {
    for (Check check : others) {
      if (fits(check.term(), first, last, scan)) {
        standing.add(check.leaf(), first, last);
      }
    }
  }

  /** Whether words that are folded as they must be also look and are written as they must be. */
  private static boolean fits(Term term, int first, int last, Scan scan) {
    if (!term.pattern().isEmpty()) {
      int from = scan.foldedFrom(last);
      String folded =
          new String(scan.folded(), from, scan.foldedTo(last) - from, StandardCharsets.UTF_8);
      if (!WordPattern.matches(term.pattern(), folded)) {
        return false;
      }
    }
    for (int i = 0; i < term.exact().size(); i++) {
      String surface = scan.surface(first + i, first + i);
      String written = Words.exact(surface, 0, surface.length());
      String wanted = term.exact().get(i);
      boolean beginning = term.prefix() && first + i == last;
      if (beginning ? !written.startsWith(wanted) : !written.equals(wanted)) {
        return false;
      }
    }
    return true;
  }

  /** How many bytes the largest of it takes. */
  long memory() {
    return 4L * ofPhrase.length + lateWords.memory();
  }
}
