package io.tocsin.tag.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Languages in which the words of a name stand in the same case: Северная Корея, в Северной Корее.
 *
 * <p>Nothing says which words of a name belong together (Владимир Путин both, Республика Корея the
 * first, Ким Чен Ын the last), so the usual patterns are all made, one case after the other.
 */
final class Agreement implements Inflection {
  private final Endings endings;

  Agreement(Endings endings) {
    this.endings = endings;
  }

  @Override
  public void add(Name name, Consumer<String> forms) {
    List<List<List<String>>> words = new ArrayList<>();
    for (String word : name.words()) {
      words.add(endings.of(word));
    }
    int count = words.size();
    if (count == 1) {
      words.get(0).forEach(ofCase -> ofCase.forEach(word -> forms.accept(name.with(0, word))));
      return;
    }
    all(name, words, 0, count, forms);
    all(name, words, 0, 1, forms);
    all(name, words, count - 1, count, forms);
    if (count > 2) {
      all(name, words, 0, 2, forms);
      all(name, words, 1, count, forms);
    }
  }

  /** Every case, with the words of a range changed. */
  private void all(
      Name name, List<List<List<String>>> words, int from, int to, Consumer<String> forms) {
    for (int i = 0; i < endings.cases(); i++) {
      List<List<String>> choices = new ArrayList<>();
      boolean changed = false;
      for (int at = 0; at < words.size(); at++) {
        List<String> choice = at < from || at >= to ? List.of() : ofCase(words.get(at), i);
        changed |= !choice.isEmpty();
        choices.add(choice.isEmpty() ? List.of(name.words().get(at)) : choice);
      }
      if (changed) {
        spell(name, choices, new ArrayList<>(), forms);
      }
    }
  }

  private static List<String> ofCase(List<List<String>> word, int i) {
    return word.isEmpty() ? List.of() : word.get(i);
  }

  /** Every choice of one form for each word: a few, because a case has one to four forms. */
  private static void spell(
      Name name, List<List<String>> choices, List<String> chosen, Consumer<String> forms) {
    if (chosen.size() == choices.size()) {
      forms.accept(name.with(chosen));
      return;
    }
    for (String word : choices.get(chosen.size())) {
      chosen.add(word);
      spell(name, choices, chosen, forms);
      chosen.remove(chosen.size() - 1);
    }
  }
}
