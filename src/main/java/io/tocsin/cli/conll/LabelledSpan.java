package io.tocsin.cli.conll;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that are one name.
 *
 * @param first index of the first token
 * @param last index of the last token
 * @param kind {@code PER}, {@code ORG} or {@code LOC}
 */
record LabelledSpan(int first, int last, String kind) {
  /** What is measured, for people who wonder why a kind is not. */
  static final String KINDS =
      "measured are PER, ORG and LOC, also written person, organization, location, gpe, facility";

  /**
   * The spans that labels of any of the usual schemes (IO, IOB, BIOES) mean; other kinds left out.
   */
  static List<LabelledSpan> of(ConllDocument document) {
    List<LabelledSpan> spans = new ArrayList<>();
    int first = -1;
    String open = "";
    for (int i = 0; i <= document.size(); i++) {
      String label = i < document.size() ? document.labels().get(i) : "O";
      String kind = label.length() > 2 && label.charAt(1) == '-' ? label.substring(2) : "";
      boolean starts =
          !kind.equals(open)
              || label.startsWith("B-")
              || label.startsWith("S-")
              || label.startsWith("U-")
              || (i < document.size() && document.opensSentence().get(i));
      if (starts) {
        String known = kind(open);
        if (first >= 0 && known != null) {
          spans.add(new LabelledSpan(first, i - 1, known));
        }
        first = kind.isEmpty() ? -1 : i;
        open = kind;
      }
    }
    return spans;
  }

  /** One of the three kinds for a label of any usual set; null for other things. */
  static @Nullable String kind(String label) {
    return switch (label.toLowerCase(Locale.ROOT)) {
      case "per", "person" -> "PER";
      case "org", "organization", "organisation" -> "ORG";
      case "loc", "location", "gpe", "fac", "facility", "place" -> "LOC";
      default -> null;
    };
  }
}
