package io.tocsin.cli.demo;

import io.tocsin.model.Alert;
import io.tocsin.model.Evidence;
import io.tocsin.model.Span;
import java.io.PrintWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Prints alerts for people: what, how much, and the sentences that show it. */
final class AlertPrinter {
  private static final int MOST_EVIDENCE = 3;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.UTC);

  private final PrintWriter out;
  private final boolean colour;
  private final UnaryOperator<String> printable;

  /**
   * A printer.
   *
   * @param colour whether the marked words may be shown by escape sequences; else they stand in
   *     brackets
   * @param printable takes control characters out of what others wrote
   */
  AlertPrinter(PrintWriter out, boolean colour, UnaryOperator<String> printable) {
    this.out = out;
    this.colour = colour;
    this.printable = printable;
  }

  void print(Alert alert) {
    String state = alert.state().word().toUpperCase(Locale.ROOT);
    out.printf(
        Locale.ROOT,
        "%n%s  %s  %s  %s%n",
        strong(state),
        alert.severity().word(),
        alert.rule(),
        TIME.format(alert.changedAt()));
    out.println("  " + printable.apply(alert.summary()));
    alert.evidence().stream().limit(MOST_EVIDENCE).forEach(this::print);
    long more = alert.evidenceTotal() - Math.min(MOST_EVIDENCE, alert.evidence().size());
    if (more > 0 && !alert.evidence().isEmpty()) {
      out.println("  … and " + more + " more in the window");
    }
    out.flush();
  }

  private void print(Evidence evidence) {
    String time = TIME.format(evidence.publishedAt());
    String title = evidence.title() == null ? "" : evidence.title();
    out.println(
        "  " + time + " " + printable.apply(evidence.publisher()) + " — " + printable.apply(title));
    out.println("        " + marked(evidence));
  }

  private String marked(Evidence evidence) {
    StringBuilder line = new StringBuilder();
    String snippet = evidence.snippet();
    int from = 0;
    for (Span span : evidence.spans().stream().sorted((a, b) -> a.start() - b.start()).toList()) {
      if (span.start() < from) {
        continue;
      }
      line.append(printable.apply(snippet.substring(from, span.start())));
      line.append(strong(printable.apply(snippet.substring(span.start(), span.end()))));
      from = span.end();
    }
    return line.append(printable.apply(snippet.substring(from))).toString();
  }

  private String strong(String text) {
    return colour ? "\u001b[1;33m" + text + "\u001b[0m" : "[" + text + "]";
  }
}
