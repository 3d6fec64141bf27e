package io.tocsin.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.Article;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One poll after another: identity, corrections, moves, and what a failure leaves. */
class FeedVisitTest {
  private final FeedSite site = new FeedSite();
  private final Visits visits = Visits.to(site);
  private final FeedSource source = Visits.source("one", site.url("/feed"));

  @AfterEach
  void stop() {
    visits.close();
    site.close();
  }

  @Test
  void retitledItemIsACorrectionOfTheSameArticle() {
    site.publish(
        "/feed", feed(item("guid-1", "Old headline", "https://news.example/old-headline")));
    FeedState state = visits.visit(source, null);
    site.publish(
        "/feed", feed(item("guid-1", "New headline", "https://news.example/new-headline")));

    visits.visit(source, state);

    assertThat(visits.sent)
        .extracting(Visits.Sent::id)
        .hasSize(2)
        .containsOnly("guid:news.example:guid-1");
    assertThat(visits.sent)
        .extracting(sent -> sent.article().title())
        .containsExactly("Old headline", "New headline");
    assertThat(visits.corrected).isEqualTo(1);
  }

  @Test
  void guidThatIsAnAddressIsTheArticleOfThatAddress() {
    site.publish(
        "/feed",
        feed(
            item(
                "https://www.news.example/a?utm_source=rss#0",
                "One",
                "https://counter.example/x")));
    site.publish("/other", feed(item("http://news.example/a", "One", "https://news.example/a")));

    visits.visit(source, null);
    visits.visit(Visits.source("other", site.url("/other")), null);

    assertThat(visits.sent).extracting(Visits.Sent::id).hasSize(2);
    assertThat(visits.sent.get(0).id()).startsWith("url:").isEqualTo(visits.sent.get(1).id());
  }

  @Test
  void guidThatAllItemsShareIsNotBelieved() {
    site.publish(
        "/feed",
        feed(
            item("0", "One", "https://news.example/1")
                + item("0", "Two", "https://news.example/2")));

    visits.visit(source, null);

    assertThat(visits.sent).extracting(Visits.Sent::id).doesNotHaveDuplicates().hasSize(2);
  }

  @Test
  void oldestItemIsPublishedFirstAndOneWithoutADateLast() {
    site.publish(
        "/feed",
        feed(
            item("c", "undated", "https://news.example/c")
                + dated("b", "later", "Tue, 05 May 2020 12:00:00 GMT")
                + dated("a", "earlier", "Mon, 04 May 2020 12:00:00 GMT")));

    visits.visit(source, null);

    assertThat(visits.sent)
        .extracting(sent -> sent.article().title())
        .containsExactly("earlier", "later", "undated");
    assertThat(visits.sent.get(2).article().publishedAt()).isNull();
  }

  @Test
  void textThatComesTwiceIsToldOnceAndWithoutAHeadlineItIsTheBody() {
    site.publish(
        "/feed",
        feed(
            "<item><guid>1</guid><title>T</title><description>same</description><content:encoded>same</content:encoded></item>"
                + "<item><guid>2</guid><description>&lt;p&gt;only this&lt;/p&gt;</description></item>"
                + "<item><guid>3</guid></item>"));

    visits.visit(source, null);

    Article first = visits.sent.get(0).article();
    assertThat(first.summary()).isEqualTo("same");
    assertThat(first.body()).isNull();
    assertThat(visits.sent).hasSize(2);
    assertThat(visits.sent.get(1).article().body()).isEqualTo("only this");
  }

  @Test
  void feedThatIsGoneIsNeverDueUntilItsUrlChanges() {
    site.put("/feed", 410, Map.of(), new byte[0]);

    FeedState state = visits.visit(source, null);

    visits.clock.set(visits.clock.instant().plusSeconds(86_400L * 365));
    assertThat(state.outcome()).isEqualTo(FeedOutcome.GONE);
    assertThat(state.isDue(visits.clock.instant())).isFalse();
    FeedSource elsewhere = Visits.source("one", site.url("/elsewhere"));
    assertThat(FeedState.of(elsewhere, state).isDue(visits.clock.instant())).isTrue();
  }

  @Test
  void feedThatMovedForGoodIsAskedAtItsNewAddress() {
    site.redirect("/feed", 301, "/new");
    site.publish("/new", feed(item("1", "One", "https://news.example/1")));

    FeedState moved = visits.visit(source, null);
    FeedState again = visits.visit(source, moved);

    assertThat(moved.url()).isEqualTo(site.url("/new"));
    assertThat(again.outcome()).isEqualTo(FeedOutcome.NOT_MODIFIED);
    assertThat(site.asked())
        .extracting(FeedSite.Asked::path)
        .containsExactly("/feed", "/new", "/new");
  }

  @Test
  void moveThatLeadsToNothingIsTakenBackAfterAWhile() {
    site.redirect("/feed", 301, "/mistake");
    site.publish("/mistake", feed(item("1", "One", "https://news.example/1")));
    FeedState state = visits.visit(source, null);
    site.put("/mistake", 404, Map.of(), new byte[0]);
    site.publish("/feed", feed(item("1", "One", "https://news.example/1")));

    for (int failure = 1; failure <= 5; failure++) {
      state = visits.visit(source, state);
      assertThat(state.failures()).isEqualTo(failure);
    }
    state = visits.visit(source, state);

    assertThat(state.outcome()).isEqualTo(FeedOutcome.OK);
    assertThat(state.url()).isEqualTo(site.url("/feed"));
    assertThat(visits.sent).hasSize(1);
  }

  @Test
  void itemsThatTheClusterDidNotTakeAreFetchedAndSentAgain() {
    site.publish("/feed", feed(item("1", "One", "https://news.example/1")));
    visits.clusterAway = true;
    FeedState failed = visits.visit(source, null);
    visits.clusterAway = false;

    FeedState state = visits.visit(source, failed);

    assertThat(failed.outcome()).isEqualTo(FeedOutcome.NOT_PUBLISHED);
    assertThat(state.outcome()).isEqualTo(FeedOutcome.OK);
    assertThat(state.published()).isEqualTo(1);
    assertThat(site.asked().get(1).headers().getFirst("If-None-Match")).isNull();
  }

  @Test
  void brokenPollKeepsWhatWasKnownAndTheNextOneGoesOn() {
    site.publish("/feed", feed(item("1", "One", "https://news.example/1")));
    FeedState well = visits.visit(source, null);
    site.publish("/feed", "<html><body>Log in</body></html>");
    FeedState broken = visits.visit(source, well);
    site.publish("/feed", feed(item("1", "One", "https://news.example/1")));

    FeedState again = visits.visit(source, broken);

    assertThat(broken.outcome()).isEqualTo(FeedOutcome.HTML_PAGE);
    assertThat(broken.failures()).isEqualTo(1);
    assertThat(broken.succeededAt()).isEqualTo(well.succeededAt());
    assertThat(again.failures()).isZero();
    assertThat(visits.sent).hasSize(1);
  }

  @Test
  void stateSurvivesItsBytes() {
    site.publish("/feed", feed(item("1", "One", "https://news.example/1")));

    FeedState state = visits.visit(source, null);

    FeedState read = FeedState.read(state.bytes());
    assertThat(read).isNotNull();
    assertThat(read.with(state.seen())).isEqualTo(state);
    assertThat(FeedState.read(new byte[] {1, 2})).isNull();
    assertThat(FeedState.read("{\"listed\": \"x\"}".getBytes(StandardCharsets.UTF_8))).isNull();
  }

  private static String item(String guid, String title, String link) {
    return "<item><guid isPermaLink=\"false\">%s</guid><title>%s</title><link>%s</link></item>"
        .formatted(guid, title, link);
  }

  private static String dated(String guid, String title, String date) {
    return item(guid, title, "https://news.example/" + guid)
        .replace("</item>", "<pubDate>" + date + "</pubDate></item>");
  }

  private static String feed(String items) {
    return "<rss version=\"2.0\"><channel><title>T</title>" + items + "</channel></rss>";
  }
}
