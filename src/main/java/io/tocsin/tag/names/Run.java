package io.tocsin.tag.names;

/** A run of words that may be a name, with the evidence for each kind in it and around it. */
final class Run {
  final int first;
  final int last;

  /** Whether a title stands before it. */
  final boolean titled;

  /** Evidence by {@link Kind}. */
  final double[] evidence = new double[Kind.ALL.length];

  Run(int first, int last, boolean titled) {
    this.first = first;
    this.last = last;
    this.titled = titled;
  }

  int words() {
    return last - first + 1;
  }

  void add(Kind kind, double weight) {
    evidence[kind.index()] += weight;
  }
}
