package io.tocsin.wire.binary;

import io.tocsin.model.Evidence;
import io.tocsin.model.Mention;
import io.tocsin.model.Span;
import io.tocsin.model.SubjectRef;
import io.tocsin.model.Tick;
import io.tocsin.wire.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Mentions one after the other; what the mentions of an article share is written once. */
final class PackForm implements Form<Pack> {
  /** What kind of pack it is, behind its mentions. */
  private static final int MENTIONS = 0;

  /** Told the time alone; written before packs told more, and read on. */
  private static final int OLD_TICK = 1;

  private static final int TICK = 2;
  private static final int ACCEPTED = 3;

  /** A guess: 60 bytes a mention for what it does not share. */
  private static final int BYTES = 60;

  /** What all mentions of one article have in common. */
  private record Head(
      String story,
      boolean late,
      String article,
      @Nullable String title,
      @Nullable String url,
      String publisher,
      Instant publishedAt,
      Instant receivedAt,
      long watchlistVersion,
      @Nullable Instant clock) {

    static Head of(Mention mention) {
      Evidence evidence = mention.evidence();
      return new Head(
          mention.story(),
          mention.late(),
          evidence.article(),
          evidence.title(),
          evidence.url(),
          evidence.publisher(),
          evidence.publishedAt(),
          mention.receivedAt(),
          mention.watchlistVersion(),
          mention.clock());
    }

    void write(Output out) {
      out.own(story).flag(late).own(article).own(title).own(url).text(publisher);
      out.time(publishedAt).time(receivedAt).number(watchlistVersion).timeOrNone(clock);
    }

    static Head read(Input in) {
      return new Head(
          in.text(),
          in.flag(),
          in.text(),
          in.textOrNone(),
          in.textOrNone(),
          in.text(),
          in.time(),
          in.time(),
          in.number(),
          in.timeOrNone());
    }
  }

  @Override
  public byte[] write(Pack pack) {
    Output out = new Output(256 + BYTES * pack.mentions().size());
    out.octet(BinarySerde.VERSION).number(pack.mentions().size());
    Head before = null;
    for (Mention mention : pack.mentions()) {
      Head head = Head.of(mention);
      boolean same = head.equals(before);
      out.flag(same);
      if (!same) {
        head.write(out);
        before = head;
      }
      write(mention, out);
    }
    out.number(pack.traces().size());
    pack.traces().forEach((article, trace) -> out.own(article).own(trace));
    writeForAll(pack, out);
    return out.toBytes();
  }

  private static void writeForAll(Pack pack, Output out) {
    Tick tick = pack.tick();
    if (tick != null) {
      out.octet(TICK).time(tick.now()).time(tick.receivedAt()).timeOrNone(tick.complete());
      out.number(tick.lane()).number(tick.lanes());
    } else if (!pack.accepted().isEmpty()) {
      out.octet(ACCEPTED).number(pack.accepted().size());
      pack.accepted().forEach((minute, count) -> out.signed(minute).number(count));
    } else {
      out.octet(MENTIONS);
    }
  }

  private static void write(Mention mention, Output out) {
    SubjectRef series = mention.series();
    out.text(series.id()).text(series.name()).text(series.kind()).text(mention.rule());
    out.number(mention.occurrences()).own(mention.evidence().snippet());
    Spans.write(mention.evidence().spans(), out);
  }

  @Override
  public Pack read(Input in) {
    int size = in.count();
    List<Mention> mentions = new ArrayList<>();
    Head head = null;
    for (int i = 0; i < size; i++) {
      boolean same = in.flag();
      head = same && head != null ? head : Head.read(in);
      mentions.add(mention(head, in));
    }
    Map<String, String> traces = new HashMap<>();
    for (int left = in.count(); left > 0; left--) {
      traces.put(in.text(), in.text());
    }
    return switch (in.octet()) {
      case MENTIONS -> Pack.of(mentions, traces);
      case OLD_TICK -> Pack.of(Tick.alone(in.time(), in.time(), null));
      case TICK -> Pack.of(new Tick(in.time(), in.time(), in.timeOrNone(), in.count(), in.count()));
      case ACCEPTED -> Pack.of(accepted(in));
      default -> throw new IllegalArgumentException("a pack of an unknown kind");
    };
  }

  private static SortedMap<Long, Long> accepted(Input in) {
    SortedMap<Long, Long> accepted = new TreeMap<>();
    for (int left = in.count(); left > 0; left--) {
      accepted.put(in.signed(), in.number());
    }
    return accepted;
  }

  private static Mention mention(Head head, Input in) {
    SubjectRef series = new SubjectRef(in.text(), in.text(), in.text());
    String rule = in.textOrNone();
    int occurrences = in.count();
    String snippet = in.text();
    List<Span> spans = Spans.read(in);
    Evidence evidence =
        new Evidence(
            head.article(),
            head.title(),
            head.url(),
            head.publisher(),
            head.publishedAt(),
            snippet,
            spans);
    return new Mention(
        series,
        rule,
        head.story(),
        occurrences,
        head.late(),
        evidence,
        head.receivedAt(),
        head.watchlistVersion(),
        head.clock());
  }

  @Override
  public Pack readJson(byte[] json) throws IOException {
    Mention mention = Json.MAPPER.readValue(json, Mention.class);
    return Pack.of(List.of(mention), Map.of());
  }
}
