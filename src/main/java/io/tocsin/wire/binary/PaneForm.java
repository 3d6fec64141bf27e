package io.tocsin.wire.binary;

import io.tocsin.model.Evidence;
import io.tocsin.model.pane.Pane;
import io.tocsin.model.pane.Pane.Exhibit;
import io.tocsin.model.pane.Tally;
import io.tocsin.model.pane.Tally.Link;
import io.tocsin.wire.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;

/** A pane: its tallies, then its exhibits; a publisher of many links is written once. */
public final class PaneForm implements Form<Pane> {
  /** A guess: a link is a hash of its story and a reference to its publisher. */
  private static final int BYTES = 30;

  private PaneForm() {}

  /** The serde of panes; it also reads panes as JSON, which is what stores held before. */
  public static Serde<Pane> serde() {
    return BinarySerde.of("a pane", new PaneForm());
  }

  @Override
  public byte[] write(Pane pane) {
    int links = pane.onTime().links().size() + pane.late().links().size();
    Output out = new Output(1_024 + BYTES * links);
    out.octet(BinarySerde.VERSION).time(pane.receivedAt());
    write(pane.onTime(), out);
    write(pane.late(), out);
    out.number(pane.exhibits().size());
    for (Exhibit exhibit : pane.exhibits()) {
      write(exhibit, out);
    }
    return out.toBytes();
  }

  private static void write(Tally tally, Output out) {
    out.number(tally.articles()).number(tally.occurrences()).number(tally.links().size());
    for (Link link : tally.links()) {
      out.own(link.story()).text(link.publisher());
    }
  }

  private static void write(Exhibit exhibit, Output out) {
    Evidence evidence = exhibit.evidence();
    out.own(exhibit.story()).own(evidence.article()).own(evidence.title()).own(evidence.url());
    out.text(evidence.publisher()).time(evidence.publishedAt()).own(evidence.snippet());
    Spans.write(evidence.spans(), out);
  }

  @Override
  public Pane read(Input in) {
    var receivedAt = in.time();
    Tally onTime = tally(in);
    Tally late = tally(in);
    int size = in.count();
    List<Exhibit> exhibits = new ArrayList<>(Math.min(size, Pane.MAX_EXHIBITS));
    for (int i = 0; i < size; i++) {
      exhibits.add(exhibit(in));
    }
    return new Pane(onTime, late, exhibits, receivedAt);
  }

  private static Tally tally(Input in) {
    long articles = in.number();
    long occurrences = in.number();
    int size = in.count();
    List<Link> links = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      links.add(new Link(in.text(), in.text()));
    }
    return new Tally(articles, occurrences, links);
  }

  private static Exhibit exhibit(Input in) {
    String story = in.text();
    return new Exhibit(
        story,
        new Evidence(
            in.text(),
            in.textOrNone(),
            in.textOrNone(),
            in.text(),
            in.time(),
            in.text(),
            Spans.read(in)));
  }

  @Override
  public Pane readJson(byte[] json) throws IOException {
    return Json.MAPPER.readValue(json, Pane.class);
  }
}
