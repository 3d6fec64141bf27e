package io.tocsin.ingest;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** How a file holds its articles; found out by its first bytes, because names lie. */
enum FileFormat {
  /** One JSON document per line. */
  LINES,
  /** One JSON array, or documents spread over lines. */
  VALUES,
  /** One plain text with a {@code date YYYY-MM-DD} head. */
  TEXT;

  /** Names of files that are taken out of a folder; each may also end in {@code .gz}. */
  static final List<String> SUFFIXES = List.of(".json", ".jsonl", ".ndjson", ".txt");

  private static final int HEAD = 1 << 16;
  private static final Pattern DATED =
      Pattern.compile("\\s*date \\d{4}-\\d{2}-\\d{2}(\\s.*|$)", Pattern.DOTALL);

  /** Whether a file of a folder is meant to hold articles. */
  static boolean suits(String name) {
    String plain = plain(name);
    return !name.startsWith(".") && SUFFIXES.stream().anyMatch(plain::endsWith);
  }

  /** Looks at the head of a stream and puts it back. */
  static FileFormat of(String name, BufferedInputStream in) throws IOException {
    in.mark(HEAD + 1);
    // Latin-1 keeps every byte as one character, and all that is looked for is ASCII.
    String head = new String(head(in), StandardCharsets.ISO_8859_1);
    in.reset();
    String text = head.startsWith("\u00EF\u00BB\u00BF") ? head.substring(3) : head;
    if (plain(name).endsWith(".txt") || DATED.matcher(text).matches()) {
      return TEXT;
    }
    String json = text.stripLeading();
    if (json.startsWith("[")) {
      return VALUES;
    }
    return json.startsWith("{") && spread(json) ? VALUES : LINES;
  }

  /**
   * A stream that breaks off early is read as far as it goes: the reading proper will come to the
   * same place and say so.
   */
  private static byte[] head(BufferedInputStream in) {
    byte[] head = new byte[HEAD];
    int length = 0;
    try {
      for (int count = 0;
          count >= 0 && length < HEAD;
          count = in.read(head, length, HEAD - length)) {
        length += count;
      }
    } catch (IOException e) {
      return Arrays.copyOf(head, length);
    }
    return Arrays.copyOf(head, length);
  }

  /**
   * Whether the first object goes on behind its first line: brackets are open there and the next
   * line opens no new object.
   */
  private static boolean spread(String json) {
    int end = json.indexOf('\n');
    if (end < 0 || !open(json.substring(0, end))) {
      return false;
    }
    String rest = json.substring(end).stripLeading();
    return !rest.isEmpty() && !rest.startsWith("{");
  }

  private static boolean open(String line) {
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char unit = line.charAt(i);
      if (quoted && unit == '\\') {
        i++;
      } else if (unit == '"') {
        quoted = !quoted;
      } else if (!quoted && (unit == '{' || unit == '[')) {
        depth++;
      } else if (!quoted && (unit == '}' || unit == ']')) {
        depth--;
      }
    }
    return depth > 0 && !quoted;
  }

  private static String plain(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".gz") ? lower.substring(0, lower.length() - 3) : lower;
  }
}
