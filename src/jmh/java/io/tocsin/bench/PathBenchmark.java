package io.tocsin.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.bench.Contest.Contender;
import io.tocsin.bench.Contest.Timing;
import io.tocsin.model.Article;
import io.tocsin.model.Outcome;
import io.tocsin.model.ScreenedArticle;
import io.tocsin.model.TaggedArticle;
import io.tocsin.model.Tagging;
import io.tocsin.screen.Screen;
import io.tocsin.tag.Tagger;
import io.tocsin.wire.ArticleReader;
import io.tocsin.wire.Json;
import io.tocsin.wire.Received;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntToLongFunction;

/**
 * The way of one article on one core, on the live code: JSON bytes in, read and checked, screened,
 * tagged with names and queries, with fingerprint and signature, tagged JSON bytes out. {@code
 * listed} is all that without unlisted names, which can be switched off; {@code whole} is with
 * them.
 */
final class PathBenchmark {
  private static final int SHORTEST = 500;

  private final List<byte[]> documents = new ArrayList<>();
  private final List<ScreenedArticle> screened = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();
  private final ArticleReader reader = new ArticleReader();
  private final Screen screen = new Screen(Duration.ofMinutes(10), Duration.ofMinutes(15));
  private long bytes;

  private PathBenchmark() throws JsonProcessingException {
    for (JsonNode article : Texts.articles("reuters-1987-spring.jsonl.gz", 14_000)) {
      String body = article.path("body").asText();
      if (body.length() < SHORTEST) {
        continue;
      }
      ((ObjectNode) article).put("language", "en");
      byte[] document = Json.MAPPER.writeValueAsBytes(article);
      documents.add(document);
      texts.add(body);
      bytes += document.length;
      screened.add(screen(read(document)));
    }
  }

  /** Runs it and writes the figures. */
  public static void main(String[] args) throws JsonProcessingException {
    PathBenchmark path = new PathBenchmark();
    List<Map<String, Object>> rows = new ArrayList<>();
    rows.add(path.row(10_000, 1_000));
    rows.add(path.row(100_000, 10_000));
    rows.add(path.row(1_000_000, 100_000));
    Console.say(
        "figures in "
            + new Figures("path")
                .put("articles", path.documents.size())
                .put("jsonBytesPerArticle", path.bytes / path.documents.size())
                .put("rows", rows)
                .write());
  }

  private Map<String, Object> row(int aliases, int queries) {
    Names names = Names.of(texts);
    Tagger tagger =
        Tagger.compile(
            Lists.of(
                names.draw(aliases, 1_000.0 / aliases, 1),
                Queries.of(names, texts).draw(queries, 0.15, 2)));
    List<TaggedArticle> tagged = new ArrayList<>();
    List<TaggedArticle> listed = new ArrayList<>();
    for (ScreenedArticle article : screened) {
      tagged.add(TaggedArticle.of(article, tagger.tag(article.article()), 0, 1));
      listed.add(TaggedArticle.of(article, tagger.tagListed(article.article()), 0, 1));
    }
    Map<String, Timing> timings =
        Contest.run(
            List.of(
                new Contender(
                    "read", () -> sum(d -> read(documents.get(d)).article().authors().size())),
                new Contender("screen", () -> sum(d -> screen(received(d)).marks().size())),
                new Contender("tagListed", () -> sum(d -> tags(tagger::tagListed, d))),
                new Contender("writeListed", () -> sum(d -> write(listed.get(d)).length)),
                new Contender("listed", () -> sum(d -> whole(tagger::tagListed, d).length)),
                new Contender("tag", () -> sum(d -> tags(tagger::tag, d))),
                new Contender("write", () -> sum(d -> write(tagged.get(d)).length)),
                new Contender("whole", () -> sum(d -> whole(tagger::tag, d).length))),
            5,
            9);
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("aliases", aliases);
    row.put("queries", queries);
    row.put("tagsPerArticle", tagged.stream().mapToInt(a -> a.tags().size()).average().orElse(0));
    row.put(
        "matchesPerArticle", tagged.stream().mapToInt(a -> a.matches().size()).average().orElse(0));
    timings.forEach(
        (name, timing) -> row.put(name + "Micros", timing.median() / 1e3 / documents.size()));
    Console.say(row.toString());
    return row;
  }

  /** What is summed over all documents, so that no result can be left out. */
  private long sum(IntToLongFunction each) {
    long sum = 0;
    for (int document = 0; document < documents.size(); document++) {
      sum += each.applyAsLong(document);
    }
    return sum;
  }

  private int tags(Function<Article, Tagging> tagger, int document) {
    return tagger.apply(screened.get(document).article()).tags().size();
  }

  private byte[] whole(Function<Article, Tagging> tagger, int document) {
    ScreenedArticle article = screen(read(documents.get(document)));
    return write(TaggedArticle.of(article, tagger.apply(article.article()), 0, 1));
  }

  private Received received(int document) {
    return new Received(screened.get(document).article(), false);
  }

  private Received read(byte[] document) {
    if (reader.read(document) instanceof Outcome.Accepted<Received> accepted) {
      return accepted.value();
    }
    throw new IllegalStateException("a document of the texts was refused");
  }

  private ScreenedArticle screen(Received received) {
    return screen.screen(received.article(), received.truncated(), Instant.EPOCH, null);
  }

  private static byte[] write(TaggedArticle article) {
    try {
      return Json.MAPPER.writeValueAsBytes(article);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
