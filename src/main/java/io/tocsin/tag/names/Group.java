package io.tocsin.tag.names;

import java.util.ArrayList;
import java.util.List;

/** All places of an article at which the same words stand, with the evidence of them together. */
final class Group {
  /** How much of the evidence around one place counts for all places of the name. */
  private static final double MOST = 12;

  private final Run first;

  /** The places behind the first; most names have none. */
  private List<Run> others = List.of();

  private boolean listed;

  /** Evidence by {@link Kind}, once all places are known. */
  private final double[] sum = new double[Kind.ALL.length];

  Group(Run first) {
    this.first = first;
  }

  /** Where it stands first. */
  Run first() {
    return first;
  }

  /** Adds a place, in any order. */
  void add(Run run) {
    if (others.isEmpty()) {
      others = new ArrayList<>();
    }
    others.add(run);
  }

  /** Takes over the places of another, such as that of a surname by itself, but no evidence. */
  void join(Group other) {
    add(other.first);
    other.others.forEach(this::add);
  }

  /** Whether it is listed among those that stand for themselves. */
  boolean isListed() {
    return listed;
  }

  /** Notes that it is listed. */
  void list() {
    listed = true;
  }

  /** All places in reading order. */
  List<Run> places() {
    if (others.isEmpty()) {
      return List.of(first);
    }
    List<Run> places = new ArrayList<>(others.size() + 1);
    places.add(first);
    places.addAll(others);
    places.sort((a, b) -> Integer.compare(a.first, b.first));
    return places;
  }

  /** Evidence of all places together; what is said once at each place does not add up for ever. */
  void weigh() {
    add(first, others.size() + 1);
    for (Run run : others) {
      add(run, others.size() + 1);
    }
    double scale = Math.sqrt(others.size() + 1);
    for (int kind = 0; kind < sum.length; kind++) {
      sum[kind] /= scale;
    }
  }

  private void add(Run run, int places) {
    for (int kind = 0; kind < sum.length; kind++) {
      sum[kind] = Math.min(MOST * places, sum[kind] + run.evidence[kind]);
    }
  }

  /** Adds what kin of the name says. */
  void add(Kind kind, double weight) {
    sum[kind.index()] += weight;
  }

  /** The kind that most speaks for. */
  Kind best() {
    int best = 0;
    for (int kind = 1; kind < sum.length; kind++) {
      best = sum[kind] > sum[best] ? kind : best;
    }
    return Kind.ALL[best];
  }

  /** How much speaks for the best kind. */
  double most() {
    return sum[best().index()];
  }

  /** 0 to 1: from how much there is for the kind, and how little for the others. */
  double confidence() {
    int best = best().index();
    double second = 0;
    for (int kind = 0; kind < sum.length; kind++) {
      second = kind == best ? second : Math.max(second, sum[kind]);
    }
    double most = sum[best];
    double margin = most - second;
    double confidence = 0.25 + 0.45 * most / (most + 3) + 0.35 * margin / (margin + 1.5);
    return Math.round(Math.min(0.95, confidence) * 100) / 100.0;
  }
}
