package io.tocsin.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.model.Article;
import io.tocsin.model.Outcome;
import io.tocsin.model.Reason;
import io.tocsin.model.Refusal;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The door: bytes that anybody may have written become an article, or a refusal that names the
 * place and the fix. Never throws, whatever the bytes. Takes the house's own form and IPTC ninjs 1
 * to 3.
 *
 * <p>Fields that it does not know are ignored, empty strings are absent, and an overlong text is
 * cut to its head rather than refused. Texts are repaired (see {@link Repair}) before anything else
 * sees them. Safe for use by many threads.
 */
public final class ArticleReader {
  /** Text that is kept of one article when nothing else is set, in bytes of UTF-8. */
  public static final int DEFAULT_TEXT_BYTES = 1_048_576;

  private final int maxTextBytes;

  /** A reader that keeps {@link #DEFAULT_TEXT_BYTES} of text. */
  public ArticleReader() {
    this(DEFAULT_TEXT_BYTES);
  }

  /**
   * A reader with its limit of text.
   *
   * @param maxTextBytes bytes of UTF-8 that title, summary and body may have together; the rest is
   *     cut off, from the end
   * @throws IllegalArgumentException when the limit is not positive
   */
  public ArticleReader(int maxTextBytes) {
    if (maxTextBytes <= 0) {
      throw new IllegalArgumentException(
          "articles.max.bytes must be positive, not " + maxTextBytes);
    }
    this.maxTextBytes = maxTextBytes;
  }

  /**
   * Reads one record or document.
   *
   * @param value the bytes as they came; null is refused like an empty value
   */
  public Outcome<Received> read(byte @Nullable [] value) {
    if (value == null || value.length == 0) {
      return refused(Reason.MALFORMED_JSON, "the value is empty; send one JSON object");
    }
    if (value.length > Json.MAX_BYTES) {
      return refused(
          Reason.TOO_LARGE,
          "the document has " + value.length + " bytes; at most " + Json.MAX_BYTES + " are read");
    }
    Refusal encoding = JsonFailure.encoding(value);
    if (encoding != null) {
      return Outcome.refused(encoding);
    }
    try {
      return Outcome.accepted(received(Json.MAPPER.readTree(value), value));
    } catch (RefusedException e) {
      return Outcome.refused(e.refusal());
    } catch (JsonProcessingException e) {
      return Outcome.refused(JsonFailure.refusal(e, value));
    } catch (IOException e) {
      // Reading from an array of bytes does no input; kept so that the door stays shut if a parser
      // ever says so.
      return refused(Reason.MALFORMED_JSON, "the document cannot be read as JSON");
    }
  }

  private Received received(JsonNode root, byte[] value) throws RefusedException {
    if (root.isMissingNode()) {
      throw new RefusedException(
          Reason.MALFORMED_JSON, "the value is blank; send one JSON object", null);
    }
    if (!root.isObject()) {
      throw new RefusedException(
          Reason.NOT_AN_OBJECT,
          "the document is " + Fields.kind(root) + "; send one JSON object per record",
          null);
    }
    Article article =
        Ninjs.recognises(root) ? Ninjs.article(new Fields(root)) : own(new Fields(root));
    if (article.title() == null && article.body() == null) {
      throw new RefusedException(
          Reason.NO_TEXT,
          "title and body are both absent or blank; give at least one of them",
          null);
    }
    // Escapes shorten, and an entity of HTML at most doubles: a document within half of the limit
    // cannot hold a text beyond it.
    return value.length <= maxTextBytes / 2 ? new Received(article, false) : cut(article);
  }

  private static Article own(Fields fields) throws RefusedException {
    return new Article(
        fields.label("id", Fields.MAX_ADDRESS),
        fields.label("url", Fields.MAX_ADDRESS),
        fields.label("source", Fields.MAX_LABEL),
        fields.title("title"),
        fields.text("summary"),
        fields.text("body"),
        fields.label("language", Fields.MAX_LABEL),
        fields.time("publishedAt"),
        fields.labels("authors"),
        fields.label("section", Fields.MAX_LABEL),
        fields.label("dateline", Fields.MAX_LABEL));
  }

  private Received cut(Article article) {
    int left = maxTextBytes;
    String title = Utf8.head(article.title(), left);
    left -= title == null ? 0 : Utf8.length(title);
    String summary = Utf8.head(article.summary(), left);
    left -= summary == null ? 0 : Utf8.length(summary);
    String body = Utf8.head(article.body(), left);
    boolean truncated =
        length(title) < length(article.title())
            || length(summary) < length(article.summary())
            || length(body) < length(article.body());
    if (!truncated) {
      return new Received(article, false);
    }
    Article head =
        new Article(
            article.id(),
            article.url(),
            article.source(),
            title,
            summary,
            body,
            article.language(),
            article.publishedAt(),
            article.authors(),
            article.section(),
            article.dateline());
    return new Received(head, true);
  }

  private static int length(@Nullable String text) {
    return text == null ? 0 : text.length();
  }

  private static Outcome<Received> refused(Reason reason, String detail) {
    return Outcome.refused(new Refusal(reason, detail, null));
  }
}
