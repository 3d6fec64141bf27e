package io.tocsin.ingest.feed.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.ingest.feed.FeedArchive;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every poll of eight newspapers in the spring of 2020, broken ones among them. */
class RealPollsTest {

  @Test
  void everyPollIsReadWholeOrRefusedForWhatIsWrongWithIt() throws IOException {
    FeedParser parser = new FeedParser();
    Map<FeedFault, List<String>> refused = new EnumMap<>(FeedFault.class);
    int items = 0;
    int without = 0;
    List<String> odd = new ArrayList<>();

    for (Map.Entry<String, byte[]> poll :
        FeedArchive.files("feeds-2020-spring.tar.gz").entrySet()) {
      try {
        Feed feed = parser.parse(poll.getValue(), null, "https://feeds.example/");
        items += feed.items().size();
        without += (int) feed.items().stream().filter(item -> item.time() == null).count();
        feed.items().stream()
            .filter(item -> item.link().isEmpty() || item.title().line().isEmpty())
            .forEach(item -> odd.add(poll.getKey() + " " + item.id()));
        assertThat(feed.items()).as(poll.getKey()).hasSize(count(poll.getValue()));
      } catch (FeedFaultException e) {
        refused.computeIfAbsent(e.fault(), fault -> new ArrayList<>()).add(poll.getKey());
      }
    }

    assertThat(refused).containsOnlyKeys(FeedFault.EMPTY, FeedFault.TRUNCATED);
    assertThat(refused.get(FeedFault.EMPTY)).hasSize(4);
    assertThat(refused.get(FeedFault.TRUNCATED)).hasSize(4);
    assertThat(items).isEqualTo(14_971);
    assertThat(without).isEqualTo(105);
    assertThat(odd).isEmpty();
  }

  private static int count(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.split("</item>|</entry>", -1).length - 1;
  }
}
