package io.tocsin.tag;

import io.tocsin.tag.match.IntSet;
import io.tocsin.tag.text.Scan;
import io.tocsin.tag.text.Words;
import java.util.List;

/** What must hold where a way to write a subject stands, beyond its words. */
final class Conditions {
  private final List<String> exact;
  private final String beginning;
  private final int[] needs;
  private final int[] never;

  /**
   * @param exact its words as written, when only those count; else empty
   * @param beginning empty, or the first word, when of the last word only the beginning is given
   * @param needs phrases of which one must stand in the article; empty when no context is needed
   * @param never phrases of which none may stand in the article
   */
  Conditions(List<String> exact, String beginning, int[] needs, int[] never) {
    this.exact = exact;
    this.beginning = beginning;
    this.needs = needs;
    this.never = never;
  }

  /** Whether only its very spelling counts. */
  boolean isExact() {
    return !exact.isEmpty();
  }

  /** The first word when of the last only the beginning is given; else empty. */
  String beginning() {
    return beginning;
  }

  /** Whether it needs a context. */
  boolean needsContext() {
    return needs.length > 0;
  }

  /** Whether the words of an article, whose folds are equal, are written as they must be. */
  boolean isWrittenSo(Scan scan, int first, int last) {
    for (int i = 0; i < exact.size(); i++) {
      String text = scan.article().text(scan.field(first));
      String written = Words.exact(text, scan.start(first + i), scan.end(first + i));
      boolean isBeginning = !beginning.isEmpty() && first + i == last;
      if (isBeginning ? !written.startsWith(exact.get(i)) : !written.equals(exact.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether an article in which these phrases stand is one where it means the subject. */
  boolean contextHolds(IntSet standing) {
    return (needs.length == 0 || standing.hasAny(needs)) && !standing.hasAny(never);
  }
}
