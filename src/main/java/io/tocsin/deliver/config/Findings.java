package io.tocsin.deliver.config;

import io.tocsin.settings.SettingsException;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.nodes.Node;

/** What is wrong with a file, line by line, so that one run shows all of it. */
final class Findings {

  private final String file;
  private final List<String> problems = new ArrayList<>();

  Findings(String file) {
    this.file = file;
  }

  void add(Node at, String message) {
    add(at.getStartMark().getLine() + 1, message);
  }

  void add(int line, String message) {
    problems.add(file + " line " + line + ": " + message);
  }

  void add(String message) {
    problems.add(file + ": " + message);
  }

  /**
   * Ends the reading.
   *
   * @throws SettingsException when anything was found
   */
  void throwIfAny() {
    if (!problems.isEmpty()) {
      throw new SettingsException(problems);
    }
  }
}
