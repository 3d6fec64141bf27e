package io.tocsin.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.model.SubjectRef;
import io.tocsin.settings.Settings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The event stream over a real socket: order, replay, gaps, readers that do not read. */
@Timeout(30)
class StreamTest {
  private static final SubjectRef PORT = SubjectRef.of("place/port-sarn", "Port Sarn");

  @Test
  void anArticleArrivesWithAnIdAndCountsWithoutOne() throws IOException {
    try (LiveViewFixture fixture = new LiveViewFixture();
        Reader reader = new Reader(fixture)) {
      publish(fixture, "a1");

      Event article = reader.until(event -> event.type.equals("article"));
      Event count = reader.until(event -> event.type.equals("count"));

      assertThat(article.id).isNotBlank();
      assertThat(article.data).contains("\"id\":\"a1\"").doesNotContain("\n");
      assertThat(count.id).isEmpty();
      assertThat(count.data).contains("\"articlesPerMinute\"");
      assertThat(reader.response.headers().firstValue("X-Accel-Buffering")).hasValue("no");
      assertThat(reader.response.headers().firstValue("Content-Type").orElse(""))
          .startsWith("text/event-stream");
    }
  }

  @Test
  void whoeverComesBackGetsWhatWasMissedAndNothingTwice() throws IOException {
    try (LiveViewFixture fixture = new LiveViewFixture()) {
      String seen;
      try (Reader first = new Reader(fixture)) {
        publish(fixture, "a1");
        seen = first.until(event -> event.data.contains("\"a1\"")).id;
      }
      publish(fixture, "a2");
      publish(fixture, "a3");

      try (Reader second = new Reader(fixture, "Last-Event-ID", seen)) {
        List<Event> events = second.articles(2);

        assertThat(events)
            .extracting(event -> event.data.contains("\"id\":\"a2\""))
            .containsExactly(true, false);
        assertThat(events.get(1).data).contains("\"id\":\"a3\"");
      }
    }
  }

  @Test
  void anIdOfAnotherRunIsAnsweredWithAGap() throws IOException {
    try (LiveViewFixture fixture = new LiveViewFixture();
        Reader reader = new Reader(fixture, "Last-Event-ID", "older-17")) {
      Event first = reader.until(event -> !event.type.isEmpty());

      assertThat(first.type).isEqualTo("gap");
      assertThat(first.data).contains("restart");
    }
  }

  @Test
  void aQuietStreamIsKeptOpenByPings() throws IOException {
    Settings.Http http = new Settings.Http("127.0.0.1", 0, null);
    EventHub hub = new EventHub();
    try (LiveViewFixture fixture = new LiveViewFixture(http, hub, Duration.ofMillis(50));
        Reader reader = new Reader(fixture)) {
      assertThat(reader.line(": ping")).isTrue();
    }
  }

  @Test
  void oneReaderTooManyIsToldToWait() throws IOException {
    Settings.Http http = new Settings.Http("127.0.0.1", 0, null);
    try (LiveViewFixture fixture =
            new LiveViewFixture(http, new EventHub(1, 10), Duration.ofSeconds(15));
        Reader reader = new Reader(fixture)) {
      assertThat(reader.response.statusCode()).isEqualTo(200);

      var refused = Http.get(fixture.url("/api/v1/stream"));

      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    }
  }

  @Test
  void aReaderThatNeverReadsDelaysNobody() throws IOException {
    try (LiveViewFixture fixture = new LiveViewFixture();
        Socket asleep = new Socket(InetAddress.getLoopbackAddress(), fixture.server.port());
        Reader reader = new Reader(fixture)) {
      asleep
          .getOutputStream()
          .write(
              "GET /api/v1/stream HTTP/1.1\r\nHost: localhost\r\n\r\n"
                  .getBytes(StandardCharsets.UTF_8));
      await().until(() -> fixture.hub.clients() == 2);
      String filler = "Port Sarn ".repeat(20);
      // Enough to fill every buffer between the server and the sleeper.
      for (int i = 0; i < 40_000; i++) {
        fixture.hub.alert(
            LiveViewFixture.alert(
                "al" + i,
                1,
                io.tocsin.model.Alert.State.OPENED,
                PORT,
                List.of(LiveViewFixture.evidence("e", filler, null, filler, "Port"))));
      }
      publish(fixture, "last-one");

      Event last = reader.until(event -> event.data.contains("\"id\":\"last-one\""));

      assertThat(last.type).isEqualTo("article");
    }
  }

  @Test
  void aReaderThatLeftIsForgotten() throws IOException {
    Settings.Http http = new Settings.Http("127.0.0.1", 0, null);
    try (LiveViewFixture fixture =
        new LiveViewFixture(http, new EventHub(), Duration.ofMillis(50))) {
      try (Reader reader = new Reader(fixture)) {
        await().until(() -> fixture.hub.clients() == 1);
        assertThat(reader.response.statusCode()).isEqualTo(200);
      }

      await().atMost(Duration.ofSeconds(10)).until(() -> fixture.hub.clients() == 0);
    }
  }

  private static void publish(LiveViewFixture fixture, String id) {
    fixture.view.apply(
        LiveViewFixture.article(id, "Fire in Port Sarn", "Line one\nline two", PORT, "Port Sarn"));
  }

  private record Event(String id, String type, String data) {}

  private static final class Reader implements AutoCloseable {
    private final HttpResponse<InputStream> response;
    private final BufferedReader lines;

    Reader(LiveViewFixture fixture, String... headers) {
      response = Http.stream(fixture.url("/api/v1/stream"), headers);
      lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
      await().until(() -> fixture.hub.clients() > 0);
    }

    Event until(Predicate<Event> wanted) throws IOException {
      for (; ; ) {
        Event event = next();
        if (wanted.test(event)) {
          return event;
        }
      }
    }

    List<Event> articles(int number) throws IOException {
      List<Event> events = new ArrayList<>();
      while (events.size() < number) {
        events.add(until(event -> event.type.equals("article")));
      }
      return events;
    }

    boolean line(String wanted) throws IOException {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.equals(wanted)) {
          return true;
        }
      }
      return false;
    }

    private Event next() throws IOException {
      String id = "";
      String type = "";
      String data = "";
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isEmpty()) {
          return new Event(id, type, data);
        }
        if (line.startsWith("id: ")) {
          id = line.substring(4);
        } else if (line.startsWith("event: ")) {
          type = line.substring(7);
        } else if (line.startsWith("data: ")) {
          data = line.substring(6);
        }
      }
      throw new IOException("the stream ended");
    }

    @Override
    public void close() {
      try {
        response.body().close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
