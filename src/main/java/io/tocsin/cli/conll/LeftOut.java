package io.tocsin.cli.conll;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Kinds of labels that are not measured, so that a kind that is only spelled otherwise does not
 * silently make the figures wrong.
 */
final class LeftOut {
  /** More kinds than these are told as a number. */
  private static final int SHOWN = 20;

  /** Tokens of a kind, and the line of the first. */
  private record Kind(int tokens, int line) {
    Kind plus() {
      return new Kind(tokens + 1, line);
    }
  }

  private final Map<String, Kind> kinds = new LinkedHashMap<>();

  /** One token of a kind, in a line counted from 1. */
  void add(String kind, int line) {
    Kind known = kinds.get(kind);
    kinds.put(kind, known == null ? new Kind(1, line) : known.plus());
  }

  /** A sentence for each kind, in order of the file. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, Kind> entry : kinds.entrySet()) {
      if (lines.size() == SHOWN) {
        lines.add("left out: " + (kinds.size() - SHOWN) + " more kinds");
        break;
      }
      Kind kind = entry.getValue();
      lines.add(
          "left out: kind "
              + entry.getKey()
              + ", tokens: "
              + kind.tokens()
              + ", the first in line "
              + kind.line()
              + " ("
              + LabelledSpan.KINDS
              + ")");
    }
    return lines;
  }
}
