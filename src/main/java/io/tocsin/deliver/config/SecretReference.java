package io.tocsin.deliver.config;

import io.tocsin.settings.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Fetches secrets from where the file of sinks says they are. */
final class SecretReference {

  private final Map<String, String> environment;

  SecretReference(Map<String, String> environment) {
    this.environment = environment;
  }

  /** A secret that must be there and must not stand in the file itself; null after a finding. */
  @Nullable Secret needed(Block block, String key) {
    if (block.value(key) == null) {
      block.problem(
          key,
          "'" + key + "' is missing; write " + key + ": {file: /run/secrets/name} or {env: NAME}");
      return null;
    }
    if (block.value(key) instanceof ScalarNode) {
      block.problem(
          key,
          "'"
              + key
              + "' must not stand here in plain text; write "
              + key
              + ": {file: /run/secrets/name} or {env: NAME}");
      return null;
    }
    return fetch(block, key);
  }

  /** An address, in plain text or fetched; it must be there. Null after a finding. */
  @Nullable Secret address(Block block, String key, String example) {
    if (block.value(key) == null || block.value(key) instanceof ScalarNode) {
      String plain = block.needed(key, example);
      return plain == null ? null : new Secret(plain);
    }
    return fetch(block, key);
  }

  private @Nullable Secret fetch(Block block, String key) {
    Block reference = block.block(key, "'" + key + "'", List.of("file", "env"));
    if (reference == null) {
      return null;
    }
    String file = reference.text("file");
    String variable = reference.text("env");
    if ((file == null) == (variable == null)) {
      block.problem(key, "'" + key + "' needs either file: or env:");
      return null;
    }
    String value = file != null ? fromFile(block, key, file) : environment.get(variable);
    if (value == null && file == null) {
      block.problem(key, "the environment has no variable " + variable);
    }
    if (value != null && value.isBlank()) {
      block.problem(key, "'" + key + "' is empty there");
      return null;
    }
    return value == null ? null : new Secret(value.strip());
  }

  private static @Nullable String fromFile(Block block, String key, String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException | InvalidPathException e) {
      block.problem(
          key, "the file " + file + " cannot be read (" + e.getClass().getSimpleName() + ")");
      return null;
    }
  }
}
