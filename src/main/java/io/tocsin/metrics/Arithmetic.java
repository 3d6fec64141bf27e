package io.tocsin.metrics;

/**
 * What became of the records: received = tagged + duplicate + rejected, always, once nothing is on
 * its way between two stages.
 *
 * @param received records read from {@code news.articles}
 * @param tagged articles written to {@code news.tagged}, corrections among them
 * @param duplicate articles whose id and text came before
 * @param rejected records written to {@code news.rejected}
 */
public record Arithmetic(long received, long tagged, long duplicate, long rejected) {

  /** Whether nothing is missing. */
  public boolean holds() {
    return received == tagged + duplicate + rejected;
  }
}
