package io.tocsin.backtest;

import io.tocsin.model.Alert;
import io.tocsin.model.pane.Panes;
import io.tocsin.tag.Tagger;
import io.tocsin.topology.Admission;
import io.tocsin.topology.CompiledWatchlist;
import io.tocsin.topology.FlowSettings;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * One run of the flow over a recording: articles are read and tagged in parallel, a few blocks
 * ahead, and counted and alerted in their order. The same recording gives the same alerts, whatever
 * the number of threads.
 */
public final class Replay {
  /** Articles that a thread takes at once: far more work than handing them over. */
  private static final int BLOCK = 256;

  /** Blocks for each thread that may wait to be counted; bounds the memory. */
  private static final int BLOCKS_AHEAD = 4;

  private final Admission admission;
  private final Tagger tagger;
  private final Account account = new Account();
  private long taken;
  private final Stages stages;

  /**
   * A run that has not begun.
   *
   * @param settings of the flow, as live has them
   * @param watchlist the one to try
   * @param period which alerts are told
   * @param partitions of the recording
   * @param told hears every record of an alert, in order
   */
  public Replay(
      FlowSettings settings,
      CompiledWatchlist watchlist,
      Period period,
      int partitions,
      Consumer<Alert> told) {
    this.admission = new Admission(settings);
    this.tagger = watchlist.tagger();
    this.stages = new Stages(settings, watchlist, period, partitions, account, told);
  }

  /** Hears how far a run has come. */
  public interface Progress {
    /**
     * Called after each block.
     *
     * @param articles records so far, those outside the period among them
     * @param part of the recording that was read, from 0 to 1; negative when nobody can know
     */
    void moved(long articles, double part);
  }

  /**
   * Runs to the end of the recording.
   *
   * @param threads that read and tag; at least 1
   * @throws IOException when the recording cannot be read to its end; the message names the place
   */
  public Account.Sums run(Recording recording, int threads, Progress progress) throws IOException {
    ExecutorService workers = Executors.newFixedThreadPool(threads, Replay::daemon);
    Deque<Future<List<Prepared>>> ahead = new ArrayDeque<>();
    try {
      for (List<Recorded> block = block(recording); !block.isEmpty(); block = block(recording)) {
        List<Recorded> records = block;
        ahead.add(workers.submit(() -> prepared(records)));
        if (ahead.size() > threads * BLOCKS_AHEAD) {
          take(ahead.remove());
          progress.moved(taken, recording.part());
        }
      }
      while (!ahead.isEmpty()) {
        take(ahead.remove());
      }
      progress.moved(taken, recording.part());
      return account.sums();
    } finally {
      workers.shutdownNow();
    }
  }

  /** What was counted of a series and is still kept; for charts. */
  public Panes panes(String series) {
    return stages.panes(series);
  }

  private List<Prepared> prepared(List<Recorded> records) {
    return records.stream().map(record -> Prepared.of(record, admission, tagger)).toList();
  }

  private void take(Future<List<Prepared>> block) throws IOException {
    try {
      for (Prepared prepared : block.get()) {
        stages.take(prepared);
        taken++;
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a block of articles could not be prepared", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted after " + taken + " articles", e);
    }
  }

  private static List<Recorded> block(Recording recording) throws IOException {
    List<Recorded> block = new ArrayList<>(BLOCK);
    while (block.size() < BLOCK) {
      Recorded next = recording.next();
      if (next == null) {
        break;
      }
      block.add(next);
    }
    return block;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "backtest-tag");
    thread.setDaemon(true);
    return thread;
  }
}
