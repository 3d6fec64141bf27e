package io.tocsin.runtime;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers Ctrl-C and SIGTERM with a clean end: what runs is asked to end, within a limit, and the
 * process ends with 0, because it did what it was asked to.
 */
public final class Interrupt {

  private static final Logger logger = LoggerFactory.getLogger(Interrupt.class);

  private Interrupt() {}

  /**
   * Runs something that a signal may end.
   *
   * @param work runs on this thread; its result is the result here, unless a signal ends the
   *     process first
   * @param ask asks the work to end; called on a thread of its own when the signal comes
   * @param limit from the signal on, after which the process ends with {@link ExitCode#FAILED}
   *     whatever is still open
   */
  public static <T> T answering(Callable<T> work, Runnable ask, Duration limit) throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    Thread hook = new Thread(() -> end(ask, done, limit), "interrupt");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return work.call();
    } finally {
      done.countDown();
      remove(hook);
    }
  }

  private static void end(Runnable ask, CountDownLatch done, Duration limit) {
    Thread closer =
        new Thread(
            () -> {
              ask.run();
              await(done);
            },
            "close");
    closer.setDaemon(true);
    closer.start();
    try {
      closer.join(limit.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    boolean late = closer.isAlive();
    if (late) {
      logger.warn(
          "not everything was closed within {} s; the process ends all the same and recovers at its next start",
          limit.toSeconds());
    }
    // The JVM would end with 130 or 143 here, which supervisors take for a failure.
    Runtime.getRuntime().halt(late ? ExitCode.FAILED.number() : ExitCode.OK.number());
  }

  private static void await(CountDownLatch done) {
    try {
      done.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void remove(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      logger.debug("the process ends already");
    }
  }
}
