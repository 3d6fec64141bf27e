package io.tocsin.guarantees;

import io.tocsin.guarantees.Breach.Verdict;
import io.tocsin.model.Article;
import io.tocsin.model.Outcome;
import io.tocsin.model.TaggedArticle;
import io.tocsin.screen.ArticleId;
import io.tocsin.screen.TextHash;
import io.tocsin.wire.ArticleReader;
import io.tocsin.wire.Headers;
import io.tocsin.wire.Received;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * Every published record ends exactly once: as a rejected record that names it as its origin, or as
 * the one tagged version of its id and text. Further records of the same id and text are duplicates
 * and leave nothing behind.
 */
public final class NoArticleLost {
  private final ArticleReader reader = new ArticleReader();
  private final List<Breach> breaches = new ArrayList<>();

  private NoArticleLost() {}

  /** What a run broke; empty when the guarantee held. */
  public static List<Breach> judge(Results run) {
    return new NoArticleLost().judged(run);
  }

  private List<Breach> judged(Results run) {
    Map<String, Integer> refused = new HashMap<>();
    run.rejected().forEach(record -> refused.merge(origin(record), 1, Integer::sum));
    Map<String, Integer> tagged = new TreeMap<>();
    for (TaggedArticle article : run.tagged()) {
      tagged.merge(version(article.id(), article.article()), 1, Integer::sum);
    }
    Map<String, String> expected = new TreeMap<>();
    for (ConsumerRecord<byte[], byte[]> record : run.articles()) {
      Integer times = refused.remove(place(record));
      if (times != null) {
        once(times, "rejected " + place(record));
      } else if (reader.read(record.value()) instanceof Outcome.Accepted<Received> accepted) {
        Article article = accepted.value().article();
        expected.putIfAbsent(version(ArticleId.of(article), article), place(record));
      } else {
        breaches.add(new Breach(Verdict.LOST, "unreadable and not rejected: " + place(record)));
      }
    }
    expected.forEach((version, place) -> compare(version, place, tagged.remove(version)));
    tagged.keySet().forEach(version -> breaches.add(new Breach(Verdict.INVENTED, version)));
    refused.keySet().forEach(origin -> breaches.add(new Breach(Verdict.INVENTED, origin)));
    return List.copyOf(breaches);
  }

  private void compare(String version, String place, @Nullable Integer times) {
    if (times == null) {
      breaches.add(new Breach(Verdict.LOST, version + " published at " + place));
    } else {
      once(times, "tagged " + version);
    }
  }

  private void once(int times, String what) {
    if (times > 1) {
      breaches.add(new Breach(Verdict.DUPLICATED, times + " times " + what));
    }
  }

  private static String version(String id, Article article) {
    return id + " with text " + TextHash.of(article);
  }

  private static String place(ConsumerRecord<?, ?> record) {
    return record.topic() + "-" + record.partition() + "@" + record.offset();
  }

  private static String origin(ConsumerRecord<?, ?> record) {
    return header(record, Headers.ORIGIN_TOPIC)
        + "-"
        + header(record, Headers.ORIGIN_PARTITION)
        + "@"
        + header(record, Headers.ORIGIN_OFFSET);
  }

  private static String header(ConsumerRecord<?, ?> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? "?" : new String(header.value(), StandardCharsets.UTF_8);
  }
}
