package io.tocsin.wire.watchlist;

import io.tocsin.model.Subject;
import io.tocsin.model.Weights;
import io.tocsin.wire.watchlist.Value.Entry;
import io.tocsin.wire.watchlist.Value.Mapping;
import io.tocsin.wire.watchlist.Value.Scalar;
import io.tocsin.wire.watchlist.Value.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a subject: what it is called, or the query or weighted list that finds it. */
final class SubjectFormat {
  /** Longest name, alias or group. */
  static final int LONGEST_TEXT = 200;

  /** Longest query, in characters. */
  static final int LONGEST_QUERY = 20_000;

  private static final List<String> KEYS =
      List.of(
          "id",
          "name",
          "aliases",
          "names",
          "short",
          "demonyms",
          "contains",
          "groups",
          "wikidata",
          "mediaTopic",
          "query",
          "weights");
  private static final Pattern WIKIDATA = Pattern.compile("Q[1-9][0-9]{0,11}");
  private static final Pattern MEDIA_TOPIC = Pattern.compile("medtop:[0-9]{8}");
  private static final int LARGEST_WEIGHT = 1_000_000;

  private SubjectFormat() {}

  /**
   * One subject.
   *
   * @return null when anything is wrong with it; the problems say what
   */
  static @Nullable Subject read(Value value, Report outer) {
    int before = outer.problems().size();
    if (!(value instanceof Mapping mapping)) {
      outer.problem(
          value,
          "a subject must be a set of keys such as {id: place/kp, name: North Korea, aliases: [North Korea]}, not "
              + value.what());
      return null;
    }
    Fields anonymous = new Fields(mapping, "a subject", KEYS, outer.withId(idOf(mapping)));
    String id = anonymous.needed("id", LONGEST_TEXT * 2, "id: person/kim-jong-un");
    Value idValue = anonymous.value("id");
    if (id != null && idValue != null) {
      Ids.isSubject(idValue, id, anonymous.report());
    }
    Fields fields = anonymous.under(id);
    Subject subject = subject(fields, String.valueOf(id));
    checkWaysToFind(fields, subject);
    return outer.problems().size() > before ? null : subject;
  }

  /** The id as written, so that a problem with another key can name it. */
  static @Nullable String idOf(Mapping mapping) {
    for (Entry entry : mapping.entries()) {
      if (entry.key().text().equals("id")
          && entry.value() instanceof Scalar scalar
          && !scalar.text().isBlank()) {
        return Texts.shorten(scalar.text());
      }
    }
    return null;
  }

  private static Subject subject(Fields fields, String id) {
    String name = fields.needed("name", LONGEST_TEXT, "name: Kim Jong Un");
    return new Subject(
        id,
        String.valueOf(name),
        AliasFormat.read(fields),
        fields.texts("short", LONGEST_TEXT),
        fields.texts("demonyms", LONGEST_TEXT),
        contains(fields),
        fields.texts("groups", LONGEST_TEXT),
        wikidata(fields),
        mediaTopic(fields),
        fields.text("query", LONGEST_QUERY),
        weights(fields));
  }

  private static List<String> contains(Fields fields) {
    List<String> ids = new ArrayList<>();
    for (Value item : fields.items("contains")) {
      String id = Fields.text(item, "an entry of 'contains'", LONGEST_TEXT * 2, fields.report());
      if (id != null && Ids.isSubject(item, id, fields.report())) {
        fields.report().refersTo(item, false, id);
        ids.add(id);
      }
    }
    return ids;
  }

  private static @Nullable String wikidata(Fields fields) {
    String item = fields.text("wikidata", LONGEST_TEXT);
    Value value = fields.value("wikidata");
    if (item != null && value != null && !WIKIDATA.matcher(item).matches()) {
      fields
          .report()
          .problem(
              value, "'wikidata' must be an item such as Q423, not '" + Texts.shorten(item) + "'");
    }
    return item;
  }

  private static @Nullable String mediaTopic(Fields fields) {
    String topic = fields.text("mediaTopic", LONGEST_TEXT);
    Value value = fields.value("mediaTopic");
    if (topic != null && value != null && !MEDIA_TOPIC.matcher(topic).matches()) {
      fields
          .report()
          .problem(
              value,
              "'mediaTopic' must be a code of the IPTC such as medtop:11000000 (politics), not '"
                  + Texts.shorten(topic)
                  + "'");
    }
    return topic;
  }

  private static @Nullable Weights weights(Fields fields) {
    Fields weights = fields.fields("weights", "'weights'", List.of("threshold", "terms"));
    if (weights == null) {
      return null;
    }
    Integer threshold = weights.number("threshold", 1, LARGEST_WEIGHT);
    if (!weights.has("threshold")) {
      weights.missing("threshold", "threshold: 10");
    }
    Mapping terms = weights.nested("terms");
    if (!weights.has("terms") || (terms != null && terms.entries().isEmpty())) {
      weights.missing("terms", "terms: {embargo: 5}");
    }
    Map<String, Integer> weightByTerm = new LinkedHashMap<>();
    for (Entry entry : terms == null ? List.<Entry>of() : terms.entries()) {
      String term = Fields.text(entry.key(), "a term", LONGEST_TEXT, weights.report());
      Integer weight =
          Fields.number(
              entry.value(),
              "the weight of a term",
              -LARGEST_WEIGHT,
              LARGEST_WEIGHT,
              weights.report());
      if (term != null && weight != null) {
        weightByTerm.put(term, weight);
      }
    }
    return threshold == null ? null : new Weights(threshold, weightByTerm);
  }

  private static void checkWaysToFind(Fields fields, Subject subject) {
    boolean named = fields.has("aliases") || fields.has("names");
    List<String> ways = new ArrayList<>(named ? List.of("aliases") : List.of());
    List.of("query", "weights").stream().filter(fields::has).forEach(ways::add);
    if (ways.isEmpty() || (named && subject.aliases().isEmpty() && isEmptyList(fields))) {
      fields.missing("aliases", "aliases: [Kim Jong Un]; or give a query or weights");
    } else if (ways.size() > 1) {
      fields
          .report()
          .problem(
              fields.mapping(),
              "a subject has only one of aliases, query and weights, not "
                  + String.join(" and ", ways)
                  + "; make two subjects");
    } else if (!named && (fields.has("short") || fields.has("demonyms"))) {
      fields
          .report()
          .problem(
              fields.mapping(),
              "'short' and 'demonyms' go with aliases, not with " + ways.get(0) + "; remove them");
    }
  }

  /** Whether nothing but an empty list of aliases, or an empty set of names, was written. */
  private static boolean isEmptyList(Fields fields) {
    boolean noAliases =
        !fields.has("aliases")
            || (fields.value("aliases") instanceof Sequence aliases && aliases.items().isEmpty());
    boolean noNames =
        !fields.has("names")
            || (fields.value("names") instanceof Mapping names && names.entries().isEmpty());
    return noAliases && noNames;
  }
}
