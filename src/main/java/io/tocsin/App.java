package io.tocsin;

import io.tocsin.cli.BacktestCommand;
import io.tocsin.cli.BrokerCommand;
import io.tocsin.cli.Failures;
import io.tocsin.cli.FeedsCommand;
import io.tocsin.cli.HealthCommand;
import io.tocsin.cli.PublishCommand;
import io.tocsin.cli.RejectedCommand;
import io.tocsin.cli.RunCommand;
import io.tocsin.cli.SettingsOptions;
import io.tocsin.cli.TagCommand;
import io.tocsin.cli.TailCommand;
import io.tocsin.cli.TopicsCommand;
import io.tocsin.cli.Version;
import io.tocsin.cli.WatchCommand;
import io.tocsin.cli.demo.DemoCommand;
import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program: one root command, and one subcommand per thing a user can ask for. */
@Command(
    name = "tocsin",
    description = "Watches news as it comes in: tags, counts and alerts, with the evidence.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
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
        .addSubcommand(new DemoCommand(options))
        .addSubcommand(new RunCommand(options))
        .addSubcommand(new PublishCommand(options))
        .addSubcommand(new FeedsCommand(options))
        .addSubcommand(new TailCommand(options))
        .addSubcommand(new TagCommand(options))
        .addSubcommand(WatchCommand.commandLine(options, Clock.systemUTC()))
        .addSubcommand(new BacktestCommand(options))
        .addSubcommand(new RejectedCommand(options))
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
}
