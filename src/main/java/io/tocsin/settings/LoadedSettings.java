package io.tocsin.settings;

import java.util.List;

/**
 * Settings with where each came from.
 *
 * @param settings the settings
 * @param effective one line per setting, {@code key = value (from default|file|env|cli)}, secrets
 *     as stars; for the log at start
 */
public record LoadedSettings(Settings settings, List<String> effective) {

  /** Copies the lines. */
  public LoadedSettings {
    effective = List.copyOf(effective);
  }
}
