package io.tocsin;

import io.tocsin.cli.BrokerCommand;
import io.tocsin.cli.Failures;
import io.tocsin.cli.HealthCommand;
import io.tocsin.cli.PublishCommand;
import io.tocsin.cli.SettingsOptions;
import io.tocsin.cli.TailCommand;
import io.tocsin.cli.TopicsCommand;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program: one root command, and one subcommand per thing a user can ask for. */
@Command(
    name = "tocsin",
    description = "Watches news as it comes in: tags, counts and alerts, with the evidence.",
    mixinStandardHelpOptions = true,
    versionProvider = App.Version.class,
    synopsisSubcommandLabel = "COMMAND")
public final class App implements Runnable {

  @Mixin private SettingsOptions options = new SettingsOptions();
  @Spec private CommandSpec spec;

  private App() {}

  /**
   * Runs one command and ends the process with its exit code; see {@link
   * io.tocsin.runtime.ExitCode}.
   *
   * @param arguments the words after {@code tocsin}
   */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** The whole command line, ready to be executed; tests give it their own output. */
  static CommandLine commandLine() {
    App app = new App();
    SettingsOptions options = app.options;
    return new CommandLine(app)
        .addSubcommand(new PublishCommand(options))
        .addSubcommand(new TailCommand(options))
        .addSubcommand(new TopicsCommand(options))
        .addSubcommand(new BrokerCommand(options))
        .addSubcommand(new HealthCommand(options))
        .setExecutionExceptionHandler(new Failures());
  }

  /** Without a subcommand, the help is what the user needs. */
  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /** Reads the version that the build wrote beside the classes. */
  static final class Version implements IVersionProvider {

    private static final String RESOURCE = "/tocsin-version.properties";

    @Override
    public String[] getVersion() {
      Properties properties = new Properties();
      try (InputStream stream = App.class.getResourceAsStream(RESOURCE)) {
        if (stream == null) {
          throw new IllegalStateException(RESOURCE + " is missing from the jar; build it again");
        }
        properties.load(stream);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + RESOURCE + " from the jar", e);
      }
      return new String[] {"tocsin " + properties.getProperty("version")};
    }
  }
}
