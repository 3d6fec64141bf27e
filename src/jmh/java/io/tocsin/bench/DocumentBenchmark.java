package io.tocsin.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.bench.Contest.Contender;
import io.tocsin.bench.Contest.Timing;
import io.tocsin.model.Article;
import io.tocsin.screen.Screen;
import io.tocsin.tag.story.Story;
import io.tocsin.tag.text.Scan;
import io.tocsin.tag.text.Sentences;
import io.tocsin.wire.Html;
import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What each step costs that reads a document as a whole: sentences, fingerprint, signature,
 * language, HTML; the hostile against the ordinary.
 */
public final class DocumentBenchmark {
  private static final int ARTICLES = 1_500;
  private static final int WARMUP = 20;
  private static final int ROUNDS = 31;

  private final List<String> latin = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();
  private final Story story = new Story();

  private DocumentBenchmark() {}

  /** Measures and writes {@code docs/performance/DATE-documents.json}. */
  public static void main(String[] arguments) {
    DocumentBenchmark benchmark = new DocumentBenchmark();
    System.out.println(benchmark.run().write());
  }

  private Figures run() {
    for (JsonNode article : Texts.articles("fulltext-6000.jsonl.gz", ARTICLES)) {
      String body = article.path("body").asText();
      texts.add(body);
      latin.add(
          new String(body.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1));
    }
    Figures figures =
        new Figures("documents")
            .put("articles", ARTICLES)
            .put("characters", texts.stream().mapToLong(String::length).sum());
    sentences(figures);
    stories(figures);
    doors(figures);
    hostile(figures);
    return figures;
  }

  private void sentences(Figures figures) {
    BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
    Map<String, Timing> timings =
        Contest.run(
            List.of(
                each("own, Latin-1", latin, text -> Sentences.of(text).size()),
                each("own, as received", texts, text -> Sentences.of(text).size()),
                each("BreakIterator, Latin-1", latin, text -> count(breaks, text)),
                each("BreakIterator, as received", texts, text -> count(breaks, text))),
            WARMUP,
            ROUNDS);
    figures.put("sentences, MB/s (million characters)", megabytes(timings));
  }

  private void stories(Figures figures) {
    List<Scan> scans = texts.stream().map(DocumentBenchmark::scan).toList();
    Map<String, Timing> timings =
        Contest.run(
            List.of(
                new Contender(
                    "signature",
                    () -> scans.stream().mapToLong(s -> story.signature(s).charAt(9)).sum()),
                new Contender(
                    "fingerprint",
                    () -> scans.stream().mapToLong(s -> story.fingerprint(s).charAt(9)).sum())),
            WARMUP,
            ROUNDS);
    figures.put("story, us for 1,400 characters (scan not included)", micros(timings, 1_400));
  }

  private void doors(Figures figures) {
    Screen screen = new Screen(Duration.ofMinutes(10), Duration.ofHours(1));
    List<String> markup = texts.stream().map(DocumentBenchmark::markup).toList();
    List<String> leads = texts.stream().map(text -> head(text, 200)).toList();
    List<String> headlines = texts.stream().map(text -> head(text, 45)).toList();
    Map<String, Timing> timings =
        Contest.run(
            List.of(
                each("screen, language given", leads, text -> screened(screen, text, "en")),
                each("screen, 200 characters to detect", leads, t -> screened(screen, t, null)),
                each("screen, 45 characters to detect", headlines, t -> screened(screen, t, null)),
                each("HTML to text", markup, text -> Html.textOf(text).length()),
                each("plain text at the same door", texts, text -> Html.textOf(text).length())),
            3,
            11);
    Map<String, Object> perArticle = new LinkedHashMap<>();
    timings.forEach((name, timing) -> perArticle.put(name, timing.median() / 1e3 / ARTICLES));
    figures.put("door and screen, us an article", perArticle);
  }

  private void hostile(Figures figures) {
    Map<String, String> units = new LinkedHashMap<>();
    units.put("repeated prefix", "Kim Jong ");
    units.put("dots", ".");
    units.put("stops and quotes", "?\" Aa ");
    units.put("initials", "A. ");
    units.put("no spaces", "a");
    units.put("marks", "a\u0301\u0327\u0345\u0301\u0327");
    units.put("han stops", "中。");
    Map<String, Object> ratios = new LinkedHashMap<>();
    double[] ordinary = cost(String.join("\n\n", texts).substring(0, 1_000_000));
    units.forEach(
        (name, unit) -> {
          double[] cost = cost(unit.repeat(1_000_000 / unit.length()));
          ratios.put(
              name,
              Map.of(
                  "sentences", cost[0] / ordinary[0],
                  "signature and fingerprint", cost[1] / ordinary[1]));
        });
    figures.put("hostile megabyte, times the ordinary", ratios);
  }

  private double[] cost(String text) {
    Scan scan = scan(text);
    Map<String, Timing> timings =
        Contest.run(
            List.of(
                new Contender("sentences", () -> Sentences.of(text).size()),
                new Contender(
                    "story",
                    () -> story.signature(scan).length() + story.fingerprint(scan).length())),
            5,
            11);
    return timings.values().stream().mapToDouble(Timing::median).toArray();
  }

  private static Contender each(String name, List<String> texts, ToLongFunction<String> work) {
    return new Contender(
        name,
        () -> {
          long sum = 0;
          for (String text : texts) {
            sum += work.applyAsLong(text);
          }
          return sum;
        });
  }

  private Map<String, Object> megabytes(Map<String, Timing> timings) {
    long characters = texts.stream().mapToLong(String::length).sum();
    Map<String, Object> speeds = new LinkedHashMap<>();
    timings.forEach((name, timing) -> speeds.put(name, characters * 1e3 / timing.median()));
    return speeds;
  }

  private Map<String, Object> micros(Map<String, Timing> timings, int length) {
    long characters = texts.stream().mapToLong(String::length).sum();
    Map<String, Object> costs = new LinkedHashMap<>();
    timings.forEach((name, timing) -> costs.put(name, timing.median() / 1e3 * length / characters));
    return costs;
  }

  private static long count(BreakIterator breaks, String text) {
    breaks.setText(text);
    long sentences = 0;
    while (breaks.next() != BreakIterator.DONE) {
      sentences++;
    }
    return sentences;
  }

  private static long screened(Screen screen, String text, @Nullable String language) {
    Article article =
        new Article("a", null, "test", null, null, text, language, null, List.of(), null, null);
    return screen.screen(article, false, Instant.EPOCH, null).marks().size();
  }

  private static String markup(String text) {
    return "<p>" + text.replace("\n\n", "</p><p>") + "</p>";
  }

  private static String head(String text, int length) {
    return text.substring(0, Math.min(length, text.length()));
  }

  private static Scan scan(String body) {
    Scan scan = new Scan();
    scan.read(new Article("a", null, "test", "", "", body, "en", null, List.of(), null, null));
    return scan;
  }
}
