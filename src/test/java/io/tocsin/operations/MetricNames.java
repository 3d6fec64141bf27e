package io.tocsin.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of metrics: those that a query asks for, and those that the page about metrics lists. */
final class MetricNames {
  private static final Path PAGE = Path.of("docs", "metrics.md");
  private static final Pattern STRING = Pattern.compile("\"[^\"]*\"");
  private static final Pattern NAME =
      Pattern.compile(
          "(?<![\\w:.$])(?:(?:tocsin|kafka|jvm|process|system)_\\w+|up(?=\\{))(?![\\w:(])");
  private static final Pattern LISTED = Pattern.compile("`([a-z][a-z0-9_]*)\\*?`");
  private static final Pattern OF_HISTOGRAM = Pattern.compile("_(bucket|count|sum)$");

  private final Set<String> listed;

  private MetricNames(Set<String> listed) {
    this.listed = listed;
  }

  /** Metrics in a query; recorded series, whose names have a colon, are not among them. */
  static Set<String> in(String expression) {
    Set<String> names = new TreeSet<>();
    Matcher matcher = NAME.matcher(STRING.matcher(expression).replaceAll("\"\""));
    while (matcher.find()) {
      names.add(matcher.group());
    }
    return names;
  }

  /** What {@code docs/metrics.md} lists between backticks. */
  static MetricNames documented() throws IOException {
    Set<String> names = new TreeSet<>();
    Matcher matcher = LISTED.matcher(Files.readString(PAGE));
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return new MetricNames(names);
  }

  /**
   * Whether a name is listed: by itself, as a part of a histogram, or by a beginning that ends in
   * {@code _}.
   */
  boolean contains(String name) {
    return name.equals("up")
        || listed.contains(name)
        || listed.contains(name.replaceFirst("_total$", ""))
        || listed.contains(OF_HISTOGRAM.matcher(name).replaceFirst(""))
        || listed.stream().anyMatch(part -> part.endsWith("_") && name.startsWith(part));
  }
}
