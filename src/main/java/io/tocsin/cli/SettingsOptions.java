package io.tocsin.cli;

import io.tocsin.settings.LoadedSettings;
import io.tocsin.settings.Settings;
import io.tocsin.settings.SettingsLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * The options about settings, given to the root command and inherited by all others: they may stand
 * before or after the command.
 */
public final class SettingsOptions {

  @Option(
      names = "--config",
      scope = ScopeType.INHERIT,
      paramLabel = "FILE",
      description = "YAML file of settings; config/tocsin.yaml when it exists")
  private @Nullable Path config;

  @Option(
      names = "--set",
      scope = ScopeType.INHERIT,
      paramLabel = "KEY=VALUE",
      description = "One setting, such as http.port=9000; may be given several times")
  private List<String> assignments = new ArrayList<>();

  /** The settings in force, with where each came from. */
  public LoadedSettings load() {
    return SettingsLoader.load(config, System.getenv(), assignments);
  }

  /** The settings in force. */
  public Settings settings() {
    return load().settings();
  }
}
