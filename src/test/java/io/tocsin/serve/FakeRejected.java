package io.tocsin.serve;

import io.tocsin.serve.rejected.RejectedCursor;
import io.tocsin.serve.rejected.RejectedPlace;
import io.tocsin.serve.rejected.RejectedRecord;
import io.tocsin.serve.rejected.RejectedRecords;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** Refused records in a list, all of one partition. */
final class FakeRejected implements RejectedRecords {
  private final List<RejectedRecord> records = new CopyOnWriteArrayList<>();
  final List<RejectedPlace> replayed = new CopyOnWriteArrayList<>();
  volatile boolean bytesLost;

  void add(String reason, String text, @Nullable RejectedPlace replayOf) {
    byte[] value = text.getBytes(StandardCharsets.UTF_8);
    int offset = records.size();
    records.add(
        new RejectedRecord(
            new RejectedPlace(0, offset),
            LiveViewFixture.NOON.plusSeconds(offset),
            reason,
            "it says why",
            null,
            new RejectedRecord.Origin("news.articles", 1, 40 + offset),
            null,
            Bytes.wrap(value),
            value.length,
            replayOf));
  }

  @Override
  public Page page(Question question) {
    List<RejectedRecord> page = new ArrayList<>();
    long at = question.cursor().before().getOrDefault(0, (long) records.size());
    while (at > 0 && page.size() < question.limit()) {
      RejectedRecord record = records.get((int) --at);
      if (question.reason() == null || question.reason().equals(record.reason())) {
        page.add(record);
      }
    }
    return new Page(page, at > 0 ? new RejectedCursor(Map.of(0, at)) : null);
  }

  @Override
  public Optional<RejectedRecord> find(RejectedPlace place) {
    return records.stream().filter(record -> record.place().equals(place)).findFirst();
  }

  @Override
  public Sent replay(RejectedRecord record) {
    if (bytesLost) {
      throw new LostBytesException("only the first bytes were kept");
    }
    replayed.add(record.place());
    return new Sent("news.articles", 1, 90);
  }
}
