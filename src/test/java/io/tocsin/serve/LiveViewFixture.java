package io.tocsin.serve;

import io.tocsin.ingest.IntakeAnswer;
import io.tocsin.metrics.Meters;
import io.tocsin.model.Alert;
import io.tocsin.model.Article;
import io.tocsin.model.Evidence;
import io.tocsin.model.Field;
import io.tocsin.model.FieldSpan;
import io.tocsin.model.Form;
import io.tocsin.model.Mark;
import io.tocsin.model.Measure;
import io.tocsin.model.Rel;
import io.tocsin.model.RuleMatch;
import io.tocsin.model.Severity;
import io.tocsin.model.Span;
import io.tocsin.model.SubjectCount;
import io.tocsin.model.SubjectMention;
import io.tocsin.model.SubjectRef;
import io.tocsin.model.Tag;
import io.tocsin.model.TaggedArticle;
import io.tocsin.model.Watchlist;
import io.tocsin.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A web server over a read model that is fed by hand: everything but Kafka is real. */
final class LiveViewFixture implements AutoCloseable {
  static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");

  final EventHub hub;
  final LiveView view;
  final Meters meters = new Meters("1.2.3-test");
  final List<String> accepted = new ArrayList<>();
  final FakeRejected rejected = new FakeRejected();
  final FakeSearch search = new FakeSearch();
  final WebServer server;
  volatile boolean ready = true;
  volatile Watchlist watchlist = Watchlist.EMPTY;

  LiveViewFixture() {
    this(new Settings.Http("127.0.0.1", 0, null), new EventHub(), Duration.ofSeconds(15));
  }

  LiveViewFixture(Settings.Http http, EventHub hub, Duration ping) {
    this.hub = hub;
    this.view = new LiveView(hub);
    WebParts parts =
        new WebParts(
            meters,
            new Health(),
            this::accept,
            view,
            hub,
            () -> watchlist,
            rejected,
            search,
            List::of,
            (alert, limit) -> List.of());
    server = new WebServer(http, parts, ping);
    view.catchUp();
    server.start();
  }

  String url(String path) {
    return "http://127.0.0.1:" + server.port() + path;
  }

  @Override
  public void close() {
    server.close();
    meters.close();
  }

  private IntakeAnswer accept(byte[] body, String type) {
    accepted.add(type + " " + body.length);
    IntakeAnswer.Item item =
        new IntakeAnswer.Item(0, "a1", IntakeAnswer.Fate.ACCEPTED, null, null, null);
    return new IntakeAnswer(202, null, List.of(item));
  }

  /** An article in which each of the words is tagged wherever it stands in title and body. */
  static TaggedArticle article(
      String id, String title, String body, SubjectRef subject, String... words) {
    List<Tag> tags = new ArrayList<>();
    for (String word : words) {
      tagsOf(tags, subject, Field.TITLE, title, word);
      tagsOf(tags, subject, Field.BODY, body, word);
    }
    Article article =
        new Article(
            id,
            "https://example.org/" + id,
            "Harbour Post",
            title,
            null,
            body,
            "en",
            NOON,
            List.of(),
            null,
            null);
    List<SubjectMention> mentions =
        tags.isEmpty() ? List.of() : List.of(new SubjectMention(subject, tags.size(), Rel.ABOUT));
    return new TaggedArticle(
        id,
        article,
        "Harbour Post",
        NOON,
        NOON.plusSeconds(2),
        Set.of(),
        tags,
        mentions,
        List.of(),
        List.of(),
        "story-" + id,
        "",
        0,
        3);
  }

  private static void tagsOf(
      List<Tag> tags, SubjectRef subject, Field field, String text, String word) {
    for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      tags.add(new Tag(subject.id(), field, at, at + word.length(), word, Form.NAME, 0));
    }
  }

  static TaggedArticle with(
      TaggedArticle base,
      @Nullable String url,
      String publisher,
      Instant time,
      Set<Mark> marks,
      List<RuleMatch> rules) {
    Article a = base.article();
    Article moved =
        new Article(
            a.id(),
            url,
            publisher,
            a.title(),
            a.summary(),
            a.body(),
            a.language(),
            time,
            a.authors(),
            a.section(),
            a.dateline());
    return new TaggedArticle(
        base.id(),
        moved,
        publisher,
        time,
        time.plusSeconds(3),
        marks,
        base.tags(),
        base.mentions(),
        base.names(),
        rules,
        base.story(),
        base.signature(),
        base.revision(),
        base.watchlistVersion());
  }

  static RuleMatch match(String rule, int start, int end) {
    return new RuleMatch(rule, List.of(new FieldSpan(Field.TITLE, start, end)));
  }

  static SubjectCount count(SubjectRef subject, Instant minute, long articles) {
    return new SubjectCount(
        subject, minute, Duration.ofMinutes(1), articles, articles, articles, articles * 2, 0);
  }

  static Evidence evidence(
      String id, String title, @Nullable String url, String snippet, String word) {
    int at = snippet.indexOf(word);
    List<Span> spans = at < 0 ? List.of() : List.of(new Span(at, at + word.length()));
    return new Evidence(id, title, url, "Harbour Post", NOON, snippet, spans);
  }

  static Alert alert(
      String id, int sequence, Alert.State state, SubjectRef subject, List<Evidence> evidence) {
    return new Episode(id, subject, Severity.WARNING, NOON, "port-volume")
        .at(sequence, state, evidence);
  }

  /** What stays the same over the records of an alert. */
  record Episode(String id, SubjectRef subject, Severity severity, Instant start, String rule) {
    Alert at(int sequence, Alert.State state, List<Evidence> evidence) {
      boolean over = state == Alert.State.RESOLVED;
      return new Alert(
          id,
          state,
          over ? Alert.Cause.BELOW : Alert.Cause.SCORE,
          rule,
          3,
          subject,
          severity,
          Map.of("desk", "trade"),
          start,
          start.plusSeconds(60L * sequence),
          over ? start.plusSeconds(3600) : null,
          new Alert.Window(start.minusSeconds(3600), start),
          sequence,
          new Alert.Observed(14, 11, 9, 23),
          Measure.VOICES,
          5,
          null,
          null,
          null,
          evidence,
          Math.max(14, evidence.size()),
          3,
          "9 voices wrote about " + subject.name() + " within 60 minutes; the rule asks for 5.");
    }
  }

  private final class Health implements HealthView {
    @Override
    public boolean live() {
      return true;
    }

    @Override
    public boolean ready() {
      return ready;
    }

    @Override
    public Map<String, String> details() {
      return Map.of("streams", ready ? "RUNNING" : "REBALANCING");
    }
  }
}
