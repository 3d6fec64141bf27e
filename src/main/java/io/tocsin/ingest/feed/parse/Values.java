package io.tocsin.ingest.feed.parse;

import io.tocsin.ingest.feed.parse.FeedText.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** What elements hold: texts with their kind, names of people, words. */
final class Values {
  private static final int MOST_WORDS = 20;
  private static final int LONGEST_WORD = 200;
  private static final Pattern MAIL_NAME = Pattern.compile("\\S+@\\S+\\s*\\(([^)]+)\\)");
  private static final Pattern NAME_MAIL = Pattern.compile("([^<(]+?)\\s*[<(]\\S+@\\S+[>)]");

  private Values() {}

  /** A text of RSS, which says nothing about its kind. */
  static FeedText unsaid(@Nullable Element element) {
    return element == null ? FeedText.NONE : new FeedText(inner(element), Kind.UNSAID);
  }

  /** A text of Atom by its {@code type}, and its {@code mode} in Atom 0.3. */
  static FeedText atom(@Nullable Element element) {
    if (element == null) {
      return FeedText.NONE;
    }
    String type = element.attr("type").strip().toLowerCase(Locale.ROOT);
    String inner = inner(element);
    if (element.attr("mode").equalsIgnoreCase("base64")
        || type.equals("application/octet-stream")) {
      return new FeedText(decoded(inner), Kind.UNSAID);
    }
    if (type.contains("xhtml")) {
      return new FeedText(withoutDiv(element), Kind.HTML);
    }
    if (type.contains("html")) {
      return new FeedText(inner, Kind.HTML);
    }
    boolean plain = type.equals("text") || type.equals("text/plain");
    boolean tags = element.firstElementChild() != null;
    return new FeedText(inner, plain && !tags ? Kind.PLAIN : Kind.UNSAID);
  }

  /** What stands between the tags of an element; tags that nobody escaped stay tags. */
  static String inner(Element element) {
    StringBuilder inner = new StringBuilder();
    for (Node node : element.childNodes()) {
      if (node instanceof TextNode text) {
        inner.append(text.getWholeText());
      } else {
        inner.append(node.outerHtml());
      }
    }
    return inner.toString().strip();
  }

  /** XHTML stands in one div, which is not part of it; its text is escaped as HTML wants it. */
  private static String withoutDiv(Element element) {
    Element first = element.firstElementChild();
    if (first == null || element.childrenSize() > 1 || !Names.of(first).endsWith("div")) {
      return element.html().strip();
    }
    return first.html().strip();
  }

  private static String decoded(String base64) {
    try {
      return new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.UTF_8).strip();
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /** Names of people, without their mail addresses; each once. */
  static List<String> people(List<Element> elements) {
    Set<String> people = new LinkedHashSet<>();
    for (Element element : elements) {
      String name = FeedText.unescaped(element.wholeText()).replaceAll("\\s+", " ").strip();
      Matcher mailFirst = MAIL_NAME.matcher(name);
      Matcher nameFirst = NAME_MAIL.matcher(name);
      if (mailFirst.matches()) {
        name = mailFirst.group(1).strip();
      } else if (nameFirst.matches()) {
        name = nameFirst.group(1).strip();
      } else if (name.matches("\\S+@\\S+")) {
        name = "";
      }
      add(people, name);
    }
    return List.copyOf(people);
  }

  /** Short texts such as categories; each once. */
  static List<String> words(List<String> texts) {
    Set<String> words = new LinkedHashSet<>();
    texts.forEach(text -> add(words, FeedText.unescaped(text).replaceAll("\\s+", " ").strip()));
    return new ArrayList<>(words);
  }

  private static void add(Set<String> words, String word) {
    if (!word.isEmpty() && word.length() <= LONGEST_WORD && words.size() < MOST_WORDS) {
      words.add(word);
    }
  }
}
