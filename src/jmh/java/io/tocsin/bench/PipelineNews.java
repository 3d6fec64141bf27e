package io.tocsin.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.model.Alias;
import io.tocsin.model.Condition.Threshold;
import io.tocsin.model.Measure;
import io.tocsin.model.Rule;
import io.tocsin.model.Scope;
import io.tocsin.model.Severity;
import io.tocsin.model.Subject;
import io.tocsin.model.Watchlist;
import io.tocsin.wire.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Invented articles of 2.5 kB, each with twelve of ten thousand subjects, which are met as often as
 * words are (Zipf); so many articles a second of event time, 200 publishers, every fifth article a
 * copy of an earlier one. The same for the same seed.
 */
final class PipelineNews {
  static final int SUBJECTS = 10_000;
  static final int MENTIONS = 12;
  private static final int BYTES = 2_500;
  private static final Instant BEGIN = Instant.parse("2024-03-04T06:00:00Z");
  private static final String[] SYLLABLES =
      "ba do ru mi ke sa vo li ta ne fu gi pa zo ri le mo da ku te".split(" ");

  private final Random random;
  private final int perSecond;
  private final List<String> names = new ArrayList<>();
  private final double[] upTo = new double[SUBJECTS];
  private final List<String> texts = new ArrayList<>();
  private final List<Set<String>> subjects = new ArrayList<>();
  private int number;

  /**
   * @param perSecond articles in a second of event time
   */
  PipelineNews(long seed, int perSecond) {
    random = new Random(seed);
    this.perSecond = perSecond;
    Set<String> all = new LinkedHashSet<>();
    while (all.size() < SUBJECTS) {
      all.add(name(2) + " " + name(3));
    }
    names.addAll(all);
    double sum = 0;
    for (int rank = 0; rank < SUBJECTS; rank++) {
      sum += 1.0 / (rank + 1);
      upTo[rank] = sum;
    }
  }

  /** All subjects, and a rule on every hundredth: more articles in half an hour than ever come. */
  Watchlist watchlist() {
    List<Subject> list = new ArrayList<>();
    List<String> watched = new ArrayList<>();
    for (int rank = 0; rank < SUBJECTS; rank++) {
      String id = "org/" + names.get(rank).toLowerCase(Locale.ROOT).replace(' ', '-');
      list.add(subject(id, names.get(rank)));
      if (rank % 100 == 50) {
        watched.add(id);
      }
    }
    list.sort(Comparator.comparing(Subject::id));
    Threshold never =
        new Threshold(Duration.ofMinutes(30), Measure.ARTICLES, 1_000_000, Duration.ZERO);
    Scope some = new Scope(watched, List.of(), List.of(), false);
    return new Watchlist(
        1,
        Instant.EPOCH,
        list,
        List.of(
            new Rule("never", 1, some, never, Severity.INFO, Rule.DEFAULT_REARM, null, Map.of())));
  }

  /** The next article as a producer sends it. */
  byte[] next() throws JsonProcessingException {
    boolean copy = number > 100 && random.nextInt(5) == 0;
    int story = copy ? texts.size() - 1 - random.nextInt(50) : story();
    Set<String> in = subjects.get(story);
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("id", "n" + number);
    json.put("url", "https://paper.example/news/" + number);
    json.put("source", "paper" + random.nextInt(200));
    json.put("title", "About " + in.iterator().next() + " and others");
    json.put("body", texts.get(story));
    json.put("language", "en");
    json.put("publishedAt", BEGIN.plusMillis(number * 1_000L / perSecond).toString());
    in.forEach(json.putArray("authors")::add);
    number++;
    return Json.MAPPER.writeValueAsBytes(json);
  }

  private int story() {
    Set<String> in = new LinkedHashSet<>();
    while (in.size() < MENTIONS) {
      int found = Arrays.binarySearch(upTo, random.nextDouble() * upTo[SUBJECTS - 1]);
      in.add(names.get(found < 0 ? -found - 1 : found));
    }
    StringBuilder text = new StringBuilder();
    for (String name : in) {
      text.append("It was said in the ").append(name(2)).append(" of ").append(name(3));
      text.append(" that ").append(name).append(" would not go.");
      while (text.length() % 165 < 150) {
        text.append(' ').append(name(2).toLowerCase(Locale.ROOT));
      }
      text.append(". ");
    }
    while (text.length() < BYTES - 450) {
      text.append(name(2).toLowerCase(Locale.ROOT)).append(' ');
    }
    texts.add(text.toString());
    subjects.add(in);
    return texts.size() - 1;
  }

  private String name(int syllables) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < syllables; i++) {
      name.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
    }
    name.setCharAt(0, Character.toUpperCase(name.charAt(0)));
    return name.toString();
  }

  private static Subject subject(String id, String name) {
    return new Subject(
        id,
        name,
        List.of(Alias.of(name)),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        null,
        null);
  }
}
