package io.tocsin.serve.search;

import static io.tocsin.serve.search.IndexedNews.NOON;
import static io.tocsin.serve.search.IndexedNews.ask;
import static io.tocsin.serve.search.IndexedNews.ids;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.fixtures.Lists;
import io.tocsin.model.Watchlist;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the index finds, in which order, and what it keeps over a restart. */
class ArticleIndexTest {
  private static final Watchlist LIST = Lists.leaders(1);

  @TempDir private Path folder;

  @Test
  void resultsAreSortedByTimeAndPagesFollowEachOtherWithoutGapOrRepeat() throws IOException {
    try (IndexedNews news = new IndexedNews(folder, LIST)) {
      for (int i = 0; i < 230; i++) {
        news.add("a" + (1_000 + i), "Rocket " + (i % 3 == 0 ? "launch" : "parade"), "Text.", i / 4);
      }
      List<String> all = ids(news.search("rocket AND launch*"));

      List<String> paged = new ArrayList<>();
      SearchCursor cursor = null;
      int pages = 0;
      do {
        SearchPage page = news.search(ask("rocket AND launch*", cursor, 10));
        paged.addAll(ids(page));
        SearchCursor next = page.next();
        cursor = next == null ? null : SearchCursor.parse(next.toString()).orElseThrow();
        pages++;
      } while (cursor != null);

      assertThat(all).hasSize(77);
      assertThat(paged).isEqualTo(all);
      assertThat(pages).isEqualTo(8);
      assertThat(all.get(0)).isEqualTo("a1228");
    }
  }

  @Test
  void timeSubjectAndGroupNarrowTheResults() throws IOException {
    try (IndexedNews news = new IndexedNews(folder, LIST)) {
      news.add("early", "Ada Vale in Norland", "Nothing.", 0);
      news.add("late", "Ada Vale at home", "Nothing.", 10);

      assertThat(ids(news.search("@person/ada-vale"))).containsExactly("late", "early");
      assertThat(ids(news.search(between(NOON, NOON.plusSeconds(600))))).containsExactly("early");
      assertThat(ids(news.search(between(NOON.plusNanos(1), null)))).containsExactly("late");
      assertThat(ids(news.search(about("place/norland")))).containsExactly("early");
      assertThat(ids(news.search(about("place/nowhere")))).isEmpty();
      assertThat(ids(news.search("vale NEAR/2 norland"))).containsExactly("early");
    }
  }

  @Test
  void aRevisionTakesThePlaceOfTheArticle() throws IOException {
    try (IndexedNews news = new IndexedNews(folder, LIST)) {
      news.add("a", "A rocket", "Nothing.", 0);
      news.add("a", "A racket", "Nothing.", 0);

      assertThat(ids(news.search("rocket"))).isEmpty();
      assertThat(ids(news.search("racket"))).containsExactly("a");
    }
  }

  @Test
  void wordsOfAnyLengthAreFoundExactly() throws IOException {
    String endless = "x".repeat(50_000);
    try (IndexedNews news = new IndexedNews(folder, LIST)) {
      news.add("a", "Long", endless, 0);
      news.add("b", "Long", endless + "y", 0);

      assertThat(ids(news.search("x".repeat(19_000) + "*"))).containsExactly("a", "b");
      assertThat(ids(news.search("x".repeat(101)))).isEmpty();
    }
  }

  @Test
  void aRestartGoesOnBehindTheLastCommit() throws IOException {
    try (IndexedNews news = new IndexedNews(folder, LIST)) {
      news.add("saved", "A rocket", "Nothing.", 0);
      news.index.passed(3, 41);
      news.index.commit();
      news.add("unsaved", "A rocket", "Nothing.", 5);
      news.index.passed(3, 42);
    }

    try (IndexedNews again = new IndexedNews(folder, LIST)) {
      assertThat(again.index.positions()).isEqualTo(Map.of(3, 41L));
      assertThat(ids(again.search("rocket"))).containsExactly("saved");
      assertThat(again.index.newest()).isEqualTo(NOON.plusSeconds(1));
    }
  }

  @Test
  void anIndexOfAnotherTopicOrOneThatIsBrokenIsBegunAnew() throws IOException {
    try (IndexedNews news = new IndexedNews(folder, LIST)) {
      news.add("a", "A rocket", "Nothing.", 0);
      news.index.passed(0, 7);
      news.index.commit();
    }
    try (ArticleIndex other = ArticleIndex.open(folder, "news.tagged another-id")) {
      assertThat(other.positions()).isEmpty();
      assertThat(other.documents()).isZero();
      other.commit();
    }
    try (var files = Files.list(folder)) {
      for (Path file :
          files.filter(f -> f.getFileName().toString().startsWith("segments")).toList()) {
        Files.writeString(file, "not an index");
      }
    }
    try (ArticleIndex mended = ArticleIndex.open(folder, "news.tagged another-id")) {
      assertThat(mended.documents()).isZero();
      mended.commit();
    }
  }

  @Test
  void whatIsTooOldOrTooMuchIsLetGo() throws IOException {
    try (IndexedNews news = new IndexedNews(folder, LIST)) {
      for (int i = 0; i < 400; i++) {
        news.add(
            "a" + i, "A rocket " + i, "Words that differ: " + Integer.toHexString(i * 7919), i);
      }
      news.index.commit();
      Instant now = NOON.plusSeconds(60L * 400);
      Clock clock = Clock.fixed(now, ZoneOffset.UTC);

      tidy(news, new IndexCare.Bounds(Duration.ofHours(5), Long.MAX_VALUE, clock));
      assertThat(news.index.documents()).isEqualTo(300);

      long half = news.index.bytes() / 2;
      tidy(news, new IndexCare.Bounds(Duration.ofHours(5), half, clock));
      assertThat(news.index.bytes()).isLessThanOrEqualTo(half);
      assertThat(news.index.documents()).isBetween(10L, 200L);
      assertThat(ids(news.search(ask("rocket", null, 1)))).containsExactly("a399");
    }
  }

  private static void tidy(IndexedNews news, IndexCare.Bounds bounds) throws IOException {
    new IndexCare(news.index, bounds).tidy();
  }

  private static SearchQuestion between(@Nullable Instant from, @Nullable Instant to) {
    return new SearchQuestion(null, from, to, List.of(), null, 10);
  }

  private static SearchQuestion about(String subject) {
    return new SearchQuestion(null, null, null, List.of(subject), null, 10);
  }
}
