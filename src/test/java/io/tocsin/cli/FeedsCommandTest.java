package io.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.ingest.feed.FeedList;
import io.tocsin.ingest.feed.FeedSite;
import io.tocsin.ingest.feed.FeedSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code tocsin feeds}, against a list in a folder and a feed on this machine. */
class FeedsCommandTest {
  private static final String ITEM =
      "<item><title>One\u001b[2J</title><link>https://news.example/1</link>"
          + "<pubDate>Tue, 05 May 2020 12:00:00 GMT</pubDate></item>";

  @TempDir private Path folder;
  private final FeedSite site = new FeedSite();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path list;

  @BeforeEach
  void list() throws IOException {
    list =
        Files.writeString(
            folder.resolve("feeds.yaml"),
            """
            allow: {hosts: [127.0.0.1], ports: [%d]}
            feeds:
              - {id: here, url: "%s", language: en}
              - {id: there, url: "https://news.example/feed", enabled: false}
            """
                .formatted(site.port(), site.url("/feed")));
  }

  @AfterEach
  void stop() {
    site.close();
  }

  @Test
  void listSaysWhatIsOn() {
    int exitCode = execute("list");

    assertThat(exitCode).isZero();
    assertThat(out.toString().lines())
        .hasSize(3)
        .first()
        .asString()
        .startsWith("on   here")
        .endsWith(site.url("/feed"));
    assertThat(out.toString()).contains("off  there").contains("2 feeds, 1 enabled");
  }

  @Test
  void fetchShowsWhatWouldBePublishedAndNothingDrivesTheTerminal() {
    site.publish("/feed", "<rss><channel><title>T</title>" + ITEM + "</channel></rss>");

    int exitCode = execute("fetch", "here");

    assertThat(exitCode).isZero();
    assertThat(out.toString())
        .startsWith("T, rss without version, 1 items, 1 articles, from " + site.url("/feed"))
        .contains("2020-05-05T12:00:00Z  One[2J")
        .contains("id url:")
        .doesNotContain("\u001b");
  }

  @Test
  void fetchAsJsonIsWhatTheTopicWouldHold() {
    site.publish("/feed", "<rss><channel><title>T</title>" + ITEM + "</channel></rss>");

    int exitCode = execute("fetch", site.url("/feed"), "--json");

    assertThat(exitCode).isZero();
    assertThat(out.toString().lines())
        .singleElement()
        .asString()
        .startsWith("{\"id\":\"url:")
        .contains("\"publishedAt\":\"2020-05-05T12:00:00Z\"");
  }

  @Test
  void whatIsNoFeedEndsWithItsReason() {
    site.publish("/feed", "<!doctype html><title>Log in</title>");

    assertThat(execute("fetch", "here")).isEqualTo(1);
    assertThat(execute("fetch", "http://127.0.0.2/feed")).isEqualTo(1);
    assertThat(err.toString()).contains("html_page: is an HTML page").contains("address_refused: ");
  }

  @Test
  void subscriptionsAreAddedToTheEndOfTheList() throws IOException {
    Path opml =
        Files.writeString(
            folder.resolve("other.opml"),
            "<opml><body><outline text=\"New one\" xmlUrl=\"https://new.example/feed\"/>"
                + "<outline text=\"Known\" xmlUrl=\"https://news.example/feed\"/></body></opml>");

    int printed = execute("import", opml.toString());
    int added = execute("import", opml.toString(), "--add", "--enable");

    assertThat(printed).isZero();
    assertThat(added).isZero();
    assertThat(out.toString())
        .startsWith("  - {id: new-one, url: \"https://new.example/feed\", enabled: false}\n")
        .contains("1 feeds added");
    assertThat(FeedList.read(list).feeds())
        .extracting(FeedSource::id)
        .containsExactly("here", "there", "new-one");
    assertThat(FeedList.read(list).enabled()).hasSize(2);
  }

  @Test
  void exportIsReadByImport() {
    Path opml = folder.resolve("out.opml");

    int exitCode = execute("export", opml.toString());

    assertThat(exitCode).isZero();
    assertThat(opml).content().contains("xmlUrl=\"https://news.example/feed\"");
    assertThat(execute("export", "-")).isZero();
    assertThat(out.toString()).startsWith("<?xml");
  }

  private int execute(String... arguments) {
    SettingsOptions options = new SettingsOptions();
    CommandLine command =
        new CommandLine(new FeedsCommand(options))
            .addMixin("settings", options)
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .setExecutionExceptionHandler(new Failures());
    String[] all = new String[arguments.length + 2];
    all[0] = "--set";
    all[1] = "feeds.file=" + list;
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return command.execute(all);
  }
}
