package io.tocsin.backtest;

import io.tocsin.backtest.Comparison.Difference;
import io.tocsin.backtest.Comparison.Kind;
import io.tocsin.model.Alert;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What people read: a line per alert, a count per day, and the sums. */
public final class TextReport {
  private static final int WIDEST_RULE = 26;
  private static final int WIDEST_SUBJECT = 30;
  private static final int WIDEST_BAR = 50;

  private TextReport() {}

  /** The alerts, then how many each day brought, then the sums. */
  public static List<String> of(List<History> histories, Account.Sums sums) {
    List<String> lines = new ArrayList<>(alerts(histories));
    if (!histories.isEmpty()) {
      lines.add("");
      lines.addAll(days(histories));
      lines.add("");
    }
    lines.add(read(sums));
    lines.add(told(histories));
    return lines;
  }

  /** What differs between two watchlists, each alert that is not the same, then the sums. */
  public static List<String> of(List<Difference> differences) {
    List<Difference> shown =
        differences.stream().filter(difference -> difference.kind() != Kind.SAME).toList();
    Columns columns = Columns.of(shown.stream().map(Difference::shown).toList());
    List<String> lines = new ArrayList<>();
    for (Difference difference : shown) {
      lines.add(String.format("%-20s  ", what(difference)) + columns.line(difference.shown()));
    }
    if (!shown.isEmpty()) {
      lines.add("");
    }
    Map<Kind, Long> sums =
        differences.stream()
            .collect(Collectors.groupingBy(Difference::kind, Collectors.counting()));
    lines.add(
        String.format(
            Locale.ROOT,
            "only A %,d   only B %,d   earlier in B %,d   later in B %,d   the same %,d",
            sums.getOrDefault(Kind.ONLY_A, 0L),
            sums.getOrDefault(Kind.ONLY_B, 0L),
            sums.getOrDefault(Kind.EARLIER, 0L),
            sums.getOrDefault(Kind.LATER, 0L),
            sums.getOrDefault(Kind.SAME, 0L)));
    return lines;
  }

  private static String what(Difference difference) {
    return switch (difference.kind()) {
      case ONLY_A -> "only A";
      case ONLY_B -> "only B";
      case EARLIER -> "B earlier by " + span(difference.by());
      case LATER -> "B later by " + span(difference.by());
      case SAME -> "the same";
    };
  }

  private static List<String> alerts(List<History> histories) {
    Columns columns = Columns.of(histories);
    return histories.stream().map(columns::line).toList();
  }

  /** From the first day with an alert to the last, quiet days between them included. */
  private static List<String> days(List<History> histories) {
    SortedMap<LocalDate, Integer> perDay = new TreeMap<>();
    histories.forEach(history -> perDay.merge(day(history.openedAt()), 1, Integer::sum));
    int most = perDay.values().stream().mapToInt(Integer::intValue).max().orElse(1);
    int digits = Integer.toString(most).length();
    List<String> lines = new ArrayList<>(List.of("alerts opened per day"));
    LocalDate end = perDay.lastKey().plusDays(1);
    for (LocalDate day = perDay.firstKey(); day.isBefore(end); day = day.plusDays(1)) {
      int count = perDay.getOrDefault(day, 0);
      int bar = (int) Math.ceil((double) count * Math.min(most, WIDEST_BAR) / most);
      lines.add(String.format("%s  %" + digits + "d  %s", day, count, "#".repeat(bar)).strip());
    }
    return lines;
  }

  private static LocalDate day(Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC);
  }

  private static String read(Account.Sums sums) {
    String reasons =
        sums.rejected().entrySet().stream()
            .map(entry -> entry.getValue() + " " + entry.getKey().word())
            .collect(Collectors.joining(", ", " (", ")"));
    return String.format(
        Locale.ROOT,
        "%,d articles = %,d tagged + %,d duplicate + %,d rejected%s%s",
        sums.received(),
        sums.tagged(),
        sums.duplicate(),
        sums.rejectedTotal(),
        sums.rejected().isEmpty() ? "" : reasons,
        sums.failed() == 0 ? "" : "; " + sums.failed() + " mentions failed, see the log");
  }

  private static String told(List<History> histories) {
    if (histories.isEmpty()) {
      return "no alert";
    }
    long open = histories.stream().filter(history -> history.endedAt() == null).count();
    long rules = histories.stream().map(history -> history.first().rule()).distinct().count();
    return String.format(
        Locale.ROOT,
        "%,d %s by %,d %s, %,d still open at the end",
        histories.size(),
        histories.size() == 1 ? "alert" : "alerts",
        rules,
        rules == 1 ? "rule" : "rules",
        open);
  }

  /** A length of time in its largest one or two units. */
  public static String span(Duration span) {
    long minutes = span.toMinutes();
    if (minutes < 60) {
      return minutes < 1 ? span.toSeconds() + " s" : minutes + " min";
    }
    return minutes < 48 * 60
        ? minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min")
        : minutes / 1440 + " d" + (minutes % 1440 < 60 ? "" : " " + minutes % 1440 / 60 + " h");
  }

  /** The numbers of an alert's summary: without the name before them and what the rule asks. */
  public static String numbers(Alert alert) {
    String name = alert.subject().name() + ": ";
    String summary = alert.summary();
    String numbers = summary.startsWith(name) ? summary.substring(name.length()) : summary;
    int words = numbers.indexOf(';');
    return words < 0 ? numbers : numbers.substring(0, words);
  }

  /** Widths that the alerts of one report share. */
  private record Columns(int rule, int subject) {
    static Columns of(List<History> histories) {
      int rule = histories.stream().mapToInt(h -> h.first().rule().length()).max().orElse(1);
      int subject =
          histories.stream().mapToInt(h -> h.first().subject().name().length()).max().orElse(1);
      return new Columns(Math.min(rule, WIDEST_RULE), Math.min(subject, WIDEST_SUBJECT));
    }

    String line(History history) {
      Alert last = history.last();
      Instant ended = history.endedAt();
      String end =
          ended == null
              ? "still open"
              : "over after " + span(Duration.between(last.startsAt(), ended));
      return String.format(
          Locale.ROOT,
          "%s  %-8s  %-" + rule + "s  %-" + subject + "s  %s; %s",
          minute(history.openedAt()),
          last.severity().word(),
          cut(last.rule(), rule),
          cut(last.subject().name(), subject),
          numbers(last),
          end);
    }

    private static String cut(String text, int most) {
      return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }

    private static String minute(Instant time) {
      return time.toString().substring(0, 16).replace('T', ' ');
    }
  }
}
