package io.tocsin.ingest.feed.parse;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to text. What a feed says of its encoding is often wrong, so that each claim must also fit
 * the bytes: byte order mark, XML declaration, HTTP header, UTF-8, and at last windows-1252, in
 * which everything is some text.
 */
final class Encoding {
  private static final Pattern DECLARED =
      Pattern.compile("^\\s*<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]{1,40})[\"']");
  private static final int DECLARATION_BYTES = 300;
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private Encoding() {}

  /**
   * The text of some bytes; never fails.
   *
   * @param header the charset that the HTTP header names; null for none
   */
  static String text(byte[] bytes, @Nullable String header) {
    Charset marked = marked(bytes);
    if (marked != null) {
      String text = new String(bytes, marked);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
    for (Charset claim : claims(bytes, header)) {
      String text = strictly(bytes, claim);
      if (text != null) {
        return text;
      }
    }
    return new String(bytes, WINDOWS);
  }

  private static List<Charset> claims(byte[] bytes, @Nullable String header) {
    List<Charset> claims = new ArrayList<>();
    String head =
        new String(
            bytes, 0, Math.min(bytes.length, DECLARATION_BYTES), StandardCharsets.ISO_8859_1);
    Matcher declared = DECLARED.matcher(head);
    add(claims, declared.find() ? declared.group(1) : null);
    add(claims, header);
    claims.add(StandardCharsets.UTF_8);
    return claims;
  }

  /** UTF-16 is not believed: without its mark and with readable ASCII it cannot be. */
  private static void add(List<Charset> claims, @Nullable String name) {
    if (name == null) {
      return;
    }
    try {
      Charset charset = Charset.forName(name.strip());
      boolean wide = charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
      if (charset.equals(StandardCharsets.ISO_8859_1)
          || charset.equals(StandardCharsets.US_ASCII)) {
        // Claimed by default and seldom meant: browsers read both as UTF-8 or windows-1252 as well.
        claims.add(StandardCharsets.UTF_8);
        claims.add(WINDOWS);
      } else if (!wide) {
        claims.add(charset);
      }
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      // A name that nobody knows says nothing; the bytes still tell.
    }
  }

  private static @Nullable Charset marked(byte[] bytes) {
    int first = at(bytes, 0);
    int second = at(bytes, 1);
    int third = at(bytes, 2);
    if (first == 0xEF && second == 0xBB && third == 0xBF) {
      return StandardCharsets.UTF_8;
    }
    if ((first == 0xFE && second == 0xFF) || (first == 0 && second == '<')) {
      return StandardCharsets.UTF_16BE;
    }
    if ((first == 0xFF && second == 0xFE) || (first == '<' && second == 0)) {
      return StandardCharsets.UTF_16LE;
    }
    return null;
  }

  private static int at(byte[] bytes, int index) {
    return index < bytes.length ? bytes[index] & 0xFF : -1;
  }

  private static @Nullable String strictly(byte[] bytes, Charset charset) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
