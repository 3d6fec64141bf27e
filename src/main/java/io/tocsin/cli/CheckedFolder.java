package io.tocsin.cli;

import io.tocsin.model.Watchlist;
import io.tocsin.tag.Finding;
import io.tocsin.tag.WatchlistLint;
import io.tocsin.wire.watchlist.Place;
import io.tocsin.wire.watchlist.WatchlistFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A watchlist folder that was read and looked over.
 *
 * @param watchlist without an error
 * @param warnings in order of the watchlist
 */
record CheckedFolder(Watchlist watchlist, List<Warning> warnings) {
  CheckedFolder {
    warnings = List.copyOf(warnings);
  }

  /**
   * Something that works, but hardly as meant.
   *
   * @param place where the subject or rule stands; null when that is not known
   */
  record Warning(@Nullable Place place, Finding finding) {
    String line() {
      return CheckedFolder.line(place, finding);
    }
  }

  /**
   * Reads a folder and looks it over.
   *
   * @throws io.tocsin.wire.watchlist.WatchlistException when it cannot be read
   * @throws IllegalArgumentException with every error and its place, when there is one
   */
  static CheckedFolder read(Path folder) {
    return of(WatchlistFolder.readLocated(folder));
  }

  /**
   * Looks over what was read.
   *
   * @throws IllegalArgumentException with every error and its place, when there is one
   */
  static CheckedFolder of(WatchlistFolder.Located located) {
    List<Finding> findings = WatchlistLint.check(located.watchlist());
    List<String> errors = new ArrayList<>();
    List<Warning> warnings = new ArrayList<>();
    for (Finding finding : findings) {
      Place place = located.places().get(finding.id());
      if (finding.level() == Finding.Level.ERROR) {
        errors.add(line(place, finding));
      } else {
        warnings.add(new Warning(place, finding));
      }
    }
    if (!WatchlistLint.isUsable(findings)) {
      throw new IllegalArgumentException(String.join("\n", errors));
    }
    return new CheckedFolder(located.watchlist(), warnings);
  }

  private static String line(@Nullable Place place, Finding finding) {
    return (place == null ? "" : place + ": ")
        + finding.level().word()
        + ": "
        + finding.id()
        + ": "
        + finding.message();
  }
}
