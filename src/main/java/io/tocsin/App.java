package io.tocsin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
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

  @Spec private CommandSpec spec;

  private App() {}

  /**
   * Runs one command and ends the process with its exit code: 0 done, 1 failed, 2 wrong usage.
   *
   * @param arguments the words after {@code tocsin}
   */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** The whole command line, ready to be executed; tests give it their own output. */
  static CommandLine commandLine() {
    return new CommandLine(new App());
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
