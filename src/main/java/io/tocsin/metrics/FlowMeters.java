package io.tocsin.metrics;

import static io.tocsin.metrics.Meters.counter;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.tocsin.model.Alert;
import io.tocsin.model.Mark;
import io.tocsin.model.Reason;
import io.tocsin.model.SubjectMention;
import io.tocsin.model.TaggedArticle;
import io.tocsin.model.Tagging;
import io.tocsin.topology.FlowMeter;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Counts what passes the stages. Counters of closed sets are made at the start; on the hot path
 * nothing is looked up by name.
 */
public final class FlowMeters implements FlowMeter {
  /** Rules that keep a series of their own; a watchlist with more is charted by their sum. */
  static final int RULES = 200;

  private static final List<String> KINDS =
      List.of("person", "organisation", "place", "event", "theme", "product", "query");
  private static final double[] LAG_SECONDS = {
    1, 5, 15, 60, 300, 900, 3_600, 21_600, 86_400, 604_800, 2_592_000
  };
  private static final Duration[] TAG_TIMES = {
    Duration.ofNanos(50_000), Duration.ofNanos(100_000), Duration.ofNanos(250_000),
        Duration.ofMillis(1),
    Duration.ofMillis(5), Duration.ofMillis(25), Duration.ofMillis(100), Duration.ofSeconds(1)
  };

  private final MeterRegistry registry;
  private final Counter received;
  private final Counter tagged;
  private final Counter duplicate;
  private final Counter names;
  private final Counter ambiguous;
  private final Counter lagClamped;
  private final Counter corrected;
  private final Counter late;
  private final Map<Reason, Counter> rejected;
  private final Map<Mark, Counter> marked;
  private final Map<String, Counter> mentions;
  private final Map<Step, Counter> failed;
  private final DistributionSummary lag;
  private final Timer tagDuration;
  private final CappedLabel rules;

  FlowMeters(MeterRegistry registry) {
    this.registry = registry;
    received =
        counter(Meters.RECEIVED, "Records read from the topic of articles").register(registry);
    tagged =
        counter(Meters.TAGGED, "Articles tagged, corrections and late ones included")
            .register(registry);
    duplicate =
        counter(Meters.DUPLICATE, "Articles whose id and text were seen before").register(registry);
    corrected =
        counter(Meters.CORRECTED, "Articles that came again with another text").register(registry);
    late =
        counter(Meters.LATE, "Articles older than the grace: counted, but they alert nothing")
            .register(registry);
    names = counter(Meters.NAMES, "Names found that are on no watchlist").register(registry);
    ambiguous =
        counter(Meters.AMBIGUOUS, "Aliases found whose context words were not there")
            .register(registry);
    lagClamped =
        counter(
                Meters.LAG_CLAMPED,
                "Articles dated after they were received; their lag counts as 0")
            .register(registry);
    rejected =
        perValue(
            Reason.class, Meters.REJECTED, "reason", "Records refused, by reason", Reason::word);
    marked =
        perValue(
            Mark.class,
            Meters.MARKED,
            "mark",
            "Articles the screen noted something about",
            Mark::word);
    failed =
        perValue(
            Step.class,
            Meters.MENTIONS_FAILED,
            "step",
            "Mentions on which a step failed; their articles stay tagged",
            Step::word);
    mentions = KINDS.stream().collect(Collectors.toMap(Function.identity(), this::mentionsOf));
    mentions.put(CappedLabel.OTHER, mentionsOf(CappedLabel.OTHER));
    lag =
        DistributionSummary.builder(Meters.LAG)
            .description("Seconds from the event time of an article to its receipt")
            .baseUnit("seconds")
            .serviceLevelObjectives(LAG_SECONDS)
            .register(registry);
    tagDuration =
        Timer.builder(Meters.TAG_DURATION)
            .description("Time to tag one article")
            .serviceLevelObjectives(TAG_TIMES)
            .register(registry);
    Counter cut =
        counter(Meters.CUT, "Times a label value became `other` because there were too many")
            .tag("label", "rule")
            .register(registry);
    rules = new CappedLabel(RULES, cut::increment);
  }

  /** What became of the records since the start of this process. */
  public Arithmetic arithmetic() {
    return new Arithmetic(
        (long) received.count(),
        (long) tagged.count(),
        (long) duplicate.count(),
        rejected.values().stream().collect(Collectors.summingLong(one -> (long) one.count())));
  }

  @Override
  public long ticks() {
    return System.nanoTime();
  }

  @Override
  public void received() {
    received.increment();
  }

  @Override
  public void rejected(Reason reason) {
    count(rejected, reason);
  }

  @Override
  public void failed(Step step) {
    count(failed, step);
  }

  @Override
  public void duplicate() {
    duplicate.increment();
  }

  @Override
  public void tagged(TaggedArticle article, Tagging tagging, long tagNanos) {
    tagged.increment();
    tagDuration.record(Duration.ofNanos(Math.max(0, tagNanos)));
    names.increment(tagging.names().size());
    ambiguous.increment(tagging.ambiguous());
    article.marks().forEach(mark -> count(marked, mark));
    if (article.marks().contains(Mark.CORRECTED)) {
      corrected.increment();
    }
    if (article.marks().contains(Mark.LATE)) {
      late.increment();
    }
    for (SubjectMention mention : article.mentions()) {
      String kind = mention.subject().kind();
      count(mentions, mentions.containsKey(kind) ? kind : CappedLabel.OTHER);
    }
    recordLag(article);
  }

  @Override
  public void alert(Alert alert) {
    counter(Meters.ALERTS, "Changes of state of alerts, by rule and new state")
        .tag("rule", rules.of(alert.rule()))
        .tag("state", alert.state().word())
        .register(registry)
        .increment();
  }

  private void recordLag(TaggedArticle article) {
    double seconds =
        Duration.between(article.eventTime(), article.receivedAt()).toMillis() / 1000.0;
    if (seconds < 0) {
      lagClamped.increment();
    }
    lag.record(Math.max(0, seconds));
  }

  private Counter mentionsOf(String kind) {
    return counter(Meters.MENTIONS, "Mentions of subjects, by kind")
        .tag("kind", kind)
        .register(registry);
  }

  private <E extends Enum<E>> Map<E, Counter> perValue(
      Class<E> type, String name, String label, String help, Function<E, String> word) {
    Map<E, Counter> counters = new EnumMap<>(type);
    for (E value : type.getEnumConstants()) {
      counters.put(value, counter(name, help).tag(label, word.apply(value)).register(registry));
    }
    return counters;
  }

  private static <K> void count(Map<K, Counter> counters, K key) {
    Counter counter = counters.get(key);
    if (counter != null) {
      counter.increment();
    }
  }
}
