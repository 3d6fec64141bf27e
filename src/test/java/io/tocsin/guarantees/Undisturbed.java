package io.tocsin.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.fixtures.NewsMaker;
import io.tocsin.fixtures.Publishing;
import io.tocsin.fixtures.RunningService;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The stream that disturbed runs are held against, and what comes of it when nothing happens. */
final class Undisturbed {
  /** The same news on every machine. */
  static final List<NewsMaker.Published> STREAM = NewsMaker.records(20240304, 6_000);

  private static @Nullable Results results;

  private Undisturbed() {}

  /**
   * Runs the stream, once for all tests of this JVM.
   *
   * @param folder used when this call is the first; deleted with everything by the caller
   */
  static synchronized Results results(Path folder) {
    if (results == null) {
      results = run(folder);
    }
    return results;
  }

  private static Results run(Path folder) {
    String watchlist = "watchlist.folder=" + NewsMaker.watchlist(folder.resolve("watchlist"));
    try (RunningService service = RunningService.start(folder.resolve("data"), watchlist);
        Publishing producer = new Publishing(service.bootstrap(), service.prefix())) {
      producer.publish(STREAM);
      Results run = Guarantees.awaitHold(service.bootstrap(), service.prefix());
      assertThat(run.articles()).hasSameSizeAs(STREAM);
      assertThat(run.alerts())
          .as("a stream that raises nothing proves nothing")
          .extracting(alert -> alert.rule())
          .contains("burst", "meeting", "storm");
      return run;
    }
  }
}
