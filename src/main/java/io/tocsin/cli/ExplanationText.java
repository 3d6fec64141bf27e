package io.tocsin.cli;

import io.tocsin.tag.query.Explanation;
import io.tocsin.tag.query.Explanation.Spot;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Writes explanations as indented lines: yes or no, the part, where it stands, why not. */
final class ExplanationText {
  /** More places of one part tell nobody anything. */
  private static final int MOST_SPOTS = 5;

  private static final int LONGEST = 160;

  private ExplanationText() {}

  static void print(Explanation explanation, Consumer<String> lines) {
    print(explanation, 1, lines);
  }

  private static void print(Explanation explanation, int depth, Consumer<String> lines) {
    String line =
        "  ".repeat(depth)
            + (explanation.matched() ? "yes  " : "no   ")
            + cut(explanation.text())
            + (explanation.reason().isEmpty() ? "" : "  -- " + explanation.reason());
    lines.accept(line);
    if (explanation.parts().isEmpty() && !explanation.spots().isEmpty()) {
      lines.accept("  ".repeat(depth) + "       " + spots(explanation.spots()));
    }
    explanation.parts().forEach(part -> print(part, depth + 1, lines));
  }

  private static String spots(List<Spot> spots) {
    String shown =
        spots.stream()
            .limit(MOST_SPOTS)
            .map(
                spot ->
                    spot.span().field().word()
                        + " "
                        + spot.span().start()
                        + "-"
                        + spot.span().end()
                        + " '"
                        + cut(spot.surface())
                        + "'")
            .collect(Collectors.joining(", "));
    int more = spots.size() - MOST_SPOTS;
    return more > 0 ? shown + ", and " + more + " more" : shown;
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
