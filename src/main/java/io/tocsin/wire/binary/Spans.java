package io.tocsin.wire.binary;

import io.tocsin.model.Span;
import java.util.ArrayList;
import java.util.List;

/** Spans as their number, and start and length of each. */
final class Spans {
  private Spans() {}

  static void write(List<Span> spans, Output out) {
    out.number(spans.size());
    for (Span span : spans) {
      out.number(span.start()).number(span.end() - span.start());
    }
  }

  static List<Span> read(Input in) {
    int size = in.count();
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      int start = in.count();
      spans.add(new Span(start, start + in.count()));
    }
    return spans;
  }
}
