package io.tocsin.tag.names;

import io.tocsin.model.FieldSpan;
import io.tocsin.model.Name;
import io.tocsin.model.Tag;
import io.tocsin.tag.text.Scan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds persons, organisations and places that no watchlist has, by rules: capitals weighed over
 * the whole article, titles, heads and endings of names, the words around them, and the subjects
 * that were tagged. The same name is judged once for the whole article; a surname by itself joins
 * the full name before it. Linear in the length of the article.
 */
public final class NameFinder {
  /** More names than these in one article are a list, not news. */
  public static final int MAX_NAMES = 100;

  /** Most places of one name; an article that repeats it more often carries the first ones. */
  static final int MAX_SPANS = 20;

  /** Evidence below which a run is no name. */
  private static final double ENOUGH = 0.5;

  /** What the full name says about its surname, and what the kin of a tag says. */
  private static final double KIN = 4;

  /** How much of the evidence around one place counts for all places of the name. */
  private static final double MOST = 12;

  private NameFinder() {}

  /**
   * The names, in the order in which they first stand. A name that is the same words as a tag, or
   * stands within one, is not reported; one that holds more words than the tag in it is.
   *
   * @param scan the article, as read
   * @param tags of subjects, in reading order
   */
  public static List<Name> find(Scan scan, List<Tag> tags) {
    ArticleWords words = new ArticleWords(scan, tags);
    Evidence evidence = new Evidence(words);
    Map<Long, List<Run>> groups = new LinkedHashMap<>();
    Map<Long, Kind> kin = new HashMap<>();
    List<Run> runs = new RunFinder(words).find();
    Acronyms acronyms = new Acronyms(words, runs);
    for (Run run : runs) {
      Kind tag = evidence.exactTag(run);
      if (tag != null && !evidence.isClub(run)) {
        kin.put(scan.keys()[tag == Kind.PERSON ? run.last : run.first], tag);
      } else if (!evidence.isNoName(run)) {
        evidence.weigh(run);
        groups.computeIfAbsent(acronyms.key(run), k -> new ArrayList<>()).add(run);
      }
    }
    Map<Long, List<List<Run>>> bySurname = surnames(words, groups, kin);
    return names(words, groups, kin, bySurname);
  }

  private static Map<Long, List<List<Run>>> surnames(
      ArticleWords words, Map<Long, List<Run>> groups, Map<Long, Kind> kin) {
    Map<Long, List<List<Run>>> bySurname = new HashMap<>();
    for (List<Run> group : groups.values()) {
      Run run = group.get(0);
      if (run.words() == 1) {
        continue;
      }
      Kind kind = best(sum(group));
      if (kind == Kind.PERSON) {
        kin.put(words.scan.keys()[run.last], kind);
        bySurname.computeIfAbsent(words.scan.keys()[run.last], k -> new ArrayList<>()).add(group);
      } else if (kind == Kind.ORGANISATION && !words.is(run.first, WordClass.COMMON)) {
        kin.putIfAbsent(words.scan.keys()[run.first], kind);
      }
    }
    return bySurname;
  }

  private static List<Name> names(
      ArticleWords words,
      Map<Long, List<Run>> groups,
      Map<Long, Kind> kin,
      Map<Long, List<List<Run>>> bySurname) {
    Map<List<Run>, List<Run>> joined = new LinkedHashMap<>();
    List<Name> names = new ArrayList<>();
    Map<List<Run>, double[]> evidence = new HashMap<>();
    List<List<Run>> order = new ArrayList<>(groups.values());
    for (List<Run> group : order) {
      Run run = group.get(0);
      double[] sum = sum(group);
      Kind related = run.words() == 1 ? kin.get(words.scan.keys()[run.first]) : null;
      if (related != null) {
        sum[related.index()] += KIN;
      }
      List<List<Run>> owners =
          run.words() == 1 && best(sum) == Kind.PERSON
              ? bySurname.getOrDefault(words.scan.keys()[run.first], List.of())
              : List.of();
      if (owners.size() == 1) {
        List<Run> owner = owners.get(0);
        joined.computeIfAbsent(owner, k -> new ArrayList<>(k)).addAll(group);
      } else {
        joined.computeIfAbsent(group, k -> new ArrayList<>(k));
        evidence.put(group, sum);
      }
    }
    for (Map.Entry<List<Run>, List<Run>> entry : joined.entrySet()) {
      double[] sum = evidence.getOrDefault(entry.getKey(), sum(entry.getKey()));
      double best = sum[best(sum).index()];
      if (best >= ENOUGH && names.size() < MAX_NAMES) {
        add(names, words.scan, entry.getValue(), sum);
      }
    }
    return names;
  }

  /** Evidence of all places together; what is said once at each place does not add up for ever. */
  private static double[] sum(List<Run> group) {
    double[] sum = new double[Kind.ALL.length];
    for (Run run : group) {
      for (int kind = 0; kind < sum.length; kind++) {
        sum[kind] = Math.min(MOST * group.size(), sum[kind] + run.evidence[kind]);
      }
    }
    for (int kind = 0; kind < sum.length; kind++) {
      sum[kind] /= Math.sqrt(group.size());
    }
    return sum;
  }

  private static Kind best(double[] sum) {
    int best = 0;
    for (int kind = 1; kind < sum.length; kind++) {
      best = sum[kind] > sum[best] ? kind : best;
    }
    return Kind.ALL[best];
  }

  private static void add(List<Name> names, Scan scan, List<Run> runs, double[] sum) {
    runs.sort((a, b) -> Integer.compare(a.first, b.first));
    String longest = "";
    List<FieldSpan> spans = new ArrayList<>();
    for (Run run : runs.subList(0, Math.min(MAX_SPANS, runs.size()))) {
      String surface = scan.surface(run.first, run.last).replaceAll("\\s+", " ");
      longest = surface.length() > longest.length() ? surface : longest;
      spans.add(new FieldSpan(scan.field(run.first), scan.start(run.first), scan.end(run.last)));
    }
    names.add(new Name(longest, best(sum).word(), confidence(sum), spans));
  }

  /** From how much there is for the kind, and how little for the others. */
  private static double confidence(double[] sum) {
    double[] sorted = sum.clone();
    Arrays.sort(sorted);
    double most = sorted[sorted.length - 1];
    double margin = most - Math.max(0, sorted[sorted.length - 2]);
    double confidence = 0.25 + 0.45 * most / (most + 3) + 0.35 * margin / (margin + 1.5);
    return Math.round(Math.min(0.95, confidence) * 100) / 100.0;
  }
}
