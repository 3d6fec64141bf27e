package io.tocsin.cli.lint;

import io.tocsin.tag.Frequency;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An estimate as lines for people: a heading, a row for each subject and rule, a sum. */
public final class EstimateText {
  private EstimateText() {}

  /** The lines of an estimate. */
  public static List<String> lines(Estimate estimate) {
    List<String> lines = new ArrayList<>();
    lines.add(heading(estimate));
    lines.add("   per day     share  articles  subject or rule");
    long often = 0;
    long never = 0;
    for (Frequency frequency : estimate.frequencies()) {
      lines.add(row(estimate, frequency));
      often += frequency.isOften() ? 1 : 0;
      never += frequency.isNever() ? 1 : 0;
    }
    lines.add(
        estimate.articles() < Estimate.ENOUGH
            ? "no warnings: they need " + Estimate.ENOUGH + " articles"
            : often + " in more than 5 % of all articles, " + never + " never found");
    return lines;
  }

  private static String heading(Estimate estimate) {
    String span =
        estimate.days() == 0
            ? "none has a time, so hits per day are not known"
            : String.format(
                Locale.ROOT,
                "%.1f days with articles, %s to %s",
                estimate.days(),
                day(estimate.first()),
                day(estimate.last()));
    return String.format(Locale.ROOT, "%,d articles: %s", estimate.articles(), span);
  }

  private static String day(@Nullable Instant time) {
    return time == null ? "-" : time.atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }

  private static String row(Estimate estimate, Frequency frequency) {
    double perDay = estimate.perDay(frequency);
    String rate =
        perDay < 0 ? "-" : String.format(Locale.ROOT, perDay < 10 ? "%.2f" : "%.0f", perDay);
    String warning = estimate.warning(frequency);
    return String.format(
        Locale.ROOT,
        "%10s  %6.2f %%  %8d  %s%s%s",
        rate,
        100 * frequency.share(),
        frequency.articles(),
        frequency.rule() ? "rule " : "",
        frequency.id(),
        warning.isEmpty() ? "" : "  warning: " + warning);
  }
}
