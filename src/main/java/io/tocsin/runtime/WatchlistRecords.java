package io.tocsin.runtime;

import io.tocsin.model.Rule;
import io.tocsin.model.Subject;
import io.tocsin.model.Watchlist;
import io.tocsin.wire.Headers;
import io.tocsin.wire.watchlist.WatchlistDiff;
import io.tocsin.wire.watchlist.WatchlistJson;
import io.tocsin.wire.watchlist.WatchlistState;
import io.tocsin.wire.watchlist.WatchlistVersion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The records that lead from one state of {@code news.watchlist} to the next: only what differs,
 * and the marker last.
 */
final class WatchlistRecords {
  private final String topic;
  private final WatchlistVersion marker;
  private final List<ProducerRecord<String, byte[]>> records = new ArrayList<>();

  private WatchlistRecords(String topic, WatchlistVersion marker) {
    this.topic = topic;
    this.marker = marker;
  }

  /** In the order in which they must be written. */
  static List<ProducerRecord<String, byte[]>> between(
      String topic, WatchlistState now, Watchlist wanted, WatchlistVersion marker) {
    WatchlistRecords all = new WatchlistRecords(topic, marker);
    WatchlistDiff diff = WatchlistDiff.between(now.watchlist(), wanted);
    Set<String> gone = new TreeSet<>(now.broken().keySet());
    diff.subjects().removed().forEach(id -> gone.add(WatchlistState.SUBJECT + id));
    diff.rules().removed().forEach(id -> gone.add(WatchlistState.RULE + id));
    Set<String> written = new HashSet<>();
    for (Subject subject : wanted.subjects()) {
      String key = WatchlistState.SUBJECT + subject.id();
      if (diff.subjects().differs(subject.id()) || gone.contains(key)) {
        all.add(key, WatchlistJson.bytes(subject));
        written.add(key);
      }
    }
    for (Rule rule : wanted.rules()) {
      String key = WatchlistState.RULE + rule.id();
      if (diff.rules().differs(rule.id()) || gone.contains(key)) {
        all.add(key, WatchlistJson.bytes(rule.withVersion(marker.version())));
        written.add(key);
      }
    }
    gone.remove(WatchlistState.MARKER);
    gone.removeAll(written);
    gone.forEach(key -> all.add(key, null));
    all.add(WatchlistState.MARKER, marker.bytes());
    return all.records;
  }

  private void add(String key, byte @Nullable [] value) {
    ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, 0, key, value);
    header(record, Headers.CE_SPECVERSION, "1.0");
    header(record, Headers.CE_ID, key + "@" + marker.version());
    header(record, Headers.CE_TYPE, "io.tocsin.watchlist." + key.substring(0, key.indexOf('/')));
    header(record, Headers.CE_SOURCE, "/tocsin/watchlist");
    header(record, Headers.CE_TIME, marker.appliedAt().toString());
    header(record, Headers.CONTENT_TYPE, "application/json");
    records.add(record);
  }

  private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
    record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
