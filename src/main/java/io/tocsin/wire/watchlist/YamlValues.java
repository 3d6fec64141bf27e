package io.tocsin.wire.watchlist;

import io.tocsin.wire.watchlist.Value.Entry;
import io.tocsin.wire.watchlist.Value.Mapping;
import io.tocsin.wire.watchlist.Value.Scalar;
import io.tocsin.wire.watchlist.Value.Sequence;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.events.StreamEndEvent;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads YAML by its events alone. Nothing is constructed or resolved, so that no tag can name a
 * class, no word turns into a truth value, and an alias bomb ends at its first alias.
 */
final class YamlValues {
  /** The format needs seven levels; a reader that recurses must have an end. */
  private static final int DEEPEST = 20;

  private final String file;
  private final Problems problems;
  private final Iterator<Event> events;

  private YamlValues(String file, Problems problems, Iterator<Event> events) {
    this.file = file;
    this.problems = problems;
    this.events = events;
  }

  /**
   * The one document of a file.
   *
   * @return null when it is no such document; the problems say why
   */
  static @Nullable Value read(String file, String text, Problems problems) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    try {
      Iterator<Event> events = new Yaml(options).parse(new StringReader(text)).iterator();
      return new YamlValues(file, problems, events).document();
    } catch (MarkedYAMLException e) {
      problems.add(place(file, e.getProblemMark()), null, "is not YAML: " + explain(e, text));
    } catch (ReaderException e) {
      problems.add(unreadableCharacter(file, text));
    } catch (Refused e) {
      problems.add(e.place, null, e.why);
    }
    return null;
  }

  private @Nullable Value document() {
    events.next();
    Event first = events.next();
    if (!(first instanceof DocumentStartEvent)) {
      throw new Refused(
          new Place(file, 1, 1),
          "holds nothing; is it half-written? A file without entries says 'subjects: []'");
    }
    Value value = value(events.next(), 0);
    events.next();
    Event last = events.next();
    if (!(last instanceof StreamEndEvent)) {
      throw new Refused(
          place(file, last.getStartMark()),
          "holds a second document; remove the line '---' or make two files");
    }
    return value;
  }

  private Value value(Event event, int depth) {
    Place place = place(file, event.getStartMark());
    refuseReferences(event, place);
    if (depth > DEEPEST) {
      throw new Refused(place, "is nested deeper than " + DEEPEST + " levels");
    }
    if (event instanceof ScalarEvent scalar) {
      return new Scalar(scalar.getValue(), scalar.isPlain(), place);
    }
    if (event instanceof SequenceStartEvent) {
      List<Value> items = new ArrayList<>();
      for (Event next = events.next(); !(next instanceof SequenceEndEvent); next = events.next()) {
        items.add(value(next, depth + 1));
      }
      return new Sequence(items, place);
    }
    if (event instanceof MappingStartEvent) {
      return mapping(place, depth);
    }
    throw new IllegalStateException("unexpected YAML event at " + place + ": " + event);
  }

  private Mapping mapping(Place place, int depth) {
    List<Entry> entries = new ArrayList<>();
    Map<String, Place> seen = new HashMap<>();
    for (Event next = events.next(); !(next instanceof MappingEndEvent); next = events.next()) {
      Value key = value(next, depth + 1);
      Value value = value(events.next(), depth + 1);
      if (!(key instanceof Scalar word)) {
        throw new Refused(key.place(), "a key must be a word, not " + key.what());
      }
      Place before = seen.putIfAbsent(word.text(), word.place());
      if (before == null) {
        entries.add(new Entry(word, value));
      } else {
        problems.add(
            word.place(),
            null,
            "key '"
                + Texts.shorten(word.text())
                + "' stands twice; the first is in line "
                + before.line());
      }
    }
    return new Mapping(entries, place);
  }

  private static void refuseReferences(Event event, Place place) {
    if (event instanceof AliasEvent alias) {
      throw new Refused(
          place,
          "references of YAML (*"
              + alias.getAnchor()
              + ") are refused; put the text in quotes when a star is meant");
    }
    if (event instanceof NodeEvent node && node.getAnchor() != null) {
      throw new Refused(
          place,
          "anchors of YAML (&"
              + node.getAnchor()
              + ") are refused; put the text in quotes when an ampersand is meant");
    }
    String tag = tag(event);
    if (tag != null && !tag.equals("!")) {
      throw new Refused(
          place,
          "tags of YAML ("
              + Texts.shorten(tag)
              + ") are refused; put the text in quotes when an exclamation mark is meant");
    }
  }

  private static @Nullable String tag(Event event) {
    if (event instanceof ScalarEvent scalar) {
      return scalar.getTag();
    }
    if (event instanceof SequenceStartEvent sequence) {
      return sequence.getTag();
    }
    return event instanceof MappingStartEvent mapping ? mapping.getTag() : null;
  }

  private static String explain(MarkedYAMLException e, String text) {
    String problem = e.getProblem() == null ? "its shape is broken" : e.getProblem();
    String context = e.getContext() == null ? "" : e.getContext() + ", ";
    Mark mark = e.getProblemMark();
    if (mark != null && mark.getIndex() >= text.codePointCount(0, text.length())) {
      return context + problem + "; the file ends here: is it half-written?";
    }
    if (problem.contains("mapping values are not allowed")) {
      return context + problem + "; put text that holds ': ' in quotes, and check the indentation";
    }
    return context
        + problem
        + (problem.contains("cannot start any token") ? "; put the text in quotes" : "");
  }

  /** YAML knows characters that may not stand in it; the parser's own message has no line. */
  private static Problem unreadableCharacter(String file, String text) {
    int line = 1;
    int column = 1;
    int character = 0;
    for (int at = 0; at < text.length(); at += Character.charCount(character)) {
      character = text.codePointAt(at);
      if (!StreamReader.isPrintable(character)) {
        break;
      }
      column = character == '\n' ? 1 : column + 1;
      line += character == '\n' ? 1 : 0;
    }
    return new Problem(
        file,
        line,
        column,
        null,
        String.format("holds the character U+%04X, which text cannot hold; remove it", character));
  }

  private static Place place(String file, @Nullable Mark mark) {
    return mark == null
        ? Place.of(file)
        : new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
  }

  /** Ends the reading of one file. */
  private static final class Refused extends RuntimeException {
    private final transient Place place;
    private final String why;

    Refused(Place place, String why) {
      super(why);
      this.place = place;
      this.why = why;
    }
  }
}
