package io.tocsin.backtest;

import io.tocsin.ingest.ArticleFiles;
import io.tocsin.ingest.Offer;
import java.io.IOException;
import java.time.Instant;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The articles of files as if they were published now, one after the other, to a topic of so many
 * partitions. What is no article is handed on, as {@code publish} does, and is rejected; what no
 * record could carry is told and left out.
 */
public final class FileRecording implements Recording {
  private final ArticleFiles files;
  private final int partitions;
  private final Instant receivedAt;
  private final BiConsumer<String, String> problems;
  private long leftOut;

  /**
   * A recording over files.
   *
   * @param files closed with this
   * @param receivedAt receive time of all articles: stands in for missing times, and clamps those
   *     ahead of it
   * @param problems hears place and problem of whatever is no article
   */
  public FileRecording(
      ArticleFiles files, int partitions, Instant receivedAt, BiConsumer<String, String> problems) {
    this.files = files;
    this.partitions = partitions;
    this.receivedAt = receivedAt;
    this.problems = problems;
  }

  @Override
  public @Nullable Recorded next() {
    while (files.hasNext()) {
      Offer offer = files.next();
      if (offer instanceof Offer.Valid valid) {
        return record(valid.value(), Partitions.of(valid.id(), partitions));
      }
      if (offer instanceof Offer.Invalid invalid) {
        String reason = invalid.refusal().reason().word();
        problems.accept(invalid.place(), reason + ": " + invalid.refusal().detail());
        return record(invalid.value(), 0);
      }
      if (offer instanceof Offer.Unsendable unsendable) {
        leftOut++;
        problems.accept(unsendable.place(), unsendable.problem());
      }
    }
    return null;
  }

  private Recorded record(byte[] value, int partition) {
    return new Recorded(value, partition, receivedAt);
  }

  /** Things in the files that no record could carry. */
  public long leftOut() {
    return leftOut;
  }

  @Override
  public int partitions() {
    return partitions;
  }

  @Override
  public double part() {
    return files.bytesTotal() <= 0 ? -1 : (double) files.bytesRead() / files.bytesTotal();
  }

  @Override
  public void close() throws IOException {
    files.close();
  }
}
