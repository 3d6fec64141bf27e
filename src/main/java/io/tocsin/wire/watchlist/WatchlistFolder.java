package io.tocsin.wire.watchlist;

import io.tocsin.model.Rule;
import io.tocsin.model.Subject;
import io.tocsin.model.Watchlist;
import io.tocsin.wire.watchlist.Report.Reference;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a watchlist from a folder of YAML files, or from one file. */
public final class WatchlistFolder {
  /** Larger files are refused before they are read. */
  static final int MAX_BYTES = 10 * 1024 * 1024;

  /** Larger records could not be read back: the JSON mapper ends at one mebibyte. */
  private static final int MAX_RECORD_BYTES = 1_000_000;

  private final Problems problems = new Problems();
  private final Report report = Report.of(problems, true);
  private final Map<String, Subject> subjects = new TreeMap<>();
  private final Map<String, Rule> rules = new TreeMap<>();
  private final Map<String, Place> places = new TreeMap<>();

  private WatchlistFolder() {}

  /**
   * A watchlist with the place of everything in it.
   *
   * @param watchlist subjects and rules in order of id; version 0, because it is not applied
   * @param places by id of subject or rule
   */
  public record Located(Watchlist watchlist, Map<String, Place> places) {
    /** Makes the places immutable. */
    public Located {
      places = Map.copyOf(places);
    }
  }

  /**
   * All files {@code *.yaml} and {@code *.yml} of a folder in order of name, without its
   * subfolders; or one file.
   *
   * @return subjects and rules in order of id; version 0, because it is not applied
   * @throws WatchlistException naming up to 20 problems by file, line, column and id
   */
  public static Watchlist read(Path folder) {
    return readLocated(folder).watchlist();
  }

  /** As {@link #read}, and where each subject and rule stands, for messages that come later. */
  public static Located readLocated(Path folder) {
    WatchlistFolder reading = new WatchlistFolder();
    for (Path file : reading.files(folder)) {
      reading.readFile(file);
    }
    reading.checkReferences();
    reading.problems.throwIfAny();
    Watchlist watchlist =
        new Watchlist(
            0,
            Instant.EPOCH,
            List.copyOf(reading.subjects.values()),
            List.copyOf(reading.rules.values()));
    return new Located(watchlist, reading.places);
  }

  private List<Path> files(Path folder) {
    if (Files.isRegularFile(folder)) {
      return List.of(folder);
    }
    if (!Files.isDirectory(folder)) {
      problems.add(Place.of(folder.toString()), null, "there is no such folder or file");
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      List<Path> files = entries.filter(WatchlistFolder::isYaml).sorted().toList();
      if (files.isEmpty()) {
        problems.add(Place.of(folder.toString()), null, "the folder holds no file *.yaml or *.yml");
      }
      return files;
    } catch (IOException e) {
      problems.add(
          Place.of(folder.toString()), null, "the folder cannot be listed: " + e.getMessage());
      return List.of();
    }
  }

  /** Files that begin with a dot are what editors leave while they write. */
  private static boolean isYaml(Path file) {
    String name = String.valueOf(file.getFileName());
    return !name.startsWith(".")
        && (name.endsWith(".yaml") || name.endsWith(".yml"))
        && Files.isRegularFile(file);
  }

  private void readFile(Path file) {
    String name = String.valueOf(file.getFileName());
    String text = text(file, name);
    Value document = text == null ? null : YamlValues.read(name, text, problems);
    if (document == null) {
      return;
    }
    if (!(document instanceof Value.Mapping mapping)) {
      report.problem(document, "a file holds 'subjects:' and 'rules:', not " + document.what());
      return;
    }
    Fields fields = new Fields(mapping, "a watchlist file", List.of("subjects", "rules"), report);
    for (Value item : fields.items("subjects")) {
      Subject subject = SubjectFormat.read(item, report);
      if (subject != null
          && isFirst(item, subject.id(), "subject")
          && fits(item, subject.id(), WatchlistJson.bytes(subject))) {
        subjects.put(subject.id(), subject);
      }
    }
    for (Value item : fields.items("rules")) {
      Rule rule = RuleFormat.read(item, report);
      if (rule != null
          && isFirst(item, rule.id(), "rule")
          && fits(item, rule.id(), WatchlistJson.bytes(rule))) {
        rules.put(rule.id(), rule);
      }
    }
  }

  private @Nullable String text(Path file, String name) {
    try {
      long size = Files.size(file);
      if (size > MAX_BYTES) {
        problems.add(
            Place.of(name),
            null,
            "has " + size + " bytes; at most " + MAX_BYTES + " are read: split it");
        return null;
      }
      byte[] bytes = Files.readAllBytes(file);
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      problems.add(Place.of(name), null, "is not UTF-8; save it with that encoding");
    } catch (IOException e) {
      problems.add(Place.of(name), null, "cannot be read: " + e.getMessage());
    }
    return null;
  }

  private boolean isFirst(Value at, String id, String kind) {
    Place before = places.putIfAbsent(id, at.place());
    if (before != null) {
      problems.add(at.place(), id, "this " + kind + " stands twice; the first is at " + before);
    }
    return before == null;
  }

  private boolean fits(Value at, String id, byte[] record) {
    if (record.length > MAX_RECORD_BYTES) {
      problems.add(
          at.place(),
          id,
          "is "
              + record.length
              + " bytes as a record; at most "
              + MAX_RECORD_BYTES
              + " fit: split it");
    }
    return record.length <= MAX_RECORD_BYTES;
  }

  /**
   * A reference to nothing would silently find nothing. Not checked when something could not be
   * read: it may be that.
   */
  private void checkReferences() {
    if (problems.size() > 0) {
      return;
    }
    Set<String> groups = new HashSet<>();
    subjects.values().forEach(subject -> groups.addAll(subject.groups()));
    for (Reference reference : report.references()) {
      Set<String> known = reference.group() ? groups : subjects.keySet();
      if (!known.contains(reference.name())) {
        Function<String, String> meant = near -> "; did you mean '" + near + "'?";
        problems.add(
            reference.place(),
            reference.owner(),
            (reference.group() ? "no subject is in the group '" : "there is no subject '")
                + reference.name()
                + "'"
                + Texts.nearest(reference.name(), known).map(meant).orElse(""));
      }
    }
  }
}
