package io.tocsin.cli;

import io.tocsin.settings.LoadedSettings;
import io.tocsin.settings.Settings;
import io.tocsin.settings.SettingsLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every command with settings has. */
final class SettingsOptions {

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "YAML file of settings; config/tocsin.yaml when it exists")
  private @Nullable Path config;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "One setting, such as http.port=9000; may be given several times")
  private List<String> assignments = new ArrayList<>();

  /** The settings in force, with where each came from. */
  LoadedSettings load() {
    return SettingsLoader.load(config, System.getenv(), assignments);
  }

  /** The settings in force. */
  Settings settings() {
    return load().settings();
  }
}
