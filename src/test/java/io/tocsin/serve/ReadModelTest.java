package io.tocsin.serve;

import static io.tocsin.serve.LiveViewFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.Alert;
import io.tocsin.model.SubjectRef;
import io.tocsin.model.TaggedArticle;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The bounds and the arithmetic of what the page is read from. */
class ReadModelTest {
  private static final SubjectRef PORT = SubjectRef.of("place/port-sarn", "Port Sarn");

  @Test
  void aLaterCountOfTheSameMinuteReplacesTheEarlier() {
    MinuteCounts counts = new MinuteCounts(10);

    counts.put(LiveViewFixture.count(PORT, NOON, 1));
    counts.put(LiveViewFixture.count(PORT, NOON, 4));

    assertThat(counts.top(NOON, 60, 5).subjects().get(0).articles()).isEqualTo(4);
  }

  @Test
  void aWindowHasItsMinutesAndNoneBefore() {
    MinuteCounts counts = new MinuteCounts(10);
    counts.put(LiveViewFixture.count(PORT, NOON.minusSeconds(60 * 60), 100));
    counts.put(LiveViewFixture.count(PORT, NOON.minusSeconds(59 * 60), 10));
    counts.put(LiveViewFixture.count(PORT, NOON, 1));

    assertThat(counts.top(NOON.plusSeconds(59), 60, 5).subjects().get(0).articles()).isEqualTo(11);
    assertThat(counts.top(NOON, 61, 5).subjects().get(0).articles()).isEqualTo(111);
    assertThat(
            counts.top(NOON, 60, 5).subjects().get(0).spark().stream()
                .mapToLong(Long::longValue)
                .sum())
        .isEqualTo(11);
  }

  @Test
  void aDayAndTheMostSubjectsAreAllThatIsKept() {
    MinuteCounts counts = new MinuteCounts(100);
    for (int i = 0; i < 1_000; i++) {
      counts.put(LiveViewFixture.count(SubjectRef.of("place/p" + i, "P"), NOON, 1));
    }
    counts.put(
        LiveViewFixture.count(
            SubjectRef.of("place/next", "N"), NOON.plus(Duration.ofHours(25)), 1));

    assertThat(counts.subjects()).isEqualTo(1);
    counts.put(LiveViewFixture.count(PORT, NOON, 1));
    assertThat(counts.subjects()).isEqualTo(1);
  }

  @Test
  void aRecordThatComesAgainChangesNothing() {
    AlertBook book = new AlertBook(10);

    boolean first = book.put(alert("al1", 1, Alert.State.OPENED));
    boolean again = book.put(alert("al1", 1, Alert.State.OPENED));

    assertThat(first).isTrue();
    assertThat(again).isFalse();
    assertThat(book.open()).isEqualTo(1);
    assertThat(book.history("al1").orElseThrow()).hasSize(1);
  }

  @Test
  void resolvedEpisodesMakeRoomBeforeOpenOnes() {
    AlertBook book = new AlertBook(2);
    book.put(alert("open", 1, Alert.State.OPENED));
    book.put(alert("done", 1, Alert.State.OPENED));
    book.put(alert("done", 2, Alert.State.RESOLVED));

    book.put(alert("new", 1, Alert.State.OPENED));

    assertThat(book.history("done")).isEmpty();
    assertThat(book.list(true, 10)).extracting(Alert::id).containsExactlyInAnyOrder("open", "new");
    assertThat(book.open()).isEqualTo(2);
  }

  @Test
  void anEpisodeKeepsItsFirstRecordAndABoundedRest() {
    AlertBook book = new AlertBook(2);
    for (int sequence = 1; sequence <= 500; sequence++) {
      book.put(alert("al1", sequence, sequence == 1 ? Alert.State.OPENED : Alert.State.UPDATED));
    }

    List<Alert> records = book.history("al1").orElseThrow();

    assertThat(records).hasSize(64);
    assertThat(records.get(0).sequence()).isEqualTo(1);
    assertThat(records.get(63).sequence()).isEqualTo(500);
  }

  @Test
  void aSnippetStandsAroundTheMatchAndItsMarksMoveAlong() {
    String body =
        "Filler words go on. ".repeat(40)
            + "Then Port Sarn was named. "
            + "More of it follows. ".repeat(40);

    ArticleView view = Excerpts.of(LiveViewFixture.article("a", "Title", body, PORT, "Port Sarn"));

    ArticleView.Marked mark = view.snippetMarks().get(0);
    assertThat(view.snippet()).startsWith("… Then Port Sarn").endsWith(" …").hasSizeLessThan(300);
    assertThat(view.snippet().substring(mark.start(), mark.end())).isEqualTo("Port Sarn");
  }

  @Test
  void cuttingNeverSplitsACharacter() {
    String title = "x" + "\uD83D\uDD25".repeat(400);
    String body = "\uD83D\uDD25".repeat(200) + "Port Sarn" + "\uD83D\uDD25".repeat(200);

    ArticleView view = Excerpts.of(LiveViewFixture.article("a", title, body, PORT, "Port Sarn"));

    ArticleView.Marked mark = view.snippetMarks().get(0);
    assertThat(view.snippet().substring(mark.start(), mark.end())).isEqualTo("Port Sarn");
    assertThat(view.snippet().codePoints()).noneMatch(ReadModelTest::isSurrogate);
    assertThat(String.valueOf(view.title()).codePoints()).noneMatch(ReadModelTest::isSurrogate);
  }

  @Test
  void whereMarksOverlapOneIsShown() {
    TaggedArticle base =
        LiveViewFixture.article("a", "Fire in Port Sarn", "Body", PORT, "Port Sarn", "Sarn");
    TaggedArticle both =
        LiveViewFixture.with(
            base,
            null,
            "p",
            NOON,
            Set.of(),
            List.of(LiveViewFixture.match("fires", 0, "Fire in Port".length())));

    ArticleView view = Excerpts.of(both);

    assertThat(view.titleMarks())
        .containsExactly(
            new ArticleView.Marked(0, 12, "fires", "rule"),
            new ArticleView.Marked(13, 17, PORT.id(), "name"));
    assertThat(view.rules()).containsExactly("fires");
  }

  @Test
  void aCorrectionTakesThePlaceOfItsFirstVersion() {
    LiveView view = new LiveView(new EventHub());
    view.catchUp();
    view.apply(LiveViewFixture.article("a", "Old", "Body", PORT, "x"));
    view.apply(LiveViewFixture.article("b", "Other", "Body", PORT, "x"));

    view.apply(LiveViewFixture.article("a", "New", "Body", PORT, "x"));

    assertThat(view.articles(10)).extracting(ArticleView::title).containsExactly("New", "Other");
  }

  @Test
  void onlyTheNewestArticlesAreKept() {
    LiveView view = new LiveView(new EventHub());
    view.catchUp();
    for (int i = 0; i < 2 * LiveView.ARTICLES; i++) {
      view.apply(LiveViewFixture.article("a" + i, "T", "B", PORT, "x"));
    }

    assertThat(view.articles(10_000)).hasSize(LiveView.ARTICLES);
    assertThat(view.articles(1).get(0).id()).isEqualTo("a" + (2 * LiveView.ARTICLES - 1));
  }

  private static boolean isSurrogate(int codePoint) {
    return codePoint >= 0xD800 && codePoint <= 0xDFFF;
  }

  private static Alert alert(String id, int sequence, Alert.State state) {
    return LiveViewFixture.alert(id, sequence, state, PORT, List.of());
  }
}
