package io.tocsin.wire.binary;

import io.tocsin.model.Alert.Observed;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serde;

/** What was counted in the hours of one day, by hour since 1970; empty hours take no room. */
public final class DayForm implements Form<SortedMap<Long, Observed>> {
  private static final int BYTES = 24 * 8;

  private DayForm() {}

  /** The serde of days. */
  public static Serde<SortedMap<Long, Observed>> serde() {
    return BinarySerde.of("the hours of a day", new DayForm());
  }

  @Override
  public byte[] write(SortedMap<Long, Observed> day) {
    Output out = new Output(BYTES);
    out.octet(BinarySerde.VERSION).number(day.size());
    long before = 0;
    for (Map.Entry<Long, Observed> hour : day.entrySet()) {
      Observed counts = hour.getValue();
      out.signed(hour.getKey() - before).number(counts.articles()).number(counts.stories());
      out.number(counts.voices()).number(counts.occurrences());
      before = hour.getKey();
    }
    return out.toBytes();
  }

  @Override
  public SortedMap<Long, Observed> read(Input in) {
    SortedMap<Long, Observed> day = new TreeMap<>();
    long hour = 0;
    for (int left = in.count(); left > 0; left--) {
      hour += in.signed();
      day.put(hour, new Observed(in.number(), in.number(), in.number(), in.number()));
    }
    return day;
  }

  @Override
  public SortedMap<Long, Observed> readJson(byte[] json) throws IOException {
    throw new IOException("the hours of a day were never written as JSON");
  }
}
