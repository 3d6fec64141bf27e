package io.tocsin.cli;

import io.tocsin.runtime.Interrupt;
import io.tocsin.runtime.Service;
import io.tocsin.settings.LoadedSettings;
import io.tocsin.settings.Settings;
import java.time.Duration;
import java.util.concurrent.Callable;
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

  private final String version;

  /**
   * The command.
   *
   * @param options the settings in force when it runs
   * @param version of the program, for its metrics
   */
  public RunCommand(SettingsOptions options, String version) {
    this.options = options;
    this.version = version;
  }

  @Override
  public Integer call() throws Exception {
    LoadedSettings loaded = options.load();
    loaded.effective().forEach(line -> logger.info("setting {}", line));
    Settings settings = loaded.settings();
    try (Service service =
        new Service(
            settings,
            new ServiceParts(settings, version, port -> announce(settings.http(), port)))) {
      return Interrupt.answering(() -> run(service), service::close, CLOSE_LIMIT);
    }
  }

  private static void announce(Settings.Http http, int port) {
    logger.info("open http://{}:{}/", http.host(), port);
  }

  private static int run(Service service) {
    service.start();
    return service.await().number();
  }
}
