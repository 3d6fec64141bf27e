package io.tocsin.cli.conll;

import io.tocsin.model.Tagging;
import io.tocsin.model.Watchlist;
import io.tocsin.tag.Tagger;
import io.tocsin.tag.names.NameFinder;
import io.tocsin.tag.text.Scan;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures names and tagged subjects against a labelled file.
 *
 * @param kinds exact span and kind, by kind
 * @param all exact span and kind, all kinds together
 * @param spans exact span, whatever kind
 * @param wordsPerSecond of finding names in articles that were read and tagged before, one thread
 * @param leftOut a sentence for each kind of label in the file that is not measured
 */
public record Evaluation(
    Map<String, Score> kinds, Score all, Score spans, double wordsPerSecond, List<String> leftOut) {
  private static final int ROUNDS = 30;

  /**
   * Tags every document of a file.
   *
   * @throws ConllException when the file cannot be read, is no CoNLL file, or has no label of a
   *     kind that is measured
   */
  public static Evaluation of(Path file, Watchlist watchlist) throws ConllException {
    ConllFile labelled = ConllFile.read(file);
    List<ConllDocument> documents = labelled.documents();
    if (documents.stream().allMatch(document -> LabelledSpan.of(document).isEmpty())) {
      throw new ConllException(
          file
              + ": nothing to measure: "
              + (labelled.leftOut().isEmpty()
                  ? "all labels are O (" + LabelledSpan.KINDS + ")"
                  : String.join("; ", labelled.leftOut())));
    }
    Tagger tagger = Tagger.compile(watchlist);
    List<Tagging> taggings = new ArrayList<>();
    Map<String, Score> kinds = new LinkedHashMap<>();
    Score all = Score.NONE;
    Score spans = Score.NONE;
    for (ConllDocument document : documents) {
      Tagging tagging = tagger.tag(document.article());
      taggings.add(tagging);
      List<LabelledSpan> found = NameTagger.spans(document, tagging);
      List<LabelledSpan> gold = LabelledSpan.of(document);
      for (String kind : List.of("PER", "ORG", "LOC")) {
        Score score = Score.of(of(kind, found), of(kind, gold));
        kinds.merge(kind, score, Score::plus);
        all = all.plus(score);
      }
      spans = spans.plus(Score.of(bare(found), bare(gold)));
    }
    return new Evaluation(kinds, all, spans, speed(documents, taggings), labelled.leftOut());
  }

  private static List<LabelledSpan> of(String kind, List<LabelledSpan> spans) {
    return spans.stream().filter(span -> span.kind().equals(kind)).toList();
  }

  private static List<LabelledSpan> bare(List<LabelledSpan> spans) {
    return spans.stream().map(span -> new LabelledSpan(span.first(), span.last(), "")).toList();
  }

  /**
   * The fastest of the rounds: neither the first ones, not yet compiled, nor what other work on the
   * machine takes are the finder's.
   */
  private static double speed(List<ConllDocument> documents, List<Tagging> taggings) {
    List<Scan> scans = new ArrayList<>();
    long words = 0;
    for (ConllDocument document : documents) {
      Scan scan = new Scan();
      scan.read(document.article());
      words += scan.size();
      scans.add(scan);
    }
    NameFinder finder = new NameFinder();
    double best = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long start = nanos();
      for (int i = 0; i < scans.size(); i++) {
        finder.find(scans.get(i), taggings.get(i).tags());
      }
      best = Math.max(best, words * 1e9 / Math.max(1, nanos() - start));
    }
    return best;
  }

  /** Time that this thread was on a processor: other work on the machine does not count. */
  private static long nanos() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    return threads.isCurrentThreadCpuTimeSupported()
        ? threads.getCurrentThreadCpuTime()
        : System.nanoTime();
  }

  /** A line for each kind and for all together, the speed, and what is not measured. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    kinds.forEach((kind, score) -> lines.add(score.line(kind)));
    lines.add(all.line("all"));
    lines.add(spans.line("span alone"));
    lines.add(
        String.format(
            Locale.ROOT,
            "%.2f million words a second, one thread (finding names; reading and tagging not included)",
            wordsPerSecond / 1e6));
    lines.addAll(leftOut);
    return lines;
  }
}
