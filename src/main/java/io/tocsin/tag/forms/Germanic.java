package io.tocsin.tag.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The genitive -s of German, Dutch and the Scandinavian languages, the plural of English, and the
 * adjectives at the front of German names (in den Vereinigten Staaten).
 *
 * <p>After school grammars: names that end in s, x, z or ß take an apostrophe, which is no letter
 * here; English sets its own genitive apart with an apostrophe and needs none; German adjectives
 * end in -en or -er after most articles and prepositions.
 */
final class Germanic {
  private static final String GENITIVE = "[abcdefghijklmnopqrtuvwyåäöøæü]+ s";

  private Germanic() {}

  static Map<String, Inflection> languages() {
    Inflection genitive = LastWord.of(Endings.of(1, GENITIVE));
    return Map.of(
        "de", new German(),
        "nl", genitive,
        "sv", genitive,
        "da", genitive,
        "nb", genitive,
        "nn", genitive,
        "no", genitive,
        "en",
            LastWord.of(Endings.of(1, "[abcdefgijklmnopqrtuvw]+ s\n[szx]+ es\nh+ s/es\ny ys/ies")));
  }

  /** The last word takes -s; adjectives before it take -en and -er. */
  private static final class German implements Inflection {
    private final Endings genitive = Endings.of(1, GENITIVE);

    @Override
    public void add(Name name, Consumer<String> forms) {
      int last = name.last();
      String noun = name.words().get(last);
      List<List<String>> inflected = genitive.of(noun);
      List<String> nouns = new ArrayList<>(List.of(noun));
      nouns.addAll(inflected.isEmpty() ? List.of() : inflected.get(0));
      nouns.forEach(form -> forms.accept(name.with(last, form)));
      for (String ending : List.of("en", "er", "em")) {
        List<String> words = adjectives(name.words(), ending);
        if (!words.equals(name.words())) {
          for (String form : nouns) {
            words.set(last, form);
            forms.accept(name.with(words));
          }
          words.set(last, noun.endsWith("e") ? noun + "n" : noun);
          forms.accept(name.with(words));
        }
      }
    }

    private static List<String> adjectives(List<String> words, String ending) {
      List<String> changed = new ArrayList<>(words);
      for (int i = 0; i < words.size() - 1; i++) {
        String word = words.get(i);
        int cut = word.endsWith("es") || word.endsWith("er") ? 2 : word.endsWith("e") ? 1 : 0;
        if (cut > 0 && word.length() > 4) {
          changed.set(i, word.substring(0, word.length() - cut) + ending);
        }
      }
      return changed;
    }
  }
}
