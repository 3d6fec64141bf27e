package io.tocsin.count;

import io.tocsin.model.Evidence;
import io.tocsin.model.Field;
import io.tocsin.model.FieldSpan;
import io.tocsin.model.ScreenedArticle;
import io.tocsin.model.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts the sentence out of an article that shows why it counts. */
final class Snippets {
  /**
   * Longest snippet in UTF-16 units: two lines on a page, and far below what a chat message holds.
   */
  static final int MAX_LENGTH = 300;

  private static final Comparator<Span> IN_ORDER =
      Comparator.comparingInt(Span::start).thenComparingInt(Span::end);

  private final ScreenedArticle screened;
  private final List<FieldSpan> sentences;

  Snippets(ScreenedArticle screened, List<FieldSpan> sentences) {
    this.screened = screened;
    this.sentences = sentences;
  }

  /**
   * Evidence whose snippet is the sentence with the most of the spans; the text before the title,
   * as the title is shown anyway.
   */
  Evidence evidence(List<FieldSpan> spans) {
    FieldSpan sentence = best(spans);
    String text = screened.article().text(sentence.field());
    List<FieldSpan> inside = spans.stream().filter(span -> contains(sentence, span)).toList();
    int first = inside.isEmpty() ? sentence.start() : inside.get(0).start();
    int start = from(text, sentence, first);
    int end = to(text, start, sentence.end());
    List<Span> marks = new ArrayList<>();
    for (FieldSpan span : inside) {
      if (span.start() >= start && span.end() <= end) {
        marks.add(new Span(span.start() - start, span.end() - start));
      }
    }
    return new Evidence(
        screened.id(),
        head(screened.article().title()),
        screened.article().url(),
        screened.publisher(),
        screened.eventTime(),
        text.substring(start, end),
        marks.stream().distinct().sorted(IN_ORDER).toList());
  }

  /** The head of a text that travels with every mention. */
  static @Nullable String head(@Nullable String text) {
    return text == null ? null : text.substring(0, to(text, 0, text.length()));
  }

  private FieldSpan best(List<FieldSpan> spans) {
    FieldSpan best = whole(spans.isEmpty() ? Field.TITLE : spans.get(0).field());
    long most = 0;
    for (FieldSpan sentence : sentences) {
      long inside = spans.stream().filter(span -> contains(sentence, span)).distinct().count();
      boolean better = inside > most;
      boolean textBeforeTitle =
          inside == most
              && inside > 0
              && best.field() == Field.TITLE
              && sentence.field() != Field.TITLE;
      if (better || textBeforeTitle) {
        best = sentence;
        most = inside;
      }
    }
    return best;
  }

  private FieldSpan whole(Field field) {
    return new FieldSpan(field, 0, screened.article().text(field).length());
  }

  private static boolean contains(FieldSpan sentence, FieldSpan span) {
    return sentence.field() == span.field()
        && sentence.start() <= span.start()
        && span.end() <= sentence.end();
  }

  /** In a sentence that is too long, starts a little before the first span. */
  private static int from(String text, FieldSpan sentence, int firstSpan) {
    if (sentence.end() - sentence.start() <= MAX_LENGTH) {
      return sentence.start();
    }
    int start = Math.max(sentence.start(), firstSpan - MAX_LENGTH / 4);
    return start > 0 && start < text.length() && Character.isLowSurrogate(text.charAt(start))
        ? start - 1
        : start;
  }

  private static int to(String text, int start, int sentenceEnd) {
    int end = Math.min(sentenceEnd, start + MAX_LENGTH);
    return end < text.length() && end > start && Character.isLowSurrogate(text.charAt(end))
        ? end - 1
        : end;
  }
}
