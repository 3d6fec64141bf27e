package io.tocsin.cli;

import io.tocsin.runtime.Interrupt;
import io.tocsin.runtime.Parts;
import io.tocsin.runtime.Service;
import io.tocsin.settings.LoadedSettings;
import io.tocsin.settings.Settings;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;

/** Runs the service until Ctrl-C, SIGTERM or a failure that it cannot recover from. */
@Command(
    name = "run",
    description = "Runs the service: broker (unless a cluster is set), topics, stream and web.",
    mixinStandardHelpOptions = true)
public final class RunCommand implements Callable<Integer> {

  private static final Logger logger = LoggerFactory.getLogger(RunCommand.class);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

  private final SettingsOptions options;

  private final Function<Settings, Parts> parts;

  /**
   * The command.
   *
   * @param options the settings in force when it runs
   * @param parts makes what the service is built of, from the settings in force
   */
  public RunCommand(SettingsOptions options, Function<Settings, Parts> parts) {
    this.options = options;
    this.parts = parts;
  }

  @Override
  public Integer call() throws Exception {
    LoadedSettings loaded = options.load();
    loaded.effective().forEach(line -> logger.info("setting {}", line));
    try (Service service = new Service(loaded.settings(), parts.apply(loaded.settings()))) {
      return Interrupt.answering(() -> run(service), service::close, CLOSE_LIMIT);
    }
  }

  private static int run(Service service) {
    service.start();
    return service.await().number();
  }
}
