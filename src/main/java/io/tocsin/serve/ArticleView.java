package io.tocsin.serve;

import io.tocsin.model.Form;
import io.tocsin.model.Mark;
import io.tocsin.model.Rel;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A tagged article as a list shows it: without its text, with the sentence that made it match.
 *
 * @param id of the article
 * @param url where it was published, as given; whoever shows it must check its scheme
 * @param title headline, at most 500 characters
 * @param titleMarks matched words in the title
 * @param publisher who published it
 * @param eventTime when it was published
 * @param receivedAt when it came in
 * @param language BCP 47 tag
 * @param section desk or category
 * @param subjects what it mentions
 * @param snippet part of the text around the first match, at most about 280 characters
 * @param snippetMarks matched words in the snippet
 * @param rules ids of rules whose query matched
 * @param names unlisted names, at most eight
 * @param marks what the screen noted
 * @param revision 0 for the first version
 * @param watchlistVersion the version that it was tagged with
 */
public record ArticleView(
    String id,
    @Nullable String url,
    @Nullable String title,
    List<Marked> titleMarks,
    String publisher,
    Instant eventTime,
    Instant receivedAt,
    @Nullable String language,
    @Nullable String section,
    List<Hit> subjects,
    String snippet,
    List<Marked> snippetMarks,
    List<String> rules,
    List<String> names,
    Set<Mark> marks,
    int revision,
    long watchlistVersion) {

  /** Makes the collections immutable. */
  public ArticleView {
    titleMarks = List.copyOf(titleMarks);
    subjects = List.copyOf(subjects);
    snippetMarks = List.copyOf(snippetMarks);
    rules = List.copyOf(rules);
    names = List.copyOf(names);
    marks = Set.copyOf(marks);
  }

  /**
   * Matched words.
   *
   * @param start first UTF-16 unit in the text shown
   * @param end one past the last
   * @param by id of the subject or of the rule
   * @param how the form, such as {@code demonym}, or {@code rule}
   */
  public record Marked(int start, int end, String by, String how) {}

  /**
   * A subject that the article mentions.
   *
   * @param id of the subject
   * @param name for people
   * @param kind of the subject
   * @param rel whether the article is about it
   * @param occurrences how often
   * @param forms in which forms it was found, without repetition
   */
  public record Hit(
      String id, String name, String kind, Rel rel, int occurrences, List<Form> forms) {
    /** Makes the list immutable. */
    public Hit {
      forms = List.copyOf(forms);
    }
  }
}
