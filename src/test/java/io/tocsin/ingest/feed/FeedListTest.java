package io.tocsin.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.ingest.feed.parse.FeedFaultException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The list of feeds: what it may say, how problems are told, and OPML. */
class FeedListTest {
  @TempDir private Path folder;

  @Test
  void shippedListHasSixtyFeedsInTwelveLanguagesAndEnablesNone() {
    FeedList list = FeedList.read(Path.of("config", "feeds.yaml"));

    assertThat(list.feeds()).hasSize(60);
    assertThat(list.enabled()).isEmpty();
    assertThat(list.feeds().stream().map(FeedSource::language).distinct())
        .hasSizeGreaterThanOrEqualTo(12);
    assertThat(list.feeds())
        .extracting(FeedSource::url)
        .doesNotHaveDuplicates()
        .allMatch(url -> url.startsWith("https://"));
  }

  @Test
  void listIsReadWithItsDefaults() throws IOException {
    FeedList list =
        read(
            """
            contact: desk@news.example
            allow: {hosts: [wire.intra.example], ports: [8080]}
            feeds:
              - id: one
                url: http://wire.intra.example:8080/feed
              - {id: two, url: "https://news.example/feed", interval: 1h, enabled: false, language: pt-BR}
            """);

    assertThat(list.contact()).isEqualTo("desk@news.example");
    assertThat(list.feeds().get(0).interval()).isEqualTo(Duration.ofMinutes(15));
    assertThat(list.feeds().get(1).interval()).isEqualTo(Duration.ofHours(1));
    assertThat(list.enabled()).extracting(FeedSource::id).containsExactly("one");
  }

  @Test
  void fileThatIsNotThereIsAListWithoutFeeds() {
    assertThat(FeedList.read(folder.resolve("none.yaml"))).isEqualTo(FeedList.EMPTY);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{id: a, url: 'https://x.example/f', intervall: 5m} | line 2: 'intervall' is not known here",
        "{id: a, url: 'https://x.example/f', interval: 5s}  | line 2: interval is a time from 1m",
        "{id: A!, url: 'https://x.example/f'}               | line 2: id is missing or not of",
        "{id: a}                                            | line 2: the feed a has no url",
        "{id: a, url: 'ftp://x.example/f'}                  | line 2: the URL must begin with",
        "{id: a, url: 'https://u:p@x.example/f'}            | line 2: the URL has a user",
        "{id: a, url: 'https://x.example:25/f'}             | line 2: x.example: port 25",
        "{id: a, url: 'https://x.example/f', enabled: yes}  | line 2: enabled is true or false",
        "{id: a, url: 'https://x.example/f', language: '?'} | line 2: language is a tag",
        "just a text                                        | line 2: a feed is made of",
      })
  void problemIsToldWithItsLine(String feed, String problem) {
    assertThatThrownBy(() -> read("feeds:\n  - " + feed + "\n"))
        .isInstanceOf(FeedListException.class)
        .hasMessageContaining(problem);
  }

  @Test
  void allProblemsAreToldAtOnce() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    feed: []
                    feeds:
                      - {id: a, url: "https://x.example/f"}
                      - {id: a, url: "https://x.example/g"}
                    """))
        .hasMessageContaining("line 1: 'feed' is not known")
        .hasMessageContaining("line 4: the id a is taken");
  }

  @Test
  void listGoesOutAsOpmlAndComesBack() throws IOException, FeedFaultException {
    FeedList list = FeedList.read(Path.of("config", "feeds.yaml"));

    List<FeedSource> back =
        Opml.read(Opml.write(list).getBytes(StandardCharsets.UTF_8), FeedList.EMPTY, false);

    assertThat(back)
        .extracting(FeedSource::url)
        .containsExactlyElementsOf(list.feeds().stream().map(FeedSource::url).toList());
    assertThat(back)
        .extracting(FeedSource::id)
        .containsExactlyElementsOf(list.feeds().stream().map(FeedSource::id).toList());
    assertThat(read("feeds:\n" + Opml.yaml(back)).feeds()).isEqualTo(back);
  }

  @Test
  void subscriptionsOfAnotherReaderGetIdsOfTheirTitlesAndSectionsOfTheirFolders()
      throws FeedFaultException {
    String opml =
        """
        <?xml version="1.0"?><opml version="1.0"><body><outline text="World &amp; more">
        <outline text="Das Blatt – Übersicht" xmlUrl="https://blatt.example/rss?a=1&b=2" type="rss"/>
        <outline title="Das Blatt - Ubersicht" xmlUrl="https://blatt.example/2"/>
        <outline text="新聞" xmlUrl="https://www.shinbun.example/feed.xml"/></outline>
        <outline text="again" xmlUrl="https://blatt.example/2"/></body></opml>
        """;

    List<FeedSource> feeds = Opml.read(opml.getBytes(StandardCharsets.UTF_8), FeedList.EMPTY, true);

    assertThat(feeds)
        .extracting(FeedSource::id)
        .containsExactly(
            "das-blatt-ubersicht", "das-blatt-ubersicht-2", "shinbun-example-feed-xml");
    assertThat(feeds.get(0).url()).isEqualTo("https://blatt.example/rss?a=1&b=2");
    assertThat(feeds).extracting(FeedSource::section).containsOnly("World & more");
    assertThat(feeds).allMatch(FeedSource::enabled);
  }

  private FeedList read(String text) throws IOException {
    return FeedList.read(Files.writeString(folder.resolve("feeds.yaml"), text));
  }
}
