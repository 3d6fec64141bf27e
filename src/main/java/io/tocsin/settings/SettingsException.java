package io.tocsin.settings;

import java.util.List;

/**
 * Settings that cannot be used; the message has one line per problem, each with its place and what
 * would be right.
 */
public final class SettingsException extends RuntimeException {

  private final transient List<String> problems;

  /**
   * One line per problem.
   *
   * @param problems each with its place and what would be right
   */
  public SettingsException(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /**
   * The problems, in the order of the layers: file, environment, command line, then what they are
   * together.
   */
  public List<String> problems() {
    return problems;
  }
}
