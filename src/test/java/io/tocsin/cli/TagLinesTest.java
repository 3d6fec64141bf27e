package io.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.model.Article;
import io.tocsin.model.Mark;
import io.tocsin.model.ScreenedArticle;
import io.tocsin.model.Watchlist;
import io.tocsin.tag.Watch;
import io.tocsin.wire.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code tocsin tag} prints. */
class TagLinesTest {

  @Test
  void eachArticleIsOneLineOfJsonAsOnTheTopic() throws IOException {
    // Given
    TagLines lines = new TagLines(Watch.list(Watch.subject("place/kp", "North Korea")), true);

    // When
    List<String> printed =
        lines
            .lines(Stream.of(screened("a-1", "In North\nKorea"), screened("a-2", "Elsewhere")))
            .toList();

    // Then
    assertThat(printed).hasSize(2).noneMatch(line -> line.contains("\n"));
    JsonNode first = Json.MAPPER.readTree(printed.get(0));
    assertThat(first.at("/id").asText()).isEqualTo("a-1");
    assertThat(first.at("/tags/0/subject").asText()).isEqualTo("place/kp");
    assertThat(first.at("/tags/0/form").asText()).isEqualTo("name");
    assertThat(first.at("/eventTime").asText()).isEqualTo("2023-11-06T00:00:00Z");
    assertThat(first.at("/watchlistVersion").asInt()).isEqualTo(7);
    assertThat(Json.MAPPER.readTree(printed.get(1)).at("/tags").size()).isZero();
  }

  @Test
  void unlistedNamesCanBeLeftOut() throws IOException {
    // Given
    Watchlist watchlist = Watch.list(Watch.subject("place/kp", "North Korea"));
    ScreenedArticle article = screened("a-1", "Mary Smith flew to North Korea.");

    // When
    JsonNode all = Json.MAPPER.readTree(new TagLines(watchlist, true).line(article));
    JsonNode listed = Json.MAPPER.readTree(new TagLines(watchlist, false).line(article));

    // Then
    assertThat(all.at("/names/0/text").asText()).isEqualTo("Mary Smith");
    assertThat(listed.at("/names").isEmpty()).isTrue();
    ((ObjectNode) all).remove("names");
    ((ObjectNode) listed).remove("names");
    assertThat(listed).isEqualTo(all);
  }

  private static ScreenedArticle screened(String id, String body) {
    Article article = Watch.body(body);
    Instant time = Instant.parse("2023-11-06T00:00:00Z");
    return new ScreenedArticle(id, article, "test", time, time, Set.of(Mark.TIME_MISSING));
  }
}
