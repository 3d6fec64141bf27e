package io.tocsin.ingest.feed.parse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tocsin.ingest.feed.FeedArchive;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The public cases of a feed parser in another language, with what it expects of each. */
class FeedCasesTest {
  private static final String ARCHIVE = "feed-parser-cases.tar.gz";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final FeedParser parser = new FeedParser();
  private final Map<String, int[]> met = new TreeMap<>();
  private final List<String> missed = new ArrayList<>();

  @Test
  void everyFileIsReadOrRefusedWithAReason() throws IOException {
    Map<String, byte[]> files = FeedArchive.files(ARCHIVE);
    int read = 0;
    Map<FeedFault, List<String>> refused = new TreeMap<>();

    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      try {
        parser.parse(file.getValue(), null, "");
        read++;
      } catch (FeedFaultException e) {
        refused.computeIfAbsent(e.fault(), fault -> new ArrayList<>()).add(file.getKey());
        assertThat(e).hasMessageMatching("(?s).{8,300}");
      }
    }

    int all = read + refused.values().stream().mapToInt(List::size).sum();
    assertThat(files).hasSize(1091);
    assertThat(all).isEqualTo(files.size());
    assertThat(refused.getOrDefault(FeedFault.DOCTYPE, List.of())).hasSize(1);
    assertThat(read).as("%s", refused).isGreaterThan(520);
  }

  @Test
  void atLeastNineteenOfTwentyExpectedTitlesLinksAndDatesAreMet() throws IOException {
    Map<String, byte[]> files = FeedArchive.files(ARCHIVE);

    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      byte[] expected = files.get(expectation(file.getKey()));
      if (expected != null) {
        compare(file.getKey(), file.getValue(), JSON.readTree(expected));
      }
    }

    assertThat(met).containsKeys("title", "link", "date");
    met.forEach(
        (what, counts) ->
            assertThat(counts[0] * 100.0 / counts[1])
                .as("%s met: %d of %d; missed %s", what, counts[0], counts[1], missed)
                .isGreaterThanOrEqualTo(95));
  }

  private static String expectation(String name) {
    return name.endsWith(".xml")
        ? name.replaceAll("\\.xml$", ".json")
        : name.replaceAll("\\.json$", "_expected.json");
  }

  private void compare(String name, byte[] bytes, JsonNode expected) {
    Feed feed = null;
    try {
      feed = parser.parse(bytes, null, "");
    } catch (FeedFaultException e) {
      if (e.fault() == FeedFault.DOCTYPE) {
        return;
      }
    }
    title(name, expected, feed == null ? null : feed.title());
    link(name, expected, feed == null ? null : feed.link());
    JsonNode items = expected.has("entries") ? expected.path("entries") : expected.path("items");
    if (feed != null && !name.contains("source")) {
      assertThat(feed.items()).as(name).hasSize(items.size());
    }
    for (int i = 0; i < items.size(); i++) {
      FeedItem item = feed == null ? null : feed.items().get(i);
      title(name, items.get(i), item == null ? null : item.title());
      link(name, items.get(i), item == null ? null : item.link());
      date(name, items.get(i), item, "published", "pubDate");
      date(name, items.get(i), item, "updated", "updated");
    }
  }

  private void title(String name, JsonNode expected, @Nullable FeedText title) {
    String wanted = expected.path("title").asText("");
    if (!wanted.isEmpty()) {
      String seen = title == null ? "" : title.line();
      FeedText.Kind kind = title == null ? FeedText.Kind.PLAIN : title.kind();
      count("title", name, new FeedText(wanted, kind).line(), seen);
    }
  }

  private void link(String name, JsonNode expected, @Nullable String link) {
    String wanted = expected.path("link").asText("");
    for (JsonNode each : expected.path("links")) {
      if (wanted.isEmpty() && each.path("rel").asText("").equals("alternate")) {
        wanted = each.path("href").asText("");
      }
    }
    if (!wanted.isEmpty()) {
      count("link", name, wanted, String.valueOf(link));
    }
  }

  private void date(
      String name, JsonNode expected, @Nullable FeedItem item, String key, String otherKey) {
    String wanted =
        expected.path(key + "Parsed").asText(expected.path(otherKey + "Parsed").asText(""));
    if (!wanted.isEmpty()) {
      Instant changed = item == null ? null : item.updated();
      Instant seen =
          item == null ? null : key.equals("published") || changed == null ? item.time() : changed;
      count("date", name, Instant.parse(wanted).toString(), String.valueOf(seen));
    }
  }

  private void count(String what, String name, String wanted, String seen) {
    int[] counts = met.computeIfAbsent(what, key -> new int[2]);
    counts[1]++;
    if (wanted.equals(seen)) {
      counts[0]++;
    } else {
      missed.add(name + ": " + what + " " + wanted + " but " + seen);
    }
  }
}
