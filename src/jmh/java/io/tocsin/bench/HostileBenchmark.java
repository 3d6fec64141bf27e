package io.tocsin.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.bench.Contest.Contender;
import io.tocsin.bench.Contest.Timing;
import io.tocsin.model.Article;
import io.tocsin.tag.Tagger;
import io.tocsin.wire.watchlist.WatchlistFolder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The whole tagger with the default watchlist on a megabyte of text made to hurt: its cost per byte
 * against that of real articles in the same run.
 */
final class HostileBenchmark {
  private HostileBenchmark() {}

  /** Runs it and writes the figures. */
  public static void main(String[] args) {
    Tagger tagger = Tagger.compile(WatchlistFolder.read(Path.of("config", "watchlist")));
    List<Article> ordinary = new ArrayList<>();
    List<String> words = new ArrayList<>();
    for (JsonNode node : Texts.articles("fulltext-6000.jsonl.gz", 400)) {
      String body = node.path("body").asText();
      ordinary.add(article(body));
      words.add(body);
    }
    Names names = Names.of(words);
    Map<String, String> hostile = new LinkedHashMap<>();
    hostile.put("repeatedPrefix", "a".repeat(1 << 20));
    hostile.put("repeatedName", "Kim Jong ".repeat(1 << 17));
    hostile.put("candidateNames", String.join(" ", names.draw(100_000, 0.1, 3)));
    hostile.put("deepMarks", ("a" + "\u0301\u0327\u0345\u0308".repeat(200)).repeat(1_000));
    hostile.put("initials", "A. ".repeat(350_000));
    hostile.put("countries", "Russia and China, Iran. ".repeat(40_000));
    hostile.put("queryWords", "missile arms trade sanctions ".repeat(35_000));
    List<Contender> contenders = new ArrayList<>();
    contenders.add(new Contender("ordinary", () -> tags(tagger, ordinary)));
    hostile.forEach(
        (name, text) ->
            contenders.add(new Contender(name, () -> tags(tagger, List.of(article(text))))));
    Map<String, Timing> timings = Contest.run(contenders, 2, 5);
    long bytes = words.stream().mapToLong(HostileBenchmark::bytes).sum();
    double usual = timings.getOrDefault("ordinary", NOTHING).median() / (double) bytes;
    Map<String, Object> times = new LinkedHashMap<>();
    hostile.forEach(
        (name, text) ->
            times.put(
                name, timings.getOrDefault(name, NOTHING).median() / (double) bytes(text) / usual));
    Console.say(times.toString());
    Console.say(
        "figures in "
            + new Figures("hostile")
                .put("ordinaryNanosPerByte", usual)
                .put("timesTheOrdinaryCostPerByte", times)
                .write());
  }

  private static final Timing NOTHING = new Timing(0, 0, 0, 0);

  private static long tags(Tagger tagger, List<Article> articles) {
    return articles.stream().mapToLong(article -> tagger.tag(article).tags().size()).sum();
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static Article article(String body) {
    return new Article(null, null, null, "Title", null, body, "en", null, List.of(), null, null);
  }
}
