package io.tocsin.tag;

import io.tocsin.model.Field;
import io.tocsin.tag.query.Attribute;
import io.tocsin.tag.query.Query;
import io.tocsin.tag.query.Query.Anchor;
import io.tocsin.tag.query.Query.And;
import io.tocsin.tag.query.Query.In;
import io.tocsin.tag.query.Query.Meta;
import io.tocsin.tag.query.Query.Near;
import io.tocsin.tag.query.Query.Not;
import io.tocsin.tag.query.Query.Or;
import io.tocsin.tag.query.Query.Same;
import io.tocsin.tag.query.Query.Weighted;
import io.tocsin.tag.query.QueryPrinter;
import io.tocsin.tag.query.Zone;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds queries that contradict themselves: what they ask for implies what they exclude, or is
 * asked for where it cannot be. It sees the contradictions that people write, not all that logic
 * knows.
 */
final class NeverMatches {

  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

  /** Something that must, or must not, stand in all these zones at once. */
  private record Placed(Query what, Set<Zone> zones) {}

  private final List<Placed> demanded = new ArrayList<>();
  private final List<Placed> excluded = new ArrayList<>();
  private final List<Meta> attributes = new ArrayList<>();

  private NeverMatches() {}

  /** Why a query can never match, when that is plain to see. */
  static Optional<String> reason(Query query) {
    NeverMatches whole = new NeverMatches();
    whole.collect(query, EnumSet.noneOf(Zone.class));
    return whole
        .contradiction()
        .or(() -> ofOperands(query, EnumSet.noneOf(Zone.class)))
        .map(reason -> "the query can never match: " + reason);
  }

  private Optional<String> contradiction() {
    for (Placed no : excluded) {
      for (Placed asked : demanded) {
        if (Implication.holds(asked.what(), no.what()) && asked.zones().containsAll(no.zones())) {
          return Optional.of(
              "it asks for what NOT '" + QueryPrinter.print(no.what()) + "' excludes");
        }
      }
    }
    for (Meta one : attributes) {
      for (Meta other : attributes) {
        if (differ(one, other)) {
          return Optional.of(
              QueryPrinter.print(one)
                  + " and "
                  + QueryPrinter.print(other)
                  + " exclude each other");
        }
      }
    }
    return Optional.empty();
  }

  /** Collects what stands in every match, and what stands in none. */
  private void collect(Query query, Set<Zone> zones) {
    if (query instanceof Anchor) {
      demanded.add(new Placed(query, zones));
    } else if (query instanceof Meta meta) {
      attributes.add(meta);
    } else if (query instanceof In in) {
      collect(in.operand(), with(zones, in.zone()));
    } else if (query instanceof Not not) {
      exclude(not.operand(), zones);
    } else if (!(query instanceof Or || query instanceof Weighted)) {
      query.operands().forEach(operand -> collect(operand, zones));
    }
  }

  private void exclude(Query query, Set<Zone> zones) {
    if (query instanceof Anchor) {
      excluded.add(new Placed(query, zones));
    } else if (query instanceof In in) {
      exclude(in.operand(), with(zones, in.zone()));
    } else if (query instanceof Or) {
      query.operands().forEach(operand -> exclude(operand, zones));
    }
  }

  private static boolean differ(Meta one, Meta other) {
    if (one.attribute() != other.attribute()) {
      return false;
    }
    return switch (one.attribute()) {
      case SOURCE -> false; // an article has a domain and a name
      case SECTION -> !one.value().equals(other.value());
      case LANGUAGE ->
          !one.value().startsWith(other.value()) && !other.value().startsWith(one.value());
      case PUBLISHED -> Times.exclude(one, other);
    };
  }

  /** Why parts that every match needs can never match themselves. */
  private static Optional<String> ofOperands(Query query, Set<Zone> zones) {
    if (query instanceof Anchor) {
      return fields(query, zones).isEmpty()
          ? Optional.of("'" + QueryPrinter.print(query) + "' is asked for in two fields at once")
          : Optional.empty();
    }
    if (query instanceof Meta meta) {
      return ofLanguage(meta);
    }
    if (query instanceof In in) {
      return ofOperands(in.operand(), with(zones, in.zone()));
    }
    if (query instanceof Or) {
      List<Optional<String>> reasons =
          query.operands().stream().map(operand -> ofPart(operand, zones)).toList();
      return reasons.stream().allMatch(Optional::isPresent) ? reasons.get(0) : Optional.empty();
    }
    if (query instanceof Near || query instanceof Same) {
      Set<Field> shared = EnumSet.allOf(Field.class);
      query.operands().forEach(operand -> shared.retainAll(fields(operand, zones)));
      if (shared.isEmpty()) {
        return Optional.of(
            QueryPrinter.print(query) + " joins different fields: write AND in its place");
      }
    }
    if (query instanceof Not || query instanceof Weighted) {
      return Optional.empty();
    }
    return query.operands().stream()
        .map(operand -> ofPart(operand, zones))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** The door keeps the language of an article as two letters, and nothing that is no language. */
  private static Optional<String> ofLanguage(Meta meta) {
    if (meta.attribute() != Attribute.LANGUAGE || LANGUAGES.contains(meta.value())) {
      return Optional.empty();
    }
    String primary = meta.value().split("-", 2)[0];
    return Optional.of(
        "articles have a language of two letters, never '"
            + meta.value()
            + "'"
            + (LANGUAGES.contains(primary) ? ": write language:" + primary : ""));
  }

  private static Optional<String> ofPart(Query query, Set<Zone> zones) {
    if (!(query instanceof And || query instanceof In)) {
      return ofOperands(query, zones);
    }
    NeverMatches part = new NeverMatches();
    part.collect(query, zones);
    return part.contradiction().or(() -> ofOperands(query, zones));
  }

  /** The fields in which a place of a positional query can be. */
  private static Set<Field> fields(Query query, Set<Zone> zones) {
    if (query instanceof In in) {
      return fields(in.operand(), with(zones, in.zone()));
    }
    Set<Field> fields = EnumSet.noneOf(Field.class);
    if (query instanceof Or) {
      query.operands().forEach(operand -> fields.addAll(fields(operand, zones)));
      return fields;
    }
    fields.addAll(Field.ALL);
    zones.forEach(
        zone ->
            fields.retainAll(
                switch (zone) {
                  case TITLE -> EnumSet.of(Field.TITLE);
                  case SUMMARY -> EnumSet.of(Field.SUMMARY);
                  case LEAD -> EnumSet.of(Field.SUMMARY, Field.BODY);
                  case BODY -> EnumSet.of(Field.BODY);
                }));
    return fields;
  }

  private static Set<Zone> with(Set<Zone> zones, Zone zone) {
    Set<Zone> narrower = EnumSet.of(zone);
    narrower.addAll(zones);
    return narrower;
  }
}
