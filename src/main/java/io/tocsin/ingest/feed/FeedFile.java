package io.tocsin.ingest.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.tocsin.outbound.OutboundPolicy;
import io.tocsin.outbound.OutboundRefusedException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code feeds.yaml}; every problem is told with its line, all of them at once. */
final class FeedFile {
  private static final YAMLFactory YAML = new YAMLFactory();
  private static final List<String> TOP = List.of("contact", "allow", "feeds");
  private static final List<String> ALLOW = List.of("hosts", "ports");
  private static final List<String> FEED =
      List.of("id", "url", "publisher", "language", "section", "interval", "enabled");
  private static final Pattern SHORT_DURATION = Pattern.compile("(\\d{1,5})\\s*(s|m|h|d)");

  private final Path file;
  private final List<String> problems = new ArrayList<>();
  private OutboundPolicy policy = new OutboundPolicy(Set.of(), Set.of());

  FeedFile(Path file) {
    this.file = file;
  }

  FeedList read() {
    if (!Files.exists(file)) {
      return FeedList.EMPTY;
    }
    YamlNode root = null;
    try (YAMLParser parser = YAML.createParser(Files.newInputStream(file))) {
      root = parser.nextToken() == null ? null : YamlNode.read(parser);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      refuse(line, "is not YAML: " + e.getOriginalMessage().lines().findFirst().orElse(""));
    } catch (IOException e) {
      refuse(1, "cannot be read (" + e.getClass().getSimpleName() + ")");
    }
    FeedList list = root == null ? FeedList.EMPTY : list(root);
    if (!problems.isEmpty()) {
      throw new FeedListException(problems);
    }
    return list;
  }

  private FeedList list(YamlNode root) {
    if (!(root instanceof YamlNode.Fields fields)) {
      refuse(root.line(), "a list of feeds begins with `feeds:`");
      return FeedList.EMPTY;
    }
    check(fields, TOP);
    Set<String> hosts = new LinkedHashSet<>();
    Set<Integer> ports = new LinkedHashSet<>();
    if (fields.fields().get("allow") instanceof YamlNode.Fields allow) {
      check(allow, ALLOW);
      hosts.addAll(texts(allow, "hosts"));
      texts(allow, "ports").forEach(port -> ports.add(port(allow.line(), port)));
    }
    policy = new OutboundPolicy(hosts, ports);
    List<FeedSource> feeds = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    if (fields.fields().get("feeds") instanceof YamlNode.Items items) {
      for (YamlNode item : items.items()) {
        FeedSource feed = feed(item);
        if (feed != null && !ids.add(feed.id())) {
          refuse(item.line(), "the id " + feed.id() + " is taken by a feed above");
        } else if (feed != null) {
          feeds.add(feed);
        }
      }
    } else if (fields.fields().get("feeds") instanceof YamlNode.Fields other) {
      refuse(other.line(), "feeds is a list: begin each feed with `- id: NAME`");
    }
    String contact = text(fields, "contact");
    return new FeedList(contact == null ? "" : oneLine(fields, contact), hosts, ports, feeds);
  }

  private @Nullable FeedSource feed(YamlNode node) {
    if (!(node instanceof YamlNode.Fields fields)) {
      refuse(node.line(), "a feed is made of `name: value` lines, with id and url at least");
      return null;
    }
    check(fields, FEED);
    String id = text(fields, "id");
    String url = text(fields, "url");
    if (id == null || !id.matches("[a-z0-9][a-z0-9._-]{0,99}")) {
      refuse(fields.line(), "id is missing or not of lower-case letters, digits, '.', '_' and '-'");
      return null;
    }
    if (url == null) {
      refuse(fields.line(), "the feed " + id + " has no url");
      return null;
    }
    return new FeedSource(
        id,
        url(fields, url),
        text(fields, "publisher"),
        language(fields),
        text(fields, "section"),
        interval(fields),
        enabled(fields));
  }

  private String url(YamlNode.Fields fields, String url) {
    try {
      policy.checkForm(new URI(url));
    } catch (URISyntaxException e) {
      refuse(line(fields, "url"), "the url is none: " + e.getReason());
    } catch (OutboundRefusedException e) {
      refuse(line(fields, "url"), String.valueOf(e.getMessage()));
    }
    return url;
  }

  private @Nullable String language(YamlNode.Fields fields) {
    String language = text(fields, "language");
    if (language != null && !language.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")) {
      refuse(line(fields, "language"), "language is a tag such as en or pt-BR");
    }
    return language;
  }

  private Duration interval(YamlNode.Fields fields) {
    String text = text(fields, "interval");
    if (text == null) {
      return FeedSource.USUAL_INTERVAL;
    }
    Duration interval = duration(text);
    if (interval == null
        || interval.compareTo(FeedSource.SHORTEST_INTERVAL) < 0
        || interval.compareTo(Duration.ofDays(30)) > 0) {
      refuse(line(fields, "interval"), "interval is a time from 1m to 30d, such as 15m or 1h");
      return FeedSource.USUAL_INTERVAL;
    }
    return interval;
  }

  private static @Nullable Duration duration(String text) {
    Matcher parts = SHORT_DURATION.matcher(text.toLowerCase(Locale.ROOT));
    if (parts.matches()) {
      return Duration.parse(
          parts.group(2).equals("d")
              ? "P" + parts.group(1) + "D"
              : "PT" + parts.group(1) + parts.group(2).toUpperCase(Locale.ROOT));
    }
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private boolean enabled(YamlNode.Fields fields) {
    String text = text(fields, "enabled");
    if (text != null && !text.equals("true") && !text.equals("false")) {
      refuse(line(fields, "enabled"), "enabled is true or false");
    }
    return text == null || text.equals("true");
  }

  private String oneLine(YamlNode.Fields fields, String contact) {
    if (!contact.matches("[\\x20-\\x7E&&[^()]]{1,200}")) {
      refuse(line(fields, "contact"), "contact is a mail or web address in ASCII");
    }
    return contact;
  }

  private int port(int line, String text) {
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
      refuse(line, "'" + text + "' is no port");
      return 0;
    }
    return Integer.parseInt(text);
  }

  private List<String> texts(YamlNode.Fields fields, String name) {
    List<String> texts = new ArrayList<>();
    if (fields.fields().get(name) instanceof YamlNode.Items items) {
      for (YamlNode item : items.items()) {
        if (item instanceof YamlNode.Text text) {
          texts.add(text.value());
        } else {
          refuse(item.line(), name + " holds plain values only");
        }
      }
    } else if (fields.fields().containsKey(name)) {
      refuse(line(fields, name), name + " is a list, such as [one, two]");
    }
    return texts;
  }

  private @Nullable String text(YamlNode.Fields fields, String name) {
    YamlNode node = fields.fields().get(name);
    if (node instanceof YamlNode.Text text) {
      return text.value().isBlank() ? null : text.value().strip();
    }
    if (node != null) {
      refuse(node.line(), name + " is a plain value");
    }
    return null;
  }

  private static int line(YamlNode.Fields fields, String name) {
    YamlNode node = fields.fields().get(name);
    return node == null ? fields.line() : node.line();
  }

  private void check(YamlNode.Fields fields, List<String> known) {
    fields
        .fields()
        .forEach(
            (name, node) -> {
              if (!known.contains(name)) {
                refuse(node.line(), "'" + name + "' is not known here; there is " + known);
              }
            });
    fields.twice().forEach(name -> refuse(fields.line(), "'" + name + "' stands there twice"));
  }

  private void refuse(int line, String problem) {
    problems.add(file + " line " + line + ": " + problem);
  }
}
