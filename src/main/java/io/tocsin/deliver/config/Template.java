package io.tocsin.deliver.config;

import io.tocsin.model.Alert;
import io.tocsin.model.Evidence;
import io.tocsin.settings.NearestName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The line that stands for one alert in a message for people, with variables such as {@code
 * {summary}}. What is put in is escaped by the format that asks; what the author wrote is not.
 */
public final class Template {

  private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)\\}");
  private static final String LABEL = "labels.";
  private static final Map<String, Function<Alert, String>> VALUES = values();

  private final List<Part> parts;

  private Template(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  /** A text of the author, or a value. */
  private record Part(String text, boolean value) {}

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException when it has an unknown variable; the message says which
   */
  public static Template of(String text) {
    List<Part> parts = new ArrayList<>();
    Matcher place = PLACE.matcher(text);
    int from = 0;
    while (place.find()) {
      String name = place.group(1);
      if (!VALUES.containsKey(name) && !name.startsWith(LABEL)) {
        String meant =
            NearestName.among(VALUES.keySet(), name)
                .map(near -> "did you mean {" + near + "}?")
                .orElse("there are " + String.join(", ", VALUES.keySet()) + ", labels.NAME");
        throw new IllegalArgumentException("{" + name + "} is no variable; " + meant);
      }
      parts.add(new Part(text.substring(from, place.start()), false));
      parts.add(new Part(name, true));
      from = place.end();
    }
    parts.add(new Part(text.substring(from), false));
    return new Template(parts);
  }

  /**
   * The line for an alert.
   *
   * @param escape what the format does to values
   */
  public String render(Alert alert, UnaryOperator<String> escape) {
    StringBuilder line = new StringBuilder();
    for (Part part : parts) {
      line.append(part.value() ? escape.apply(value(alert, part.text())) : part.text());
    }
    return line.toString();
  }

  private static String value(Alert alert, String name) {
    if (name.startsWith(LABEL)) {
      return alert.labels().getOrDefault(name.substring(LABEL.length()), "");
    }
    return VALUES.getOrDefault(name, one -> "").apply(alert);
  }

  private static Map<String, Function<Alert, String>> values() {
    Map<String, Function<Alert, String>> values = new LinkedHashMap<>();
    values.put("state", alert -> alert.state().word());
    values.put("severity", alert -> alert.severity().word());
    values.put("rule", Alert::rule);
    values.put("subject", alert -> alert.subject().name());
    values.put("summary", Alert::summary);
    values.put("measure", alert -> alert.measure().word());
    values.put("observed", alert -> Long.toString(alert.observed().of(alert.measure())));
    values.put("expected", alert -> number(alert.expected()));
    values.put("score", alert -> alert.score() == null ? "" : number(alert.score()));
    values.put("reason", alert -> alert.reason().word());
    values.put("startsAt", alert -> alert.startsAt().toString());
    values.put("changedAt", alert -> alert.changedAt().toString());
    values.put("id", Alert::id);
    values.put("title", alert -> first(alert, Evidence::title));
    values.put("url", alert -> first(alert, Evidence::url));
    values.put("publisher", alert -> first(alert, Evidence::publisher));
    values.put("snippet", alert -> first(alert, Evidence::snippet));
    return values;
  }

  private static String first(Alert alert, Function<Evidence, @Nullable String> part) {
    if (alert.evidence().isEmpty()) {
      return "";
    }
    String text = part.apply(alert.evidence().get(0));
    return text == null ? "" : text;
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.2f", value);
  }
}
