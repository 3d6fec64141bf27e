package io.tocsin.tag.forms;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Languages that change only the last word of a name: suffixes are put after the whole. */
final class LastWord implements Inflection {
  private final Function<String, List<String>> forms;

  /** By what makes the forms of one word. */
  LastWord(Function<String, List<String>> forms) {
    this.forms = forms;
  }

  /** By a table of endings of one case. */
  static LastWord of(Endings endings) {
    return new LastWord(
        word -> {
          List<List<String>> cases = endings.of(word);
          return cases.isEmpty() ? List.of() : cases.get(0);
        });
  }

  @Override
  public void add(Name name, Consumer<String> sink) {
    for (String word : forms.apply(name.words().get(name.last()))) {
      sink.accept(name.with(name.last(), word));
    }
  }
}
