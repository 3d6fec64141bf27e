package io.tocsin.wire.watchlist;

import io.tocsin.model.Rule;
import io.tocsin.model.Subject;
import io.tocsin.wire.watchlist.Report.Reference;
import io.tocsin.wire.watchlist.Value.Entry;
import io.tocsin.wire.watchlist.Value.Mapping;
import io.tocsin.wire.watchlist.Value.Scalar;
import io.tocsin.wire.watchlist.Value.Sequence;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One file of a watchlist. It is read without any other, so that files are read side by side. */
final class WatchlistFile {
  /** Larger files are refused before they are read. */
  static final int MAX_BYTES = 10 * 1024 * 1024;

  /** Larger records could not be read back: the JSON mapper ends at one mebibyte. */
  private static final int MAX_RECORD_BYTES = 1_000_000;

  /** Of one UTF-16 unit in JSON, written as an escape. */
  private static final int LARGEST_UNIT = 6;

  /** Quotes, commas, brackets and field names around one text of a record, generously. */
  private static final int AROUND_TEXT = 64;

  private final Problems problems = new Problems();
  private final Report report = Report.of(problems, true);
  private final List<Read<Subject>> subjects = new ArrayList<>();
  private final List<Read<Rule>> rules = new ArrayList<>();

  private WatchlistFile() {}

  /**
   * What was read.
   *
   * @param place where it begins
   * @param entry subject or rule
   */
  record Read<T>(Place place, T entry) {}

  /** Reads a file; what is wrong with it is among its problems, at most {@link Problems#LIMIT}. */
  static WatchlistFile read(Path path) {
    WatchlistFile file = new WatchlistFile();
    try {
      file.readAll(path);
    } catch (WatchlistException e) {
      // Thrown when the problems are too many: they are kept, and told with those of other files.
      return file;
    }
    return file;
  }

  List<Problem> problems() {
    return problems.found();
  }

  List<Read<Subject>> subjects() {
    return subjects;
  }

  List<Read<Rule>> rules() {
    return rules;
  }

  /** The names of other subjects and groups in it. */
  List<Reference> references() {
    return report.references();
  }

  private void readAll(Path path) {
    String name = String.valueOf(path.getFileName());
    String text = text(path, name);
    Value document = text == null ? null : YamlValues.read(name, text, problems);
    if (document == null) {
      return;
    }
    if (!(document instanceof Mapping mapping)) {
      report.problem(document, "a file holds 'subjects:' and 'rules:', not " + document.what());
      return;
    }
    Fields fields = new Fields(mapping, "a watchlist file", List.of("subjects", "rules"), report);
    for (Value item : fields.items("subjects")) {
      Subject subject = SubjectFormat.read(item, report);
      if (subject != null && fits(item, subject.id(), () -> WatchlistJson.bytes(subject))) {
        subjects.add(new Read<>(item.place(), subject));
      }
    }
    for (Value item : fields.items("rules")) {
      Rule rule = RuleFormat.read(item, report);
      if (rule != null && fits(item, rule.id(), () -> WatchlistJson.bytes(rule))) {
        rules.add(new Read<>(item.place(), rule));
      }
    }
  }

  private @Nullable String text(Path path, String name) {
    try {
      long size = Files.size(path);
      if (size > MAX_BYTES) {
        problems.add(
            Place.of(name),
            null,
            "has " + size + " bytes; at most " + MAX_BYTES + " are read: split it");
        return null;
      }
      byte[] bytes = Files.readAllBytes(path);
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      problems.add(Place.of(name), null, "is not UTF-8; save it with that encoding");
    } catch (IOException e) {
      problems.add(Place.of(name), null, "cannot be read: " + e.getMessage());
    }
    return null;
  }

  /** Makes the record only when it could be too large: that takes longer than all the reading. */
  private boolean fits(Value at, String id, Supplier<byte[]> record) {
    if (mostBytes(at) <= MAX_RECORD_BYTES) {
      return true;
    }
    int length = record.get().length;
    if (length > MAX_RECORD_BYTES) {
      problems.add(
          at.place(),
          id,
          "is " + length + " bytes as a record; at most " + MAX_RECORD_BYTES + " fit: split it");
    }
    return length <= MAX_RECORD_BYTES;
  }

  /** No record of what is written there has more bytes. */
  private static long mostBytes(Value value) {
    if (value instanceof Scalar scalar) {
      return AROUND_TEXT + (long) LARGEST_UNIT * scalar.text().length();
    }
    long bytes = AROUND_TEXT;
    if (value instanceof Sequence sequence) {
      for (Value item : sequence.items()) {
        bytes += mostBytes(item);
      }
    } else if (value instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        bytes += mostBytes(entry.key()) + mostBytes(entry.value());
      }
    }
    return bytes;
  }
}
