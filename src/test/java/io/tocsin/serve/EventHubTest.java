package io.tocsin.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.Alert;
import io.tocsin.model.SubjectRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Queues, replay and gaps of the stream, without a socket. */
class EventHubTest {
  private static final SubjectRef PORT = SubjectRef.of("place/port-sarn", "Port Sarn");

  @Test
  void aSlowReaderLosesItsOldestEventsAndIsToldHowMany() throws InterruptedException {
    EventHub hub = new EventHub(10, 5);
    EventClient client = hub.subscribe(null).orElseThrow();

    for (int i = 1; i <= 8; i++) {
      hub.alert(alert("al" + i));
    }

    List<StreamEvent> events = drain(client);
    assertThat(events.get(0)).isEqualTo(StreamEvent.gap("slow", 3));
    assertThat(events).hasSize(6);
    assertThat(events.get(1).data()).contains("\"al4\"");
    assertThat(events.get(5).data()).contains("\"al8\"");
  }

  @Test
  void whatIsTooOldToReplayIsNamedAsAGap() throws InterruptedException {
    EventHub hub = new EventHub(10, 3);
    String start = hub.cursor();
    for (int i = 1; i <= 5; i++) {
      hub.alert(alert("al" + i));
    }

    List<StreamEvent> events = drain(hub.subscribe(start).orElseThrow());

    assertThat(events.get(0).type()).isEqualTo("gap");
    assertThat(events.get(events.size() - 1).data()).contains("\"al5\"");
  }

  @Test
  void whoeverIsUpToDateGetsNothingTwice() throws InterruptedException {
    EventHub hub = new EventHub(10, 3);
    hub.alert(alert("al1"));

    assertThat(drain(hub.subscribe(hub.cursor()).orElseThrow())).isEmpty();
  }

  @Test
  void anIdThatIsNoneOfOursIsAGapAndNoError() throws InterruptedException {
    EventHub hub = new EventHub(10, 3);
    String boot = hub.cursor().substring(0, hub.cursor().indexOf('-'));

    for (String id : List.of("x", boot + "-", boot + "-1e9", boot + "-99", boot + "--1")) {
      assertThat(drain(hub.subscribe(id).orElseThrow()))
          .as(id)
          .containsExactly(StreamEvent.gap("restart", 0));
    }
  }

  @Test
  void aFloodIsCutAndItsRestIsTold() throws InterruptedException {
    EventHub hub = new EventHub(10, 1_000);
    EventClient client = hub.subscribe(null).orElseThrow();
    ArticleView view = Excerpts.of(LiveViewFixture.article("a", "Title", "Body", PORT, "Title"));
    for (int i = 0; i < EventHub.ARTICLES_PER_BEAT + 25; i++) {
      hub.article(view);
    }

    hub.beat(Map.of());

    List<StreamEvent> events = drain(client);
    assertThat(events.stream().filter(event -> event.type().equals("article")))
        .hasSize(EventHub.ARTICLES_PER_BEAT);
    assertThat(events).contains(StreamEvent.gap("busy", 25));
  }

  @Test
  void onlyTheNewestCountsAreKeptForAReader() throws InterruptedException {
    EventHub hub = new EventHub(10, 10);
    EventClient client = hub.subscribe(null).orElseThrow();

    hub.beat(Map.of("n", 1));
    hub.beat(Map.of("n", 2));

    assertThat(drain(client)).extracting(StreamEvent::data).containsExactly("{\"n\":2}");
  }

  private static List<StreamEvent> drain(EventClient client) throws InterruptedException {
    List<StreamEvent> events = new ArrayList<>();
    for (StreamEvent event = client.next(Duration.ZERO);
        event != null;
        event = client.next(Duration.ZERO)) {
      events.add(event);
    }
    return events;
  }

  private static Alert alert(String id) {
    return LiveViewFixture.alert(id, 1, Alert.State.OPENED, PORT, List.of());
  }
}
