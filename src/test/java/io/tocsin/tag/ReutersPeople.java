package io.tocsin.tag;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tocsin.model.Alias;
import io.tocsin.model.Article;
import io.tocsin.model.Subject;
import io.tocsin.model.Watchlist;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * Wire stories with the people that readers labelled them with, and a watchlist made of those
 * people.
 *
 * @param stories all stories
 * @param labels by id of story, the labels of its people
 */
record ReutersPeople(List<Article> stories, Map<String, Set<String>> labels) {
  private static final int MOST_PEOPLE = 100;

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Ways to write people that a label does not hold; {@code 's} is no part of a word. */
  private static final Map<String, List<String>> TITLED =
      Map.of(
          "james-baker", List.of("Treasury Secretary Baker", "Treasury's Baker"),
          "howard-baker", List.of("Chief of Staff Baker", "White House's Baker"));

  /** Surnames of other labels that are ordinary words, with the first name of the bearer. */
  private static final Map<String, String> ORDINARY =
      Map.of(
          "bond", "Alan",
          "sterling", "Mary",
          "poole", "William",
          "prior", "Michel",
          "banks", "Henry",
          "young", "Andrew");

  static ReutersPeople read(Path folder) throws IOException {
    Map<String, Set<String>> labels = new HashMap<>();
    for (JsonNode label : lines(folder.resolve("reuters-1987-spring.labels.jsonl.gz"))) {
      Set<String> people = new HashSet<>();
      label.path("people").forEach(person -> people.add(person.asText()));
      labels.put(label.path("id").asText(), people);
    }
    List<Article> stories = new ArrayList<>();
    for (JsonNode story : lines(folder.resolve("reuters-1987-spring.jsonl.gz"))) {
      stories.add(
          new Article(
              story.path("id").asText(),
              null,
              "reuters",
              story.path("title").asText(""),
              "",
              story.path("body").asText(""),
              "en",
              null,
              List.of(),
              null,
              null));
    }
    return new ReutersPeople(stories, labels);
  }

  /** The people labelled most often: the whole label as a name, its last word as a short form. */
  Watchlist people() {
    Map<String, Integer> frequency = new HashMap<>();
    labels
        .values()
        .forEach(people -> people.forEach(person -> frequency.merge(person, 1, Integer::sum)));
    Comparator<String> often = Comparator.comparing(frequency::get);
    return Watch.list(
        frequency.keySet().stream()
            .sorted(often.reversed().thenComparing(Comparator.naturalOrder()))
            .limit(MOST_PEOPLE)
            .map(ReutersPeople::person)
            .toArray(Subject[]::new));
  }

  /** People whose surnames are ordinary words: each once with a full name, once with none. */
  static Watchlist ordinaryWords() {
    List<Subject> subjects = new ArrayList<>();
    ORDINARY.forEach(
        (surname, first) -> {
          subjects.add(Watch.withShort("person/" + surname, first + " " + surname, surname));
          subjects.add(Watch.subject("person/bare-" + surname, surname));
        });
    return Watch.list(subjects.toArray(Subject[]::new));
  }

  private static Subject person(String label) {
    String name = label.replace('-', ' ');
    List<Alias> aliases = TITLED.getOrDefault(label, List.of()).stream().map(Alias::of).toList();
    List<String> shorts =
        name.contains(" ") ? List.of(name.substring(name.lastIndexOf(' ') + 1)) : List.of();
    return new Subject(
        "person/" + label,
        name,
        aliases,
        shorts,
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        null,
        null);
  }

  private static List<JsonNode> lines(Path file) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      String line;
      while ((line = reader.readLine()) != null) {
        lines.add(JSON.readTree(line));
      }
    }
    return lines;
  }
}
