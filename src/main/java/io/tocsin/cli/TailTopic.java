package io.tocsin.cli;

import io.tocsin.model.Alert;
import io.tocsin.model.SubjectCount;
import io.tocsin.model.TaggedArticle;
import io.tocsin.wire.Topic;
import io.tocsin.wire.Topics;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** What can be followed, and how one record looks in columns. */
enum TailTopic {
  ARTICLES,
  COUNTS,
  ALERTS;

  private Topic<String, ?> topic() {
    return switch (this) {
      case ARTICLES -> Topics.TAGGED;
      case COUNTS -> Topics.COUNTS;
      case ALERTS -> Topics.ALERTS;
    };
  }

  /** Columns of each cell; 0 takes what is left. */
  private List<Integer> widths() {
    return switch (this) {
      case ARTICLES -> List.of(20, 16, 0, 30);
      case COUNTS -> List.of(20, 0, 8, 8, 8);
      case ALERTS -> List.of(20, 9, 24, 24, 0);
    };
  }

  /** Full name of the topic. */
  String name(String prefix) {
    return topic().name(prefix);
  }

  /** The word on the command line. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The head of the columns. */
  String head(int columns) {
    return row(
        switch (this) {
          case ARTICLES -> List.of("PUBLISHED", "PUBLISHER", "TITLE", "SUBJECTS");
          case COUNTS -> List.of("START", "SUBJECT", "ARTICLES", "STORIES", "VOICES");
          case ALERTS -> List.of("CHANGED", "STATE", "RULE", "SUBJECT", "SUMMARY");
        },
        columns);
  }

  /**
   * One record as a row.
   *
   * @throws org.apache.kafka.common.errors.SerializationException when the value is not of this
   *     topic
   */
  String row(byte[] value, int columns) {
    Object read = topic().value().deserializer().deserialize(topic().suffix(), value);
    if (read instanceof TaggedArticle article) {
      return row(cells(article), columns);
    }
    if (read instanceof SubjectCount count) {
      return row(cells(count), columns);
    }
    return row(cells((Alert) read), columns);
  }

  private static List<String> cells(TaggedArticle tagged) {
    String subjects =
        tagged.mentions().stream()
            .map(mention -> mention.subject().name())
            .collect(Collectors.joining(", "));
    String title = Objects.requireNonNullElse(tagged.article().title(), tagged.id());
    return List.of(tagged.eventTime().toString(), tagged.publisher(), title, subjects);
  }

  private static List<String> cells(SubjectCount count) {
    return List.of(
        count.start().toString(),
        count.subject().name(),
        Long.toString(count.articles()),
        Long.toString(count.stories()),
        Long.toString(count.voices()));
  }

  private static List<String> cells(Alert alert) {
    return List.of(
        alert.changedAt().toString(),
        alert.state().word(),
        alert.rule(),
        alert.subject().name(),
        alert.summary());
  }

  /** Fits cells to the widths. */
  private String row(List<String> cells, int columns) {
    List<Integer> widths = widths();
    int fixed = widths.stream().mapToInt(Integer::intValue).sum() + 2 * (widths.size() - 1);
    StringBuilder row = new StringBuilder();
    for (int column = 0; column < cells.size(); column++) {
      int width = widths.get(column) == 0 ? Math.max(12, columns - fixed) : widths.get(column);
      row.append(column == 0 ? "" : "  ").append(Terminal.fit(cells.get(column), width));
    }
    return row.toString().stripTrailing();
  }
}
