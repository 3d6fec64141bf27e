package io.tocsin.cli;

import io.tocsin.runtime.DataFolder;
import io.tocsin.runtime.EmbeddedBroker;
import io.tocsin.runtime.ExitCode;
import io.tocsin.runtime.Interrupt;
import io.tocsin.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the embedded broker alone. */
@Command(
    name = "broker",
    description = "A broker of its own process, for trying two instances on one machine.",
    mixinStandardHelpOptions = true)
public final class BrokerCommand implements Callable<Integer> {

  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

  private final SettingsOptions options;

  @Option(
      names = "--port",
      description = "Port on 127.0.0.1; broker.port unless given, 0 takes a free one and keeps it")
  private @Nullable Integer port;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "Data folder; data.folder unless given")
  private @Nullable Path data;

  @Spec private CommandSpec spec;

  /** The command, with the settings in force when it runs. */
  public BrokerCommand(SettingsOptions options) {
    this.options = options;
  }

  @Override
  public Integer call() throws Exception {
    Settings settings = options.settings();
    CountDownLatch asked = new CountDownLatch(1);
    return Interrupt.answering(() -> serve(settings, asked), asked::countDown, CLOSE_LIMIT);
  }

  private int serve(Settings settings, CountDownLatch asked) throws InterruptedException {
    try (DataFolder folder = DataFolder.open(data == null ? settings.data() : data);
        EmbeddedBroker broker =
            EmbeddedBroker.start(folder, port == null ? settings.broker().port() : port)) {
      spec.commandLine().getOut().println(broker.bootstrap());
      spec.commandLine().getOut().flush();
      asked.await();
    }
    return ExitCode.OK.number();
  }
}
