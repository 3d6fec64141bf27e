package io.tocsin.cli.conll;

import io.tocsin.model.Field;
import io.tocsin.model.FieldSpan;
import io.tocsin.model.Form;
import io.tocsin.model.Name;
import io.tocsin.model.Tag;
import io.tocsin.model.Tagging;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * Unlisted names and the tagged persons, organisations and places of an article, as token spans.
 */
final class NameTagger {
  private NameTagger() {}

  /**
   * Longer spans win over the shorter ones that they overlap, names over tags of the same words.
   */
  static List<LabelledSpan> spans(ConllDocument document, Tagging tagging) {
    List<LabelledSpan> found = new ArrayList<>();
    for (Name name : tagging.names()) {
      for (FieldSpan span : name.spans()) {
        add(found, document, span, name.kind());
      }
    }
    for (Tag tag : tagging.tags()) {
      if (tag.form() == Form.NAME || tag.form() == Form.SHORT) {
        String kind = tag.subject().substring(0, Math.max(0, tag.subject().indexOf('/')));
        add(found, document, new FieldSpan(tag.field(), tag.start(), tag.end()), kind);
      }
    }
    found.sort((a, b) -> Integer.compare(b.last() - b.first(), a.last() - a.first()));
    boolean[] taken = new boolean[document.size()];
    List<LabelledSpan> kept = new ArrayList<>();
    for (LabelledSpan span : found) {
      boolean free = true;
      for (int i = span.first(); i <= span.last(); i++) {
        free &= !taken[i];
      }
      if (free) {
        kept.add(span);
        Arrays.fill(taken, span.first(), span.last() + 1, true);
      }
    }
    kept.sort((a, b) -> Integer.compare(a.first(), b.first()));
    return kept;
  }

  private static void add(
      List<LabelledSpan> found, ConllDocument document, FieldSpan span, String word) {
    String kind = LabelledSpan.kind(word);
    if (kind == null || span.field() != Field.BODY) {
      return;
    }
    int first = token(document, span.start());
    int last = token(document, span.end() - 1);
    String head = document.text().substring(document.starts().get(first), span.start());
    String tail =
        document.text().substring(Math.min(span.end(), document.end(last)), document.end(last));
    // Half a token is no name of the file's: "Rome" of "Rome-based".
    if (head.chars().noneMatch(Character::isLetterOrDigit)
        && tail.chars().noneMatch(Character::isLetterOrDigit)) {
      found.add(new LabelledSpan(first, last, Objects.requireNonNull(kind)));
    }
  }

  private static int token(ConllDocument document, int unit) {
    int found = Collections.binarySearch(document.starts(), unit);
    return found >= 0 ? found : -found - 2;
  }
}
