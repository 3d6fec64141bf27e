package io.tocsin.cli;

import io.tocsin.serve.rejected.RejectedRecord;
import io.tocsin.serve.rejected.RejectedView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Refused records on a terminal; nothing that they hold reaches it as a control character. */
final class RejectedRows {
  /** Columns of each cell; 0 takes what is left. */
  private static final List<Integer> WIDTHS = List.of(9, 20, 18, 22, 8, 0);

  private RejectedRows() {}

  /** The head of the columns. */
  static String head(int columns) {
    return row(List.of("PLACE", "REJECTED", "REASON", "ORIGIN", "BYTES", "TEXT"), columns);
  }

  /** One record as a row. */
  static String row(RejectedRecord record, int columns) {
    RejectedView view = RejectedView.excerpt(record);
    String again = view.replayOf() == null ? "" : "(again, " + view.replayOf() + ") ";
    return row(
        List.of(
            view.place(),
            view.rejectedAt().toString(),
            view.reason(),
            origin(view.origin()),
            Long.toString(view.bytes()),
            again + view.text()),
        columns);
  }

  /** One record with all its text, over several lines. */
  static String whole(RejectedView view) {
    StringBuilder text = new StringBuilder();
    line(text, "place", view.place());
    line(text, "rejected", view.rejectedAt().toString());
    line(text, "reason", view.reason());
    line(text, "error", view.error());
    line(text, "field", view.field());
    line(text, "origin", origin(view.origin()));
    line(text, "key", view.key());
    line(text, "replay of", view.replayOf());
    line(
        text,
        "bytes",
        view.kept() < view.bytes()
            ? view.bytes() + ", of which the first " + view.kept() + " were kept"
            : Long.toString(view.bytes()));
    return text + "\n" + Terminal.printable(view.text().replace('\t', ' '), true);
  }

  private static void line(StringBuilder text, String name, @Nullable String value) {
    if (value != null) {
      text.append(String.format("%-10s %s%n", name, Terminal.printable(value)));
    }
  }

  private static String origin(RejectedRecord.Origin origin) {
    return origin.topic() + " " + origin.partition() + "/" + origin.offset();
  }

  private static String row(List<String> cells, int columns) {
    int fixed = WIDTHS.stream().mapToInt(Integer::intValue).sum() + 2 * (WIDTHS.size() - 1);
    StringBuilder row = new StringBuilder();
    for (int column = 0; column < cells.size(); column++) {
      int width = WIDTHS.get(column) == 0 ? Math.max(12, columns - fixed) : WIDTHS.get(column);
      row.append(column == 0 ? "" : "  ").append(Terminal.fit(cells.get(column), width));
    }
    return row.toString().stripTrailing();
  }
}
