package io.tocsin.serve;

import io.tocsin.model.Article;
import io.tocsin.model.Field;
import io.tocsin.model.FieldSpan;
import io.tocsin.model.Form;
import io.tocsin.model.Name;
import io.tocsin.model.RuleMatch;
import io.tocsin.model.SubjectMention;
import io.tocsin.model.Tag;
import io.tocsin.model.TaggedArticle;
import io.tocsin.serve.ArticleView.Hit;
import io.tocsin.serve.ArticleView.Marked;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Makes of a tagged article what a list shows: cuts the text around the first match and moves the
 * marks along.
 */
final class Excerpts {
  static final int TITLE_LENGTH = 500;
  static final int SNIPPET_LENGTH = 280;
  private static final int LEAD = 90;
  private static final int NAMES = 8;

  private Excerpts() {}

  /** The view of an article, with what the watchlist found in it. */
  static ArticleView of(TaggedArticle tagged) {
    return of(tagged, Excerpts::found);
  }

  /**
   * The view of an article that was searched for.
   *
   * @param spans what made it match; when there are none, it is shown as if it had not been
   *     searched
   */
  static ArticleView of(TaggedArticle tagged, List<FieldSpan> spans) {
    return spans.isEmpty() ? of(tagged) : of(tagged, (article, field) -> searched(spans, field));
  }

  /** What is marked in a field of an article, in any order. */
  private interface Marks {
    List<Marked> in(TaggedArticle tagged, Field field);
  }

  private static ArticleView of(TaggedArticle tagged, Marks marks) {
    Article article = tagged.article();
    String title = article.title();
    Excerpt excerpt = snippet(tagged, marks);
    return new ArticleView(
        tagged.id(),
        article.url(),
        title == null
            ? null
            : title.substring(0, safeCut(title, Math.min(title.length(), TITLE_LENGTH))),
        within(
            apart(tagged, Field.TITLE, marks),
            0,
            Math.min(article.text(Field.TITLE).length(), TITLE_LENGTH)),
        tagged.publisher(),
        tagged.eventTime(),
        tagged.receivedAt(),
        article.language(),
        article.section(),
        tagged.mentions().stream().map(mention -> hit(tagged, mention)).toList(),
        excerpt.text(),
        excerpt.marks(),
        tagged.matches().stream().map(RuleMatch::rule).distinct().toList(),
        tagged.names().stream().map(Name::text).limit(NAMES).toList(),
        tagged.marks(),
        tagged.revision(),
        tagged.watchlistVersion());
  }

  private static Hit hit(TaggedArticle tagged, SubjectMention mention) {
    String id = mention.subject().id();
    List<Form> forms =
        tagged.tags().stream()
            .filter(tag -> tag.subject().equals(id))
            .map(Tag::form)
            .distinct()
            .toList();
    return new Hit(
        id,
        mention.subject().name(),
        mention.subject().kind(),
        mention.rel(),
        mention.occurrences(),
        forms);
  }

  private static Excerpt snippet(TaggedArticle tagged, Marks wanted) {
    List<Marked> summary = apart(tagged, Field.SUMMARY, wanted);
    List<Marked> body = apart(tagged, Field.BODY, wanted);
    boolean fromBody =
        summary.isEmpty() && (!body.isEmpty() || tagged.article().text(Field.SUMMARY).isBlank());
    String text = tagged.article().text(fromBody ? Field.BODY : Field.SUMMARY);
    List<Marked> marks = fromBody ? body : summary;
    int from = marks.isEmpty() ? 0 : wordStart(text, marks.get(0).start());
    int to = safeCut(text, wordEnd(text, Math.min(text.length(), from + SNIPPET_LENGTH)));
    String head = from > 0 ? "… " : "";
    String tail = to < text.length() ? " …" : "";
    List<Marked> moved =
        within(marks, from, to).stream()
            .map(
                mark ->
                    new Marked(
                        mark.start() + head.length(),
                        mark.end() + head.length(),
                        mark.by(),
                        mark.how()))
            .toList();
    return new Excerpt(head + text.substring(from, to) + tail, moved);
  }

  private static List<Marked> searched(List<FieldSpan> spans, Field field) {
    return spans.stream()
        .filter(span -> span.field() == field)
        .map(span -> new Marked(span.start(), span.end(), "search", "search"))
        .toList();
  }

  private static List<Marked> found(TaggedArticle tagged, Field field) {
    List<Marked> all = new ArrayList<>();
    for (Tag tag : tagged.tags()) {
      if (tag.field() == field && tag.form() != Form.IMPLIED) {
        all.add(new Marked(tag.start(), tag.end(), tag.subject(), tag.form().word()));
      }
    }
    for (RuleMatch match : tagged.matches()) {
      for (FieldSpan span : match.spans()) {
        if (span.field() == field) {
          all.add(new Marked(span.start(), span.end(), match.rule(), "rule"));
        }
      }
    }
    return all;
  }

  /**
   * The marks of one field in order, without overlaps: where two start together, the longer one
   * stays.
   */
  private static List<Marked> apart(TaggedArticle tagged, Field field, Marks marks) {
    int length = tagged.article().text(field).length();
    List<Marked> all = new ArrayList<>(marks.in(tagged, field));
    all.sort(
        Comparator.comparingInt(Marked::start)
            .thenComparing(Marked::end, Comparator.reverseOrder()));
    List<Marked> apart = new ArrayList<>();
    int end = 0;
    for (Marked mark : all) {
      if (mark.start() >= end && mark.end() > mark.start() && mark.end() <= length) {
        apart.add(mark);
        end = mark.end();
      }
    }
    return apart;
  }

  private static List<Marked> within(List<Marked> marks, int from, int to) {
    return marks.stream()
        .filter(mark -> mark.start() >= from && mark.end() <= to)
        .map(mark -> new Marked(mark.start() - from, mark.end() - from, mark.by(), mark.how()))
        .toList();
  }

  /**
   * A place some words before the match: the start of its sentence when that is near, else of a
   * word.
   */
  private static int wordStart(String text, int match) {
    if (match <= LEAD) {
      return 0;
    }
    int earliest = match - LEAD;
    int sentence = Math.max(text.lastIndexOf(". ", match), text.lastIndexOf('\n', match));
    if (sentence >= earliest) {
      return Math.min(match, sentence + (text.charAt(sentence) == '\n' ? 1 : 2));
    }
    int space = text.indexOf(' ', earliest);
    return space < 0 || space >= match ? safeCut(text, earliest) : space + 1;
  }

  private static int wordEnd(String text, int end) {
    if (end >= text.length()) {
      return text.length();
    }
    int space = text.lastIndexOf(' ', end);
    return space > end - 40 ? space : end;
  }

  /** The same place, or one before it when it would split a surrogate pair. */
  private static int safeCut(String text, int at) {
    return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
  }

  /** A cut of a text with the marks in it. */
  private record Excerpt(String text, List<Marked> marks) {}
}
