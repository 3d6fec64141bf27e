package io.tocsin.cli;

import io.tocsin.runtime.Cluster;
import io.tocsin.runtime.TopicAdmin;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Creates and checks topics. */
@Command(
    name = "topics",
    description = "Creates or checks the topics on the cluster.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "apply|verify")
public final class TopicsCommand implements Runnable {

  private final SettingsOptions options;

  @Spec private CommandSpec spec;

  /** The command, with the settings in force when it runs. */
  public TopicsCommand(SettingsOptions options) {
    this.options = options;
  }

  /** Without a subcommand, the help is what the user needs. */
  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(
      name = "apply",
      description =
          "Creates missing topics and sets right what can be set; records are never deleted.",
      mixinStandardHelpOptions = true)
  void apply() {
    Cluster cluster = Cluster.find(options.settings());
    List<String> changes = TopicAdmin.on(cluster, TopicAdmin::apply);
    PrintWriter out = spec.commandLine().getOut();
    changes.forEach(out::println);
    if (changes.isEmpty()) {
      out.println("all topics at " + cluster.bootstrap() + " are as they should be");
    }
  }

  @Command(
      name = "verify",
      description = "Checks the topics; ends with 4 when one is missing or wrong.",
      mixinStandardHelpOptions = true)
  void verify() {
    Cluster cluster = Cluster.find(options.settings());
    TopicAdmin.on(
        cluster,
        topics -> {
          topics.verify();
          return List.of();
        });
    spec.commandLine()
        .getOut()
        .println("all topics at " + cluster.bootstrap() + " are as they should be");
  }
}
