package io.tocsin.ingest;

import io.tocsin.model.Article;
import io.tocsin.wire.ArticleReader;
import io.tocsin.wire.ArticleWriter;
import io.tocsin.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A plain text with a {@code date YYYY-MM-DD} head as an article: the rest is the body, and it was
 * published at the first moment of that day in UTC, which is all that the date says for certain. It
 * has no title; its id comes from its text.
 */
final class TextArticle {
  private static final Pattern HEAD =
      Pattern.compile("\\uFEFF?\\s*date (\\d{4}-\\d{2}-\\d{2})(?=\\s|$)");

  private TextArticle() {}

  /** The offer that a whole text file is. */
  static Offer read(String place, InputStream in, ArticleReader reader) throws IOException {
    byte[] bytes = in.readNBytes(Json.MAX_BYTES + 1);
    if (bytes.length > Json.MAX_BYTES) {
      return Offer.tooLong(place, bytes.length + in.transferTo(OutputStream.nullOutputStream()));
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new Offer.Unsendable(place, "is not UTF-8; convert it first");
    }
    Matcher head = HEAD.matcher(text);
    if (!head.lookingAt()) {
      return new Offer.Unsendable(place, "has no head; begin the text with \"date YYYY-MM-DD\"");
    }
    Instant day;
    try {
      day = LocalDate.parse(head.group(1)).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeException e) {
      return new Offer.Unsendable(place, "has a date that no calendar has; write it as YYYY-MM-DD");
    }
    String body = text.substring(head.end()).strip();
    Article article =
        new Article(null, null, null, null, null, body, null, day, List.of(), null, null);
    return Offer.of(place, ArticleWriter.bytes(article), reader);
  }
}
