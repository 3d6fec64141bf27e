package io.tocsin.wire.watchlist;

import io.tocsin.model.Alias;
import io.tocsin.wire.watchlist.Value.Entry;
import io.tocsin.wire.watchlist.Value.Mapping;
import io.tocsin.wire.watchlist.Value.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a subject is called: {@code aliases}, which are of no language, and {@code names},
 * which are aliases by language.
 */
final class AliasFormat {
  private static final List<String> ALIAS_KEYS = List.of("text", "case", "needs", "never");
  private static final int MOST_NAMES = 2_000;

  private AliasFormat() {}

  /** The aliases, then the names in the order in which their languages stand. */
  static List<Alias> read(Fields fields) {
    List<Alias> aliases = new ArrayList<>();
    for (Value item : fields.items("aliases")) {
      add(item, "an entry of 'aliases'", null, fields.report(), aliases);
    }
    Mapping names = names(fields);
    for (Entry entry : names == null ? List.<Entry>of() : names.entries()) {
      addNames(entry, fields.report(), aliases);
    }
    return aliases;
  }

  private static @Nullable Mapping names(Fields fields) {
    Value value = fields.value("names");
    if (value == null || value instanceof Mapping) {
      return (Mapping) value;
    }
    fields
        .report()
        .problem(
            value,
            "'names' must be a set of languages with their names, not "
                + value.what()
                + "; write names: {ru: Россия, fr: Russie}");
    return null;
  }

  private static void addNames(Entry entry, Report report, List<Alias> aliases) {
    String code = entry.key().text();
    Optional<String> language = Languages.canonical(code);
    if (language.isEmpty()) {
      report.problem(
          entry.key(),
          "'" + Texts.shorten(code) + "' is no language of 'names'" + Languages.hint(code));
      return;
    }
    String what = "a name under '" + code + "'";
    if (!(entry.value() instanceof Sequence sequence)) {
      add(entry.value(), what, language.get(), report, aliases);
      return;
    }
    if (sequence.items().isEmpty() || sequence.items().size() > MOST_NAMES) {
      report.problem(
          sequence,
          "'"
              + code
              + "' of 'names' has "
              + sequence.items().size()
              + " entries; give 1 to "
              + MOST_NAMES
              + " names or remove it");
      return;
    }
    for (Value item : sequence.items()) {
      add(item, what, language.get(), report, aliases);
    }
  }

  private static void add(
      Value item, String what, @Nullable String language, Report report, List<Alias> aliases) {
    Alias alias =
        item instanceof Mapping mapping ? conditional(mapping, report) : plain(item, what, report);
    if (alias != null) {
      aliases.add(alias.in(language));
    }
  }

  private static @Nullable Alias plain(Value item, String what, Report report) {
    String text = Fields.text(item, what, SubjectFormat.LONGEST_TEXT, report);
    return text == null || !canBeFound(item, text, report) ? null : Alias.of(text);
  }

  private static @Nullable Alias conditional(Mapping mapping, Report report) {
    Fields alias = new Fields(mapping, "an alias", ALIAS_KEYS, report);
    String text = alias.needed("text", SubjectFormat.LONGEST_TEXT, "text: Apple");
    String spelling = alias.text("case", SubjectFormat.LONGEST_TEXT);
    Value spellingValue = alias.value("case");
    if (spelling != null && spellingValue != null && !spelling.equals("exact")) {
      report.problem(
          spellingValue,
          "'case' can only be exact, not '"
              + Texts.shorten(spelling)
              + "'; without the key, upper and lower case are the same");
    }
    if (text == null || !canBeFound(mapping, text, report)) {
      return null;
    }
    return new Alias(
        text,
        spelling != null,
        alias.texts("needs", SubjectFormat.LONGEST_TEXT),
        alias.texts("never", SubjectFormat.LONGEST_TEXT));
  }

  /** Text is searched by words: what holds no letter or digit would silently find nothing. */
  private static boolean canBeFound(Value at, String text, Report report) {
    if (text.codePoints().anyMatch(Character::isLetterOrDigit)) {
      return true;
    }
    report.problem(
        at,
        "alias '"
            + Texts.shorten(text)
            + "' has no letter or digit, so that it can never be found");
    return false;
  }
}
