package io.tocsin.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.bench.Contest.Contender;
import io.tocsin.bench.Contest.Timing;
import io.tocsin.model.Article;
import io.tocsin.model.Outcome;
import io.tocsin.model.ScreenedArticle;
import io.tocsin.model.TaggedArticle;
import io.tocsin.model.Tagging;
import io.tocsin.model.Watchlist;
import io.tocsin.screen.Screen;
import io.tocsin.tag.Tagger;
import io.tocsin.wire.ArticleReader;
import io.tocsin.wire.Json;
import io.tocsin.wire.Received;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The way of one article on one core: JSON bytes in, tagged JSON bytes out. */
final class PathBenchmark {
  private PathBenchmark() {}

  public static void main(String[] args) throws Exception {
    List<byte[]> documents = new ArrayList<>();
    List<ScreenedArticle> screened = new ArrayList<>();
    ArticleReader reader = new ArticleReader();
    Screen screen = new Screen(Duration.ofMinutes(10), Duration.ofMinutes(15));
    for (JsonNode article : Texts.articles("reuters-1987-spring.jsonl.gz", 4_000)) {
      byte[] document = Json.MAPPER.writeValueAsBytes(article);
      documents.add(document);
      screened.add(screen.screen(read(reader, document).article(), false, Instant.EPOCH, null));
    }
    Tagger tagger = Tagger.compile(Watchlist.EMPTY);
    List<TaggedArticle> tagged = new ArrayList<>();
    screened.forEach(article -> tagged.add(tagged(article, tagger.tag(article.article()))));
    Map<String, Timing> timings =
        Contest.run(
            List.of(
                new Contender(
                    "read",
                    () ->
                        documents.stream()
                            .mapToLong(d -> read(reader, d).article().authors().size())
                            .sum()),
                new Contender(
                    "tree",
                    () ->
                        documents.stream()
                            .mapToLong(
                                d -> {
                                  try {
                                    return Json.MAPPER.readTree(d).size();
                                  } catch (java.io.IOException e) {
                                    throw new IllegalStateException(e);
                                  }
                                })
                            .sum()),
                new Contender(
                    "screen",
                    () ->
                        screened.stream()
                            .mapToLong(
                                a ->
                                    screen
                                        .screen(a.article(), false, Instant.EPOCH, null)
                                        .marks()
                                        .size())
                            .sum()),
                new Contender(
                    "tag",
                    () ->
                        screened.stream()
                            .mapToLong(a -> tagger.tag(a.article()).tags().size())
                            .sum()),
                new Contender(
                    "write", () -> tagged.stream().mapToLong(a -> write(a).length).sum())),
            10,
            15);
    timings.forEach(
        (name, timing) ->
            System.out.printf("%s %.2f us%n", name, timing.median() / 1e3 / documents.size()));
  }

  private static Received read(ArticleReader reader, byte[] document) {
    return reader.read(document) instanceof Outcome.Accepted<Received> accepted
        ? accepted.value()
        : new Received(
            new Article(null, null, null, "x", null, null, null, null, List.of(), null, null),
            false);
  }

  private static byte[] write(TaggedArticle article) {
    try {
      return Json.MAPPER.writeValueAsBytes(article);
    } catch (java.io.IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static TaggedArticle tagged(ScreenedArticle article, Tagging tagging) {
    return new TaggedArticle(
        article.id(),
        article.article(),
        article.publisher(),
        article.eventTime(),
        article.receivedAt(),
        article.marks(),
        tagging.tags(),
        tagging.mentions(),
        tagging.names(),
        tagging.matches(),
        tagging.story(),
        0,
        1);
  }
}
