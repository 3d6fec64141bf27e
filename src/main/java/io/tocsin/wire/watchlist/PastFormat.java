package io.tocsin.wire.watchlist;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.model.Condition.Drop;
import io.tocsin.model.Condition.First;
import io.tocsin.model.Condition.Newcomer;
import io.tocsin.model.Condition.Silence;
import io.tocsin.model.Measure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and writes the conditions that look at the past of a subject, but for the spike. */
final class PastFormat {
  /** Hours are kept for five weeks. */
  private static final Duration LONGEST_PAST = Duration.ofDays(35);

  private static final Duration LONGEST_WINDOW = Duration.ofHours(24);
  private static final Duration LONGEST_SILENCE = Duration.ofDays(14);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration DAY = Duration.ofDays(1);
  private static final List<String> KINDS = List.of("person", "organisation", "place");

  private PastFormat() {}

  /** {@code first: {within: 30d}}; null when it is wrong. */
  static @Nullable First first(Fields when) {
    Fields fields = when.fields("first", "'first'", List.of("within"));
    if (fields == null) {
      return null;
    }
    return new First(length(fields, "within", Duration.ofDays(30), DAY, LONGEST_PAST));
  }

  /** {@code newcomer: {window: 6h, voices: 3, unseen: 30d, kinds: [person]}}. */
  static @Nullable Newcomer newcomer(Fields when) {
    Fields fields =
        when.fields("newcomer", "'newcomer'", List.of("window", "voices", "unseen", "kinds"));
    if (fields == null) {
      return null;
    }
    Integer voices = fields.number("voices", 2, Integer.MAX_VALUE);
    return new Newcomer(
        length(fields, "window", Duration.ofHours(6), MINUTE, LONGEST_WINDOW),
        voices == null ? 3 : voices,
        length(fields, "unseen", Duration.ofDays(30), DAY, LONGEST_PAST),
        kinds(fields));
  }

  private static List<String> kinds(Fields fields) {
    List<String> kinds = new ArrayList<>();
    for (Value item : fields.items("kinds")) {
      String kind = Fields.text(item, "an entry of 'kinds'", 20, fields.report());
      if (kind != null && !KINDS.contains(kind)) {
        fields
            .report()
            .problem(
                item,
                "kind '"
                    + Texts.shorten(kind)
                    + "' is not one of names"
                    + Texts.suggest(kind, KINDS));
      } else if (kind != null) {
        kinds.add(kind);
      }
    }
    return kinds;
  }

  /** {@code drop: {window: 6h, baseline: 14d, measure: articles, percent: 30, atLeast: 20}}. */
  static @Nullable Drop drop(Fields when) {
    Fields fields =
        when.fields(
            "drop", "'drop'", List.of("window", "baseline", "measure", "percent", "atLeast"));
    if (fields == null) {
      return null;
    }
    Integer percent = fields.number("percent", 1, 99);
    Integer atLeast = fields.number("atLeast", 1, Integer.MAX_VALUE);
    return new Drop(
        length(fields, "window", Duration.ofHours(6), MINUTE, LONGEST_WINDOW),
        length(fields, "baseline", Duration.ofDays(14), DAY, LONGEST_PAST),
        fields.word("measure", Measure.values(), Measure.ARTICLES, Measure::word),
        percent == null ? 30 : percent,
        atLeast == null ? 20 : atLeast);
  }

  /** {@code silence: {after: 6h}}. */
  static @Nullable Silence silence(Fields when) {
    Fields fields = when.fields("silence", "'silence'", List.of("after"));
    if (fields == null) {
      return null;
    }
    if (!fields.has("after")) {
      fields.missing("after", "after: 6h");
    }
    return new Silence(length(fields, "after", Duration.ofHours(6), MINUTE, LONGEST_SILENCE));
  }

  private static Duration length(
      Fields fields, String key, Duration fallback, Duration least, Duration most) {
    Duration length = fields.minutes(key, fallback);
    Value place = fields.value(key);
    boolean fits = length.compareTo(least) >= 0 && length.compareTo(most) <= 0;
    if (place != null && !fits) {
      fields
          .report()
          .problem(
              place,
              "'"
                  + key
                  + "' must be from "
                  + Durations.format(least)
                  + " to "
                  + Durations.format(most)
                  + ", not "
                  + place.what());
    }
    return length;
  }

  static ObjectNode tree(First first) {
    return object().put("within", Durations.format(first.within()));
  }

  static ObjectNode tree(Newcomer newcomer) {
    ObjectNode fields =
        object()
            .put("window", Durations.format(newcomer.window()))
            .put("voices", newcomer.voices())
            .put("unseen", Durations.format(newcomer.unseen()));
    if (!newcomer.kinds().isEmpty()) {
      ArrayNode kinds = fields.putArray("kinds");
      newcomer.kinds().forEach(kinds::add);
    }
    return fields;
  }

  static ObjectNode tree(Drop drop) {
    return object()
        .put("window", Durations.format(drop.window()))
        .put("baseline", Durations.format(drop.baseline()))
        .put("measure", drop.measure().word())
        .put("percent", drop.percent())
        .put("atLeast", drop.atLeast());
  }

  static ObjectNode tree(Silence silence) {
    return object().put("after", Durations.format(silence.after()));
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
