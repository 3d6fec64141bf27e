package io.tocsin.cli;

import io.tocsin.runtime.ExitCode;
import io.tocsin.runtime.Stop;
import io.tocsin.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Asks a running service whether articles flow; made for container health checks. */
@Command(
    name = "health",
    description = "Asks the service on this machine for /readyz: 0 when it is ready, else 1.",
    mixinStandardHelpOptions = true)
public final class HealthCommand implements Callable<Integer> {

  private static final Duration LIMIT = Duration.ofSeconds(3);

  private final SettingsOptions options;

  @Spec private CommandSpec spec;

  /** The command, with the settings in force when it runs. */
  public HealthCommand(SettingsOptions options) {
    this.options = options;
  }

  @Override
  public Integer call() {
    URI uri = address(options.settings().http());
    try {
      HttpResponse<String> answer =
          HttpClient.newBuilder()
              .connectTimeout(LIMIT)
              .build()
              .send(
                  HttpRequest.newBuilder(uri).timeout(LIMIT).build(),
                  HttpResponse.BodyHandlers.ofString());
      boolean ready = answer.statusCode() == 200;
      spec.commandLine()
          .getOut()
          .println((ready ? "ready" : "not ready") + ": " + Terminal.printable(answer.body()));
      return ready ? ExitCode.OK.number() : ExitCode.FAILED.number();
    } catch (IOException e) {
      throw new Stop(
          ExitCode.FAILED,
          "nothing answers at " + uri + ": start it with `tocsin run`, or set http.port",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.INTERRUPTED.number();
    }
  }

  /** Where the service listens, as seen from this machine. */
  private static URI address(Settings.Http http) {
    String host =
        switch (http.host()) {
          case "0.0.0.0" -> "127.0.0.1";
          case "::", "[::]" -> "[::1]";
          case "::1" -> "[::1]";
          default -> http.host();
        };
    return URI.create("http://" + host + ":" + http.port() + "/readyz");
  }
}
