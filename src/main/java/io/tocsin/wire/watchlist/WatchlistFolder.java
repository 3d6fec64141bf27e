package io.tocsin.wire.watchlist;

import io.tocsin.model.Rule;
import io.tocsin.model.Subject;
import io.tocsin.model.Watchlist;
import io.tocsin.wire.watchlist.Report.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads a watchlist from a folder of YAML files, or from one file. */
public final class WatchlistFolder {
  private final Problems problems = new Problems();
  private final List<Reference> references = new ArrayList<>();
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
    // Side by side, since the first reading after a start is the slowest; then one by one in order.
    reading.files(folder).parallelStream().map(WatchlistFile::read).toList().forEach(reading::take);
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

  private void take(WatchlistFile file) {
    file.problems().forEach(problems::add);
    for (WatchlistFile.Read<Subject> read : file.subjects()) {
      if (isFirst(read.place(), read.entry().id(), "subject")) {
        subjects.put(read.entry().id(), read.entry());
      }
    }
    for (WatchlistFile.Read<Rule> read : file.rules()) {
      if (isFirst(read.place(), read.entry().id(), "rule")) {
        rules.put(read.entry().id(), read.entry());
      }
    }
    references.addAll(file.references());
  }

  private boolean isFirst(Place place, String id, String kind) {
    Place before = places.putIfAbsent(id, place);
    if (before != null) {
      problems.add(place, id, "this " + kind + " stands twice; the first is at " + before);
    }
    return before == null;
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
    for (Reference reference : references) {
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
