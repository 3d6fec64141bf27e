package io.tocsin.cli;

import io.tocsin.ingest.feed.FeedListException;
import io.tocsin.runtime.ExitCode;
import io.tocsin.runtime.Stop;
import io.tocsin.settings.SettingsException;
import io.tocsin.wire.watchlist.WatchlistException;
import java.io.PrintWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what a command throws into a message for people and an exit code for scripts. */
public final class Failures implements IExecutionExceptionHandler {

  private static final Logger logger = LoggerFactory.getLogger(Failures.class);

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    if (failure instanceof Stop stop) {
      logger.debug("stopped", stop);
      err.println("tocsin: " + Terminal.printable(String.valueOf(stop.getMessage()), true));
      return stop.code().number();
    }
    if (failure instanceof SettingsException settings) {
      settings.problems().forEach(problem -> err.println("tocsin: " + Terminal.printable(problem)));
      return ExitCode.USAGE.number();
    }
    if (failure instanceof WatchlistException || failure instanceof FeedListException) {
      err.println("tocsin: " + Terminal.printable(String.valueOf(failure.getMessage()), true));
      return ExitCode.USAGE.number();
    }
    logger.error("{} failed", command.getCommandName(), failure);
    err.println("tocsin: " + Terminal.printable(String.valueOf(failure)));
    return ExitCode.FAILED.number();
  }
}
